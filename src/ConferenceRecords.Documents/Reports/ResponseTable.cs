using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Drafts;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Documents.Reports;

/// <summary>What the table of responses ("Bảng tổng hợp tiếp thu, giải trình ý kiến") is made of.</summary>
/// <param name="Session">The session.</param>
/// <param name="Committee">Name of the committee.</param>
/// <param name="Rows">One row for each opinion that stands for itself, in order.</param>
/// <param name="Sections">By opinion, the heading of the draft under which it was made; no entry where there is none.</param>
public sealed record ResponseTable(SessionHead Session, string Committee, IReadOnlyList<ResponseRow> Rows, IReadOnlyDictionary<Guid, string> Sections)
{
    /// <summary>The counts of the rows.</summary>
    public ResponseCounts Counts => Rows.Select(Count).Aggregate(ResponseCounts.None, (sum, row) => sum + row);

    /// <summary>Loads it; whoever gives it to a person notes <c>opinions.read</c>.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="session">The session.</param>
    /// <param name="admits">Which rows; null for all.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The table.</returns>
    public static async Task<ResponseTable> LoadAsync(RecordsContext records, SessionHead session, Predicate<ResponseRow>? admits, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(session);
        var rows = (await records.ResponseRowsAsync(session.Id, cancel)).FindAll(admits ?? (_ => true));
        var versions = rows.Where(r => r.Place?.Paragraph is not null).Select(r => r.Place!.VersionId).Distinct().ToList();
        var headings = (await records.Paragraphs.Where(p => versions.Contains(p.VersionId) && p.Kind == ParagraphKind.Heading).OrderBy(p => p.Number)
            .Select(p => new { p.VersionId, p.Number, p.Marker, p.Text }).ToListAsync(cancel)).ToLookup(h => h.VersionId);
        var sections = new Dictionary<Guid, string>();
        foreach (var row in rows)
        {
            if (row.Place is { Paragraph: { } number } place && headings[place.VersionId].LastOrDefault(h => h.Number <= number) is { } heading)
                sections[row.Opinion.Lead.Id] = heading.Marker is { } marker && !heading.Text.StartsWith(marker, StringComparison.Ordinal) ? $"{marker} {heading.Text}" : heading.Text;
        }
        return new(session, await records.CommitteeNameAsync(session.Id, cancel), rows, sections);
    }

    /// <summary>The rows under their headings: content, then draft with its section, both as in the table.</summary>
    internal IEnumerable<(string Content, IEnumerable<(string? Section, IEnumerable<ResponseRow> Rows)> Sections)> Groups =>
        Rows.GroupBy(r => r.Item).Select(content => (
            content.Key is { } item ? $"Nội dung {item.Position}. {item.Title}" : "Ý kiến chung về hội nghị",
            content.GroupBy(SectionOf).Select(section => (section.Key, section.AsEnumerable()))));

    private string? SectionOf(ResponseRow row) => row.Place is not { } place ? null
        : Sections.GetValueOrDefault(row.Opinion.Lead.Id) is { } section ? $"{place.DraftTitle}: {section}" : place.DraftTitle;

    private static ResponseCounts Count(ResponseRow row) =>
        ResponseCounts.Of(1, isDuplicate: false, row.Response?.Disposition, row.Response?.ConfirmedAt is not null, row.Response?.AgencyId is not null)
        + ResponseCounts.Of(row.Opinion.Others.Count, isDuplicate: true, null, isConfirmed: false, isAssigned: false);
}
