using System.Globalization;
using ConferenceRecords.Documents.Word;
using ConferenceRecords.Domain.Conclusions;
using ConferenceRecords.Domain.Text;

namespace ConferenceRecords.Documents.Reports;

/// <summary>What of a conclusion concerns one agency, for its Word file.</summary>
/// <param name="Committee">Name of the committee.</param>
/// <param name="SessionTitle">Title of the session.</param>
/// <param name="ConclusionTitle">Title of the conclusion.</param>
/// <param name="Agency">Name of the agency or class; null for what names nobody.</param>
/// <param name="Directives">Its directives.</param>
/// <param name="Names">Names of agencies by key.</param>
/// <param name="IsPublic">Whether the conclusion is public.</param>
public sealed record DirectiveExtract(
    string Committee, string SessionTitle, string ConclusionTitle, string? Agency, IReadOnlyList<Directive> Directives, IReadOnlyDictionary<Guid, string> Names, bool IsPublic);

/// <summary>"Trích kết luận - phần giao ...": the directives that concern one agency, each with the place that it stands at.</summary>
public static class DirectiveExtractDocument
{
    /// <summary>Writes it.</summary>
    /// <param name="extract">What concerns the agency.</param>
    /// <returns>A Word file.</returns>
    public static byte[] Write(DirectiveExtract extract)
    {
        ArgumentNullException.ThrowIfNull(extract);
        using var document = new PartyDocument(new(extract.Committee, null, "TB", extract.IsPublic ? null : ReportWords.Notice));
        document.Title("Trích kết luận", extract.Agency is { } agency ? $"Phần giao {agency} tại {extract.SessionTitle}" : $"Phần chưa nêu đơn vị thực hiện tại {extract.SessionTitle}");
        document.Paragraph($"Trích từ: {extract.ConclusionTitle}.");
        if (extract.Directives.Count == 0) document.Paragraph("Không có nội dung.");
        else
        {
            document.Table(
                [new("TT", 8, IsCentred: true), new("Nội dung giao", 46), new("Đơn vị chủ trì, phối hợp", 28), new("Thời hạn", 18)],
                extract.Directives.Select((d, i) => new[] { (i + 1).ToString(CultureInfo.InvariantCulture), Clause(d), Units(d, extract.Names), Deadline(d) }), rowsBreak: true);
        }
        document.Signature([extract.Agency is { } to ? to + "," : PartyDocument.Dots + ","]);
        return document.ToArray();
    }

    private static string Clause(Directive directive) => directive.ParagraphNumber is not { } paragraph ? directive.Text
        : $"{directive.Text}\n(đoạn {paragraph}{(directive.SentenceNumber is { } sentence ? $", ý {sentence}" : "")})";

    private static string Units(Directive directive, IReadOnlyDictionary<Guid, string> names)
    {
        var lines = new List<string>();
        if (directive.Addressee is { } addressee) lines.Add(addressee);
        if (directive.LeadAgencyId is { } lead) lines.Add($"Chủ trì: {names.GetValueOrDefault(lead)}");
        if (directive.CooperatingAgencyIds.Count > 0) lines.Add($"Phối hợp: {string.Join("; ", directive.CooperatingAgencyIds.Select(id => names.GetValueOrDefault(id)))}");
        return lines.Count == 0 ? "Chưa nêu" : string.Join('\n', lines);
    }

    private static string Deadline(Directive directive) =>
        string.Join('\n', new[] { directive.DeadlineNote, directive.DueOn is { } due ? VietnamTime.Day(due) : null }.Where(line => line is not null)) is { Length: > 0 } words ? words : "Không nêu";
}
