using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Opinions;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Queries;

/// <summary>An opinion that was not withdrawn, with its proposer and group.</summary>
/// <param name="Id">Key.</param>
/// <param name="ItemId">The content; null for the session as a whole.</param>
/// <param name="Number">Readable number.</param>
/// <param name="Speaker">Who spoke.</param>
/// <param name="Unit">Unit of the delegate.</param>
/// <param name="GroupId">The group in which it was made, or that of the speaker where one of a group was recorded without its name.</param>
/// <param name="Group">Name of the group.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Channel">Channel.</param>
/// <param name="Text">Text.</param>
/// <param name="LeadId">The opinion that stands for it; null while it stands for itself, as it does when that one was withdrawn.</param>
/// <param name="IsIllustrative">Illustrative data.</param>
/// <param name="Version">Concurrency token.</param>
public sealed record StandingOpinion(
    Guid Id, Guid? ItemId, string Number, string Speaker, string? Unit, Guid? GroupId, string? Group, OpinionKind Kind, OpinionChannel Channel, string Text, Guid? LeadId,
    bool IsIllustrative, uint Version)
{
    /// <summary>Proposer with the group: "Nguyễn Văn A (Tổ 1)".</summary>
    public string Proposer => Group is null ? Speaker : $"{Speaker} ({Group})";
}

/// <summary>An opinion with those that stand behind it.</summary>
/// <param name="Lead">The opinion that stands for all.</param>
/// <param name="Others">The others, by number.</param>
public sealed record MergedOpinion(StandingOpinion Lead, IReadOnlyList<StandingOpinion> Others)
{
    /// <summary>All of them, the lead first.</summary>
    public IEnumerable<StandingOpinion> All => [Lead, .. Others];
}

/// <summary>Queries of opinions that stand. Whoever shows their result to a person notes <c>opinions.read</c>.</summary>
public static class StandingOpinions
{
    /// <summary>The opinions that stand for themselves: not withdrawn, and behind no other one that stands. Each has one line of the ledger and one response.</summary>
    /// <param name="records">The office's context.</param>
    /// <returns>A query to filter further.</returns>
    public static IQueryable<Opinion> LeadOpinions(this RecordsContext records)
    {
        ArgumentNullException.ThrowIfNull(records);
        return records.Opinions.Where(o => o.WithdrawnAt == null && !records.Opinions.Any(l => l.Id == o.MergedIntoId && l.WithdrawnAt == null));
    }

    /// <summary>The opinions of a session that stand, by number.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="sessionId">The session.</param>
    /// <returns>A query; a filter would have to stand before the projection, see <see cref="StandingOpinionQuery(RecordsContext, IQueryable{Opinion})"/>.</returns>
    public static IQueryable<StandingOpinion> StandingOpinionQuery(this RecordsContext records, Guid sessionId)
    {
        ArgumentNullException.ThrowIfNull(records);
        return records.StandingOpinionQuery(records.Opinions.Where(o => o.SessionId == sessionId));
    }

    /// <summary>Those of some opinions that stand, by number.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="opinions">The opinions.</param>
    /// <returns>A query.</returns>
    public static IQueryable<StandingOpinion> StandingOpinionQuery(this RecordsContext records, IQueryable<Opinion> opinions)
    {
        ArgumentNullException.ThrowIfNull(records);
        return
            from o in opinions.AsNoTracking()
            where o.WithdrawnAt == null
            let groupId = o.GroupId ?? (o.Channel != OpinionChannel.Group ? null
                : records.Invitations.Where(i => i.SessionId == o.SessionId && i.DelegateId == o.DelegateId).Select(i => i.GroupId).FirstOrDefault())
            join d in records.Delegates on o.DelegateId equals d.Id into delegates
            from d in delegates.DefaultIfEmpty()
            join g in records.DiscussionGroups on groupId equals g.Id into groups
            from g in groups.DefaultIfEmpty()
            join l in records.Opinions on o.MergedIntoId equals l.Id into leads
            from l in leads.DefaultIfEmpty()
            orderby o.Number
            select new StandingOpinion(
                o.Id, o.ItemId, o.Number, d.FullName ?? o.SpeakerName!, d.Unit, groupId, g.Name, o.Kind, o.Channel, o.Text, l.WithdrawnAt == null ? o.MergedIntoId : null,
                o.IsIllustrative, o.Version);
    }

    /// <summary>The opinions that were merged with one.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="opinionId">Any of them.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The lead with all behind it; null for an opinion that was not merged.</returns>
    public static async Task<MergedOpinion?> SameOpinionAsync(this RecordsContext records, Guid opinionId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        var leads = records.Opinions.Where(o => o.Id == opinionId).Select(o => o.MergedIntoId ?? o.Id);
        var all = await records.StandingOpinionQuery(records.Opinions.Where(o => leads.Contains(o.Id) || leads.Contains(o.MergedIntoId!.Value))).ToListAsync(cancel);
        return all.Merged().FirstOrDefault(m => m.Others.Count > 0 && m.All.Any(o => o.Id == opinionId));
    }

    /// <summary>Puts opinions behind those that stand for them.</summary>
    /// <param name="opinions">Opinions that stand, with their leads.</param>
    /// <returns>The opinions that stand for themselves, in the order given, each with those behind it.</returns>
    public static IReadOnlyList<MergedOpinion> Merged(this IReadOnlyCollection<StandingOpinion> opinions)
    {
        ArgumentNullException.ThrowIfNull(opinions);
        var behind = opinions.ToLookup(o => o.LeadId);
        return [.. opinions.Where(o => o.LeadId is null).Select(o => new MergedOpinion(o, [.. behind[o.Id]]))];
    }
}
