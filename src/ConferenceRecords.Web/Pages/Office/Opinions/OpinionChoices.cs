using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.Domain.Opinions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace ConferenceRecords.Web.Pages.Office.Opinions;

/// <summary>The invited delegates as a list to choose from.</summary>
public static class DelegateChoices
{
    /// <summary>Name with position and unit; namesakes of the same unit are numbered, so that no two entries read alike.</summary>
    public static IReadOnlyList<SelectListItem> Of(IEnumerable<DelegateLine> delegates)
    {
        var seen = new Dictionary<string, int>();
        return [.. delegates.Select(d =>
        {
            var nth = seen[d.NameAndPlace] = seen.GetValueOrDefault(d.NameAndPlace) + 1;
            return new SelectListItem(nth == 1 ? d.NameAndPlace : $"{d.NameAndPlace} ({nth})", d.Id.ToString());
        })];
    }
}

/// <summary>The paragraphs of a content's drafts, each in its newest version, as a list to choose from.</summary>
public static class ParagraphChoices
{
    private const int Shown = 70;

    public static async Task<IReadOnlyList<SelectListItem>> OfAsync(
        RecordsContext records, IQueryable<Draft> drafts, IStringLocalizer<SharedText> text, Guid sessionId, Guid itemId, CancellationToken cancel)
    {
        var paragraphs = await (
            from d in drafts
            join own in records.DraftsOf(itemId) on d.Id equals own.Id
            from i in records.AgendaItems
            join v in records.DraftVersions on d.Id equals v.DraftId
            join p in records.Paragraphs on v.Id equals p.VersionId
            where i.Id == itemId && i.SessionId == sessionId && v.Ordinal == records.DraftVersions.Where(o => o.DraftId == d.Id).Max(o => o.Ordinal)
            orderby d.Title, d.Id, p.Number
            select new { DraftId = d.Id, d.Title, v.Ordinal, p.Id, p.Number, p.Marker, Start = p.Text.Substring(0, Shown), IsCut = p.Text.Length > Shown }).ToListAsync(cancel);
        var groups = paragraphs.DistinctBy(p => p.DraftId).ToDictionary(p => p.DraftId, p => new SelectListGroup { Name = text["{0} (bản {1})", p.Title, p.Ordinal] });
        return [.. paragraphs.Select(p =>
            new SelectListItem(text["Đoạn {0}: {1}", p.Number, $"{p.Marker} {p.Start}{(p.IsCut ? "…" : "")}".Trim()], p.Id.ToString()) { Group = groups[p.DraftId] })];
    }
}

/// <summary>The opinions that stand, against the number that its documents state.</summary>
public sealed record OpinionTally(int Recorded, int OnSession, int Unresolved, int? Stated, string? StatedQualifier)
{
    public static async Task<OpinionTally> OfAsync(RecordsContext records, Guid sessionId, IQueryable<Opinion> opinions, CancellationToken cancel)
    {
        var standing = opinions.Where(o => o.WithdrawnAt == null);
        return await records.Sessions.Where(s => s.Id == sessionId).Select(s => new OpinionTally(
            standing.Count(), standing.Count(o => o.ItemId == null), standing.Count(o => o.DelegateId == null), s.StatedOpinionCount, s.StatedOpinionQualifier)).SingleAsync(cancel);
    }
}
