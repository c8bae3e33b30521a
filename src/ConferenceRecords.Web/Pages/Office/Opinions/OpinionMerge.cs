using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Opinions;
using ConferenceRecords.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Opinions;

/// <summary>Two people changed the same opinion: what both began with, what the person wrote, what is stored now, by paragraphs.</summary>
/// <param name="BaseOrdinal">Which words of the opinion the person began with.</param>
/// <param name="MineOrdinal">Under which ordinal the person's words are kept.</param>
/// <param name="Mine">What the person wrote.</param>
/// <param name="Theirs">What is stored.</param>
/// <param name="Parts">The parts to choose from.</param>
public sealed record OpinionMerge(int BaseOrdinal, int MineOrdinal, OpinionFacts Mine, OpinionFacts Theirs, IReadOnlyList<MergePart> Parts)
{
    /// <summary>
    /// Whether somebody else changed the words since the person began with them, and not to the same ones. A withdrawal undone or a name found in the
    /// meantime is not in the way.
    /// </summary>
    public static async Task<bool> IsDueAsync(RecordsContext records, Opinion opinion, int ordinal, OpinionFacts mine, CancellationToken cancel) =>
        ordinal != opinion.Revision && opinion.WithdrawnAt is null && mine != Now(opinion) && await FactsAsync(records, opinion, ordinal, cancel) != Now(opinion);

    /// <summary>The words of an opinion at an ordinal: those it has now, or earlier ones; null where it never had so many.</summary>
    public static async Task<OpinionFacts?> FactsAsync(RecordsContext records, Opinion opinion, int ordinal, CancellationToken cancel) =>
        ordinal == opinion.Revision
            ? Now(opinion)
            : await records.OpinionRevisions.AsNoTracking().Where(r => r.OpinionId == opinion.Id && r.Ordinal == ordinal).OrderBy(r => r.Id)
                .Select(r => new OpinionFacts(r.Kind, r.Channel, r.Text)).FirstOrDefaultAsync(cancel);

    /// <summary>The text that was put together from what was offered; null where something was offered that is not there.</summary>
    public static async Task<string?> ComposeAsync(RecordsContext records, Opinion opinion, MergeInput input, int theirOrdinal, CancellationToken cancel)
    {
        var start = await FactsAsync(records, opinion, input.BaseOrdinal, cancel);
        if (await FactsAsync(records, opinion, input.MineOrdinal, cancel) is not { } mine || await FactsAsync(records, opinion, theirOrdinal, cancel) is not { } theirs) return null;
        return ParagraphMerge.Compose(ParagraphMerge.Of(start?.Text ?? "", mine.Text, theirs.Text), [.. input.Choices ?? []]);
    }

    /// <summary>
    /// Keeps the words of the person who came second among the earlier words before anything is chosen: they become the present ones and give way to the stored
    /// ones in one transaction, so that whatever is chosen, and even if nothing is, both texts remain.
    /// </summary>
    public static async Task<OpinionMerge> KeepAsync(RecordsContext records, Opinion opinion, int baseOrdinal, OpinionFacts mine, Guid userId, DateTimeOffset at, CancellationToken cancel)
    {
        var theirs = Now(opinion);
        var start = await FactsAsync(records, opinion, baseOrdinal, cancel);
        await using var transaction = await records.Database.BeginTransactionAsync(cancel);
        opinion.Change(mine, userId, at);
        await records.SaveChangesAsync(cancel);
        var mineOrdinal = opinion.Revision;
        opinion.Change(theirs, userId, at);
        await records.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new(baseOrdinal, mineOrdinal, mine, theirs, ParagraphMerge.Of(start?.Text ?? "", mine.Text, theirs.Text));
    }

    private static OpinionFacts Now(Opinion opinion) => new(opinion.Kind, opinion.Channel, opinion.Text);
}

/// <summary>What was chosen, part by part.</summary>
/// <param name="BaseOrdinal">Which words both began with.</param>
/// <param name="MineOrdinal">Which words are the person's.</param>
/// <param name="Choices">A choice for each part.</param>
public sealed record MergeInput(int BaseOrdinal, int MineOrdinal, IReadOnlyList<MergeChoice?>? Choices);
