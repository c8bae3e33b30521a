using System.Globalization;
using System.Text.RegularExpressions;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Documents.Reports;

/// <summary>What the words of a filled table may name: agencies, and places in the drafts of the session.</summary>
internal sealed partial class FilledPlaces
{
    private readonly Dictionary<string, Guid> agencies = [];
    private readonly Dictionary<(Guid Draft, int Ordinal), Guid> versions = [];
    private readonly Dictionary<(Guid Version, int Number), Guid> paragraphs = [];
    private ILookup<Guid, Guid> draftsOfItems = Enumerable.Empty<Guid>().ToLookup(id => id);

    public static async Task<FilledPlaces> LoadAsync(RecordsContext records, Guid sessionId, IReadOnlyList<FilledRow> filled, CancellationToken cancel)
    {
        var places = new FilledPlaces();
        foreach (var agency in await records.Agencies.AsNoTracking().Where(a => !a.IsClass).OrderBy(a => a.Id).Select(a => new { a.Id, a.Name, a.ShortName }).ToListAsync(cancel))
        {
            places.agencies.TryAdd(VietnameseText.Fold(agency.ShortName), agency.Id);
            places.agencies.TryAdd(VietnameseText.Fold(agency.Name), agency.Id);
        }
        var named = filled.Select(f => Place().Match(f.Change ?? "")).Where(m => m.Success).ToList();
        if (named.Count == 0) return places;
        var papers = await (
            from p in records.PapersOfItems()
            join i in records.AgendaItems on p.ItemId equals i.Id
            join v in records.DraftVersions on p.DraftId equals v.DraftId
            where i.SessionId == sessionId
            select new { p.ItemId, p.DraftId, v.Id, v.Ordinal }).ToListAsync(cancel);
        places.draftsOfItems = papers.Select(p => (p.ItemId, p.DraftId)).Distinct().ToLookup(p => p.ItemId, p => p.DraftId);
        foreach (var paper in papers) places.versions.TryAdd((paper.DraftId, paper.Ordinal), paper.Id);
        var (ids, numbers) = (papers.ConvertAll(p => p.Id), named.Select(m => Number(m.Groups[2])).OfType<int>().Distinct().ToList());
        var found = await records.Paragraphs.AsNoTracking().Where(p => ids.Contains(p.VersionId) && numbers.Contains(p.Number)).Select(p => new { p.VersionId, p.Number, p.Id }).ToListAsync(cancel);
        foreach (var paragraph in found) places.paragraphs[(paragraph.VersionId, paragraph.Number)] = paragraph.Id;
        return places;
    }

    /// <summary>The agency with a name or a short name.</summary>
    public Guid? Agency(string name) => agencies.TryGetValue(VietnameseText.Fold(name), out var id) ? id : null;

    /// <summary>"bản 2, đoạn 14" in the draft of the opinion; where it names none, in the only draft of its content.</summary>
    public (Guid Version, Guid? Paragraph)? Find(string words, ResponseRow row)
    {
        if (Place().Match(words) is not { Success: true } place || Number(place.Groups[1]) is not { } ordinal) return null;
        var draft = row.Response?.ChangedDraftId ?? row.Place?.DraftId ?? (row.Item is { } item && draftsOfItems[item.Id].Take(2).ToList() is [var only] ? only : (Guid?)null);
        if (draft is not { } of || !versions.TryGetValue((of, ordinal), out var version)) return null;
        if (!place.Groups[2].Success) return (version, null);
        return Number(place.Groups[2]) is { } number && paragraphs.TryGetValue((version, number), out var paragraph) ? (version, paragraph) : null;
    }

    private static int? Number(Group digits) => int.TryParse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"^\s*bản\s+(\d{1,6})(?:\s*,?\s*đoạn\s+(\d{1,6}))?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}
