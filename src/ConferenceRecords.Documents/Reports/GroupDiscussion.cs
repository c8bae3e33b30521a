using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Opinions;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Documents.Reports;

/// <summary>What was said in the discussion groups of a session.</summary>
/// <param name="Session">The session.</param>
/// <param name="Committee">Name of the committee.</param>
/// <param name="Groups">The groups that stand, and dissolved ones that have opinions.</param>
/// <param name="Items">The contents on the agenda, in order.</param>
/// <param name="Opinions">The opinions of groups, merged, with everybody who said the same elsewhere.</param>
public sealed record GroupDiscussion(
    SessionHead Session, string Committee, IReadOnlyList<GroupLine> Groups, IReadOnlyList<GroupDiscussion.Content> Items, IReadOnlyList<MergedOpinion> Opinions)
{
    /// <summary>Opinions made in groups, each counted.</summary>
    public IEnumerable<StandingOpinion> InGroups => Opinions.SelectMany(o => o.All).Where(IsOfGroup);

    /// <summary>Loads what was said; whoever gives it to a person notes <c>opinions.read</c>.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="session">The session.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The discussion.</returns>
    public static async Task<GroupDiscussion> LoadAsync(RecordsContext records, SessionHead session, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(session);
        var committee = await records.CommitteeNameAsync(session.Id, cancel);
        var items = await records.AgendaItems.Where(i => i.SessionId == session.Id && i.WithdrawnAt == null).OrderBy(i => i.Position).ThenBy(i => i.Id)
            .Select(i => new Content(i.Id, i.Position, i.Title, i.IsIllustrative)).ToListAsync(cancel);
        var opinions = await records.StandingOpinionQuery(session.Id).ToListAsync(cancel);
        return new(
            session, committee, [.. (await records.GroupLinesAsync(session.Id, cancel)).Where(g => g.RemovedAt is null || g.Opinions > 0)], items,
            [.. opinions.Merged().Where(o => o.All.Any(IsOfGroup))]);
    }

    /// <summary>Whether an opinion was made in a group.</summary>
    /// <param name="opinion">An opinion.</param>
    /// <returns>True also for one whose group was not noted.</returns>
    public static bool IsOfGroup(StandingOpinion opinion)
    {
        ArgumentNullException.ThrowIfNull(opinion);
        return opinion.Channel == OpinionChannel.Group || opinion.GroupId is not null;
    }

    /// <summary>A content of the agenda.</summary>
    /// <param name="Id">Key.</param>
    /// <param name="Position">Number.</param>
    /// <param name="Title">Title.</param>
    /// <param name="IsIllustrative">Illustrative data.</param>
    public sealed record Content(Guid Id, int Position, string Title, bool IsIllustrative);
}
