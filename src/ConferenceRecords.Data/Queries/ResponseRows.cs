using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Responses;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Queries;

/// <summary>How far the answer to an opinion has come.</summary>
public enum ResponseState
{
    /// <summary>Nobody was asked yet.</summary>
    Waiting,

    /// <summary>An agency was asked.</summary>
    Assigned,

    /// <summary>An agency answered, and the Office has not confirmed it.</summary>
    Answered,

    /// <summary>It has its end.</summary>
    Confirmed,
}

/// <summary>The content of an opinion.</summary>
/// <param name="Id">Key.</param>
/// <param name="Position">Number as shown.</param>
/// <param name="Title">Title.</param>
/// <param name="LeadAgencyId">The agency that leads it.</param>
/// <param name="LeadAgency">Its short name.</param>
public sealed record ResponseItem(Guid Id, int Position, string Title, Guid? LeadAgencyId, string? LeadAgency);

/// <summary>Where in a draft an opinion was made.</summary>
/// <param name="DraftId">The draft.</param>
/// <param name="DraftTitle">Its title.</param>
/// <param name="VersionId">The version.</param>
/// <param name="Ordinal">Ordinal of the version.</param>
/// <param name="ParagraphId">The paragraph; null for the draft as a whole.</param>
/// <param name="Paragraph">Its number within the version.</param>
/// <param name="Marker">Its number or bullet as written.</param>
public sealed record ResponsePlace(Guid DraftId, string DraftTitle, Guid VersionId, int Ordinal, Guid? ParagraphId, int? Paragraph, string? Marker);

/// <summary>What became of an opinion so far.</summary>
/// <param name="AgencyId">The agency that was asked.</param>
/// <param name="Agency">Its short name.</param>
/// <param name="DueOn">Last day for its answer.</param>
/// <param name="ReturnNote">Why the Office sent the last answer back.</param>
/// <param name="Disposition">What was decided.</param>
/// <param name="Text">What was taken in and how, or the reason.</param>
/// <param name="HandedTo">Short name of the other agency.</param>
/// <param name="ChangedDraftId">The draft whose text carries the change.</param>
/// <param name="ChangedVersionId">The version that carries it.</param>
/// <param name="ChangedOrdinal">Ordinal of that version.</param>
/// <param name="ChangedParagraphId">The paragraph that carries it.</param>
/// <param name="ChangedParagraph">Number of that paragraph.</param>
/// <param name="AnsweredAt">When it was answered.</param>
/// <param name="ConfirmedAt">When the Office confirmed the answer.</param>
/// <param name="IsIllustrative">Illustrative data.</param>
/// <param name="Version">Concurrency token.</param>
public sealed record GivenResponse(
    Guid? AgencyId, string? Agency, DateOnly? DueOn, string? ReturnNote, Disposition? Disposition, string? Text, string? HandedTo, Guid? ChangedDraftId, Guid? ChangedVersionId, int? ChangedOrdinal,
    Guid? ChangedParagraphId, int? ChangedParagraph, DateTimeOffset? AnsweredAt, DateTimeOffset? ConfirmedAt, bool IsIllustrative, uint Version);

/// <summary>One line of the ledger: an opinion that stands for itself, with all who proposed it, and what became of it.</summary>
/// <param name="Opinion">The opinion with those behind it.</param>
/// <param name="Item">Its content; null for the session as a whole.</param>
/// <param name="Place">Its place in a draft; null where it names none.</param>
/// <param name="Response">What became of it; null while nothing did.</param>
public sealed record ResponseRow(MergedOpinion Opinion, ResponseItem? Item, ResponsePlace? Place, GivenResponse? Response)
{
    /// <summary>When the words of the opinion were changed last; null where they are the first.</summary>
    public DateTimeOffset? WordsChangedAt { get; init; }

    /// <summary>Whether the answer is to other words than the opinion has now.</summary>
    public bool IsAnswerToOtherWords => Response?.AnsweredAt < WordsChangedAt;

    /// <summary>How far it has come.</summary>
    public ResponseState State => Response switch
    {
        { ConfirmedAt: not null } => ResponseState.Confirmed,
        { Disposition: not null } => ResponseState.Answered,
        { AgencyId: not null } => ResponseState.Assigned,
        _ => ResponseState.Waiting,
    };
}

/// <summary>The lines of the ledger. Whoever shows their result to a person notes <c>opinions.read</c>.</summary>
public static class ResponseRows
{
    /// <summary>The ledger of a session: one row for each opinion that stands for itself, by content, place in the draft and number. Five queries whatever the number of opinions.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The rows.</returns>
    public static async Task<List<ResponseRow>> ResponseRowsAsync(this RecordsContext records, Guid sessionId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        var opinions = (await records.StandingOpinionQuery(sessionId).ToListAsync(cancel)).Merged();
        var items = await (
            from i in records.AgendaItems.AsNoTracking()
            join a in records.Agencies on i.LeadAgencyId equals a.Id into agencies
            from a in agencies.DefaultIfEmpty()
            where i.SessionId == sessionId
            select new ResponseItem(i.Id, i.Position, i.Title, i.LeadAgencyId, a.ShortName)).ToDictionaryAsync(i => i.Id, cancel);
        var places = await (
            from o in records.Opinions.AsNoTracking()
            join v in records.DraftVersions on o.DraftVersionId equals v.Id
            join d in records.Drafts on v.DraftId equals d.Id
            join p in records.Paragraphs on o.ParagraphId equals p.Id into paragraphs
            from p in paragraphs.DefaultIfEmpty()
            where o.SessionId == sessionId && o.WithdrawnAt == null
            select new { o.Id, Place = new ResponsePlace(d.Id, d.Title, v.Id, v.Ordinal, o.ParagraphId, (int?)p.Number, p.Marker) }).ToDictionaryAsync(p => p.Id, p => p.Place, cancel);
        var changed = await records.OpinionRevisions.Where(r => records.Opinions.Any(o => o.Id == r.OpinionId && o.SessionId == sessionId))
            .GroupBy(r => r.OpinionId).Select(o => new { o.Key, At = o.Max(r => r.ChangedAt) }).ToDictionaryAsync(o => o.Key, o => (DateTimeOffset?)o.At, cancel);
        var responses = await records.GivenResponses(sessionId).ToDictionaryAsync(r => r.OpinionId, r => r.Response, cancel);
        return
        [
            .. opinions.Select(o => new ResponseRow(
                    o, o.Lead.ItemId is { } item ? items[item] : null, places.GetValueOrDefault(o.Lead.Id), responses.GetValueOrDefault(o.Lead.Id)) { WordsChangedAt = changed.GetValueOrDefault(o.Lead.Id) })
                .OrderBy(r => r.Item?.Position ?? int.MaxValue).ThenBy(r => r.Place?.DraftTitle, StringComparer.Ordinal).ThenBy(r => r.Place?.Paragraph ?? 0)
                .ThenBy(r => r.Opinion.Lead.Number, StringComparer.Ordinal),
        ];
    }

    private static IQueryable<KeyedResponse> GivenResponses(this RecordsContext records, Guid sessionId) =>
        from r in records.Responses.AsNoTracking()
        join o in records.Opinions on r.OpinionId equals o.Id
        join a in records.Agencies on r.AgencyId equals a.Id into agencies
        from a in agencies.DefaultIfEmpty()
        join h in records.Agencies on r.HandedToId equals h.Id into others
        from h in others.DefaultIfEmpty()
        join v in records.DraftVersions on r.ChangedVersionId equals v.Id into versions
        from v in versions.DefaultIfEmpty()
        join p in records.Paragraphs on r.ChangedParagraphId equals p.Id into paragraphs
        from p in paragraphs.DefaultIfEmpty()
        where o.SessionId == sessionId && o.WithdrawnAt == null
        select new KeyedResponse(r.OpinionId, new(
            r.AgencyId, a.ShortName, r.DueOn, r.ReturnNote, r.Disposition, r.Text, h.ShortName, (Guid?)v.DraftId, r.ChangedVersionId, (int?)v.Ordinal, r.ChangedParagraphId, (int?)p.Number,
            r.AnsweredAt, r.ConfirmedAt, r.IsIllustrative, r.Version));

    private sealed record KeyedResponse(Guid OpinionId, GivenResponse Response);
}
