using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ConferenceRecords.Documents.Drafts;

/// <summary>Counts what a document carries beside its text. None of it is kept.</summary>
internal static class WordExtras
{
    public static void Count(WordprocessingDocument document, MainDocumentPart main, LeftOut left)
    {
        left.Add(LeftOut.Comments, main.WordprocessingCommentsPart?.Comments?.Elements<Comment>().Count() ?? 0);
        left.Add(LeftOut.Headers, main.HeaderParts.Count(p => HasText(p.RootElement)) + main.FooterParts.Count(p => HasText(p.RootElement)));
        left.Add(LeftOut.Data, main.CustomXmlParts.Count());
        var properties = document.PackageProperties;
        string?[] named =
        [
            properties.Creator, properties.LastModifiedBy, properties.Title, properties.Subject, properties.Keywords, properties.Description, properties.Category,
            properties.ContentStatus, document.ExtendedFilePropertiesPart?.Properties?.Company?.Text, document.ExtendedFilePropertiesPart?.Properties?.Manager?.Text,
        ];
        left.Add(LeftOut.Properties, named.Count(p => !string.IsNullOrWhiteSpace(p)) + (document.CustomFilePropertiesPart?.Properties?.ChildElements.Count ?? 0));
    }

    private static bool HasText(DocumentFormat.OpenXml.OpenXmlElement? part) => part?.Descendants<Text>().Any(t => !string.IsNullOrWhiteSpace(t.Text)) == true;
}
