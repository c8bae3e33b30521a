using System.Globalization;
using System.Text.RegularExpressions;
using ConferenceRecords.Documents.Drafts;
using ConferenceRecords.Documents.Word;
using ConferenceRecords.Domain.Conclusions;
using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Domain.Text;

namespace ConferenceRecords.Documents.Conclusions;

/// <summary>
/// A conclusion as the document that its office issues, in the layout of the guide in force on its day, out of a bundle and nothing else. What the bundle does not say is left
/// to be filled in; the file is never signed and says so.
/// </summary>
public static partial class ConclusionDocument
{
    /// <summary>Name of the file of an edition.</summary>
    public const string FileName = "ket-luan.docx";

    /// <summary>Its media type.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>What stands at the head of every page of a draft.</summary>
    public const string Draft = "DỰ THẢO";

    /// <summary>The guide by which a conclusion is laid out.</summary>
    /// <param name="bundle">The bundle.</param>
    /// <returns>The guide.</returns>
    public static PartyLayout LayoutOf(SessionBundle bundle)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        return PartyLayout.InForce(bundle.Conclusion.IssuedOn, YearOf(bundle));
    }

    /// <summary>Writes the document; the same bundle gives the same bytes.</summary>
    /// <param name="bundle">The bundle.</param>
    /// <param name="isDraft">Whether it is marked as a draft.</param>
    /// <returns>A Word file.</returns>
    public static byte[] Write(SessionBundle bundle, bool isDraft = false)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        var conclusion = bundle.Conclusion;
        var type = DocumentSymbol.Parse(conclusion.Symbol)?.Type ?? DocumentSymbol.Conclusion;
        using var document = new PartyDocument(
            new(null, conclusion.Issuer, type, isDraft ? Draft : null, Number(conclusion, type), PlaceAndDate(bundle)), layout: LayoutOf(bundle));
        document.Title(DocumentSymbol.NameOf(type), About(conclusion.Title, DocumentSymbol.NameOf(type)));
        if (conclusion.SourceNote is { } note) document.Paragraph($"({note.TrimEnd('.')}.)", italic: true);
        foreach (var text in conclusion.Paragraphs)
        {
            if (IsSection(text)) document.Section(text);
            else document.Paragraph(text);
        }
        document.Signature(
            conclusion.Recipients is { Count: > 0 } recipients ? recipients.Select(r => r.TrimStart('-', ' ')) : [PartyDocument.Dots + ","],
            new(conclusion.SignedFor, conclusion.Signer, conclusion.SignerName, "(chưa ký)"));
        return FixedPackage.Of(document.ToArray());
    }

    private static string Number(PublicConclusion conclusion, string type) =>
        $"Số {conclusion.Symbol ?? $"      -{type}/{conclusion.IssuerCode ?? "      "}"}";

    private static string PlaceAndDate(SessionBundle bundle)
    {
        var date = bundle.Conclusion.IssuedOn is { } day ? VietnameseDate.Official(day)
            : $"ngày      tháng      năm {YearOf(bundle)?.ToString(CultureInfo.InvariantCulture) ?? "        "}";
        return $"{bundle.Conclusion.Place ?? PartyDocument.Dots}, {date}";
    }

    /// <summary>The year of the document: that of its day, or of its session where the documents name one year alone.</summary>
    private static int? YearOf(SessionBundle bundle)
    {
        if (bundle.Conclusion.IssuedOn is { } day) return day.Year;
        var years = bundle.Session.Sittings.Select(s => s.Date.Year).Concat(Year().Matches(bundle.Session.TimeNote ?? "").Select(m => int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture))).Distinct().ToList();
        return years is [var only] ? only : null;
    }

    /// <summary>The name of the type stands above it already.</summary>
    private static string About(string title, string type)
    {
        var rest = title.StartsWith(type, StringComparison.OrdinalIgnoreCase) ? title[type.Length..].TrimStart(' ', ':', '-') : title;
        return rest.Length == 0 ? title : char.ToUpper(rest[0], CultureInfo.GetCultureInfo("vi-VN")) + rest[1..];
    }

    private static bool IsSection(string text) => ParagraphMarker.Read(text) is (ParagraphKind.Heading, _, _);

    [GeneratedRegex(@"năm (\d{4})")]
    private static partial Regex Year();
}
