using System.Text;
using System.Xml;

namespace ConferenceRecords.Documents.Office;

/// <summary>The texts of one part, whatever the part is: a text for each paragraph or cell, and for each property.</summary>
internal static class OfficeTexts
{
    /// <summary>A paragraph (w:p, a:p), a shared or written string, a comment.</summary>
    private static bool IsBlock(string name) => name is "p" or "si" or "is" or "text";

    public static IEnumerable<string> Of(XmlReader xml)
    {
        var block = new StringBuilder();
        var text = new StringBuilder();
        var inText = false;
        while (xml.Read())
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    // A paragraph in a text box stands within the paragraph that holds the box.
                    if (IsBlock(xml.LocalName) && Take(block) is { } outer) yield return outer;
                    if (xml.LocalName is "tab") block.Append('\t');
                    if (xml.LocalName is "br" or "cr") block.Append('\n');
                    text.Clear();
                    inText = xml.LocalName is "t" or "delText" or "instrText";
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    (inText ? block : text).Append(xml.Value);
                    break;
                case XmlNodeType.EndElement:
                    inText = false;
                    if (IsBlock(xml.LocalName) && Take(block) is { } whole) yield return whole;

                    // Properties, headers of a sheet, names.
                    if (Take(text) is { } single) yield return single;
                    break;
            }
        }
        if (Take(block) is { } rest) yield return rest;
    }

    private static string? Take(StringBuilder text)
    {
        if (text.Length == 0) return null;
        var taken = text.ToString();
        text.Clear();
        return string.IsNullOrWhiteSpace(taken) ? null : taken;
    }
}
