using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Opinions;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Searching;

/// <summary>A record that was found.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text.</param>
/// <param name="Name">What names it: number of an opinion, title of a draft or of a conclusion; empty where the text does.</param>
/// <param name="Number">Number of the paragraph, of the content or of the directive.</param>
/// <param name="SessionId">Its session.</param>
/// <param name="SessionTitle">Title of the session.</param>
/// <param name="Address">Address without a leading slash.</param>
public sealed record FoundRecord(RecordKind Kind, string Text, string Name, int? Number, Guid SessionId, string SessionTitle, string Address);

/// <summary>What a search in the records found.</summary>
/// <param name="Records">The records, the best first.</param>
/// <param name="IsBound">Whether there may be more.</param>
public sealed record FoundRecords(IReadOnlyList<FoundRecord> Records, bool IsBound);

/// <summary>
/// Search in the records. Each search starts from the queries that say what its reader may see, and the index only narrows them: what they leave out is not
/// found, whatever the index holds.
/// </summary>
public static class RecordSearch
{
    /// <summary>Most records of a kind that are ranked.</summary>
    public const int Most = 100;

    /// <summary>Searches everything that the office may see: of a draft its newest version.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="terms">What to look for.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>What was found.</returns>
    public static Task<FoundRecords> SearchForOfficeAsync(this RecordsContext records, SearchTerms terms, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(terms);
        var words = terms.WordsApart;
        return RankedAsync(
            terms,
            [
                records.FoundOpinions(words, records.Opinions, "van-phong/y-kien/"),
                records.FoundAnswers(words, records.Opinions, "van-phong/y-kien/", "/tra-loi", confirmedOnly: false),
                from i in records.AgendaItems
                join s in records.Sessions on i.SessionId equals s.Id
                where i.DiscardedAt == null && records.Holding(RecordKind.Item, words).Any(e => e.RecordId == i.Id)
                orderby i.Id descending
                select new FoundRecord(RecordKind.Item, i.Title, "", i.Position, s.Id, s.Title, "van-phong/noi-dung/" + i.Id),
                from p in records.Paragraphs
                join v in records.DraftVersions on p.VersionId equals v.Id
                join d in records.Drafts on v.DraftId equals d.Id
                join i in records.AgendaItems on d.ItemId equals i.Id
                join s in records.Sessions on i.SessionId equals s.Id
                where records.Holding(RecordKind.Paragraph, words).Any(e => e.RecordId == p.Id)
                    && !records.DraftVersions.Any(later => later.DraftId == d.Id && later.Ordinal > v.Ordinal)
                orderby p.Id descending
                select new FoundRecord(RecordKind.Paragraph, p.Text, d.Title, p.Number, s.Id, s.Title, "van-phong/du-thao/" + d.Id + "#doan-" + p.Number),
                from c in records.Conclusions
                join s in records.Sessions on c.SessionId equals s.Id
                where records.Holding(RecordKind.Conclusion, words).Any(e => e.RecordId == c.Id)
                orderby c.Id descending
                select new FoundRecord(RecordKind.Conclusion, c.Body, c.Title, null, s.Id, s.Title, "van-phong/hoi-nghi/" + s.Id + "/ket-luan"),
                from d in records.Conclusions.SelectMany(c => c.Directives, (c, d) => new { c.SessionId, Directive = d })
                join s in records.Sessions on d.SessionId equals s.Id
                where d.Directive.RemovedAt == null && records.Holding(RecordKind.Directive, words).Any(e => e.RecordId == d.Directive.Id)
                orderby d.Directive.Id descending
                select new FoundRecord(
                    RecordKind.Directive, d.Directive.Text, "", d.Directive.Number, s.Id, s.Title, "van-phong/hoi-nghi/" + s.Id + "/ket-luan/chi-dao/" + d.Directive.Id),
            ],
            cancel);
    }

    /// <summary>
    /// Searches what a delegate may see: the own opinions with their confirmed answers, the contents of the newest approved agendas of his sessions as they were
    /// approved, and the papers that he may read in their newest version.
    /// </summary>
    /// <param name="records">The office's context.</param>
    /// <param name="userId">The account.</param>
    /// <param name="terms">What to look for.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>What was found.</returns>
    public static async Task<FoundRecords> SearchForDelegateAsync(this RecordsContext records, Guid userId, SearchTerms terms, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(terms);
        var words = terms.WordsApart;
        // A delegate reads some hundred versions at most.
        var readable = (await records.DelegateVersionsQuery(userId, null).ToListAsync(cancel)).Where(v => v.Ordinal == v.Newest).Select(v => v.Id).ToList();
        return await RankedAsync(
            terms,
            [
                records.FoundOpinions(words, records.OpinionsOf(userId), "dai-bieu/y-kien/"),
                records.FoundAnswers(words, records.OpinionsOf(userId), "dai-bieu/y-kien/", "", confirmedOnly: true),
                from s in records.SessionsFor(userId)
                join v in records.AgendaVersions on s.Id equals v.SessionId
                from approved in v.Items
                join i in records.AgendaItems on approved.ItemId equals i.Id
                // The index knows a title as it is now: one that was changed since the approval is not shown before the next.
                where !records.AgendaVersions.Any(later => later.SessionId == s.Id && later.Ordinal > v.Ordinal)
                    && i.DiscardedAt == null && i.WithdrawnAt == null && i.Title == approved.Title && records.Holding(RecordKind.Item, words).Any(e => e.RecordId == i.Id)
                orderby i.Id descending
                select new FoundRecord(RecordKind.Item, approved.Title, "", approved.Position, s.Id, s.Title, "dai-bieu/hoi-nghi/" + s.Id + "/chuong-trinh"),
                from p in records.Paragraphs
                join v in records.DraftVersions on p.VersionId equals v.Id
                join d in records.Drafts on v.DraftId equals d.Id
                join place in records.PapersFor(userId) on d.Id equals place.DraftId
                join i in records.AgendaItems on place.ItemId equals i.Id
                join s in records.Sessions on i.SessionId equals s.Id
                where readable.Contains(v.Id) && records.Holding(RecordKind.Paragraph, words).Any(e => e.RecordId == p.Id)
                orderby p.Id descending
                select new FoundRecord(RecordKind.Paragraph, p.Text, d.Title, p.Number, s.Id, s.Title, "dai-bieu/du-thao/" + d.Id + "#doan-" + p.Number),
            ],
            cancel);
    }

    private static IQueryable<FoundRecord> FoundOpinions(this RecordsContext records, long[] words, IQueryable<Opinion> opinions, string address) =>
        from o in opinions
        join s in records.Sessions on o.SessionId equals s.Id
        where o.WithdrawnAt == null && records.Holding(RecordKind.Opinion, words).Any(e => e.RecordId == o.Id)
        orderby o.Id descending
        select new FoundRecord(RecordKind.Opinion, o.Text, o.Number, null, s.Id, s.Title, address + o.Id);

    /// <summary>Answers to opinions, and to those that stand for them.</summary>
    private static IQueryable<FoundRecord> FoundAnswers(
        this RecordsContext records, long[] words, IQueryable<Opinion> opinions, string address, string rest, bool confirmedOnly) =>
        from o in opinions
        from lead in records.Opinions.Where(l => l.Id == o.MergedIntoId && l.WithdrawnAt == null).DefaultIfEmpty()
        join r in records.Responses on (lead == null ? o.Id : lead.Id) equals r.OpinionId
        join s in records.Sessions on o.SessionId equals s.Id
        where o.WithdrawnAt == null && r.Text != null && (!confirmedOnly || r.ConfirmedAt != null)
            && records.Holding(RecordKind.Answer, words).Any(e => e.RecordId == r.OpinionId)
        orderby o.Id descending
        select new FoundRecord(RecordKind.Answer, r.Text!, o.Number, null, s.Id, s.Title, address + o.Id + rest);

    private static IQueryable<SearchEntry> Holding(this RecordsContext records, RecordKind kind, long[] words) =>
        records.SearchEntries.Where(e => e.Kind == kind && words.All(word => e.Terms.Contains(word)));

    private static async Task<FoundRecords> RankedAsync(SearchTerms terms, IReadOnlyList<IQueryable<FoundRecord>> kinds, CancellationToken cancel)
    {
        var found = new List<FoundRecord>();
        var isBound = false;
        foreach (var kind in kinds)
        {
            var some = await kind.AsNoTracking().Take(Most + 1).ToListAsync(cancel);
            isBound |= some.Count > Most;
            found.AddRange(some.Take(Most));
        }
        return new([.. found.Select(r => (Record: r, Rank: terms.RankOf($"{r.Text}\n{(r.Kind == RecordKind.Conclusion ? r.Name : "")}"))).Where(r => r.Rank is not null).OrderBy(r => r.Rank).Select(r => r.Record)], isBound);
    }
}
