using System.Xml;

namespace ConferenceRecords.Documents.OpenData;

/// <summary>Texts for XML files.</summary>
internal static class XmlText
{
    /// <summary>Leaves out the characters that XML can't hold.</summary>
    public static string Clean(string text) => text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.EnumerateRunes().Where(r => r.Value > 0xFFFF || XmlConvert.IsXmlChar((char)r.Value)));
}
