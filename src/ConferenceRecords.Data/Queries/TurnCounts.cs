using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Opinions;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Queries;

/// <summary>What every counting rule gives for the opinions of one channel, or of one channel on one content.</summary>
/// <param name="Opinions">Every opinion.</param>
/// <param name="SpeakersOnItems">Every person on every content.</param>
/// <param name="Speakers">Every person once.</param>
public sealed record Turns(int Opinions, int SpeakersOnItems, int Speakers)
{
    /// <summary>No opinion at all.</summary>
    public static Turns None { get; } = new(0, 0, 0);

    /// <summary>The number by a rule.</summary>
    /// <param name="unit">What counts.</param>
    /// <returns>The number.</returns>
    public int By(TurnUnit unit) => unit switch
    {
        TurnUnit.Opinion => Opinions,
        TurnUnit.SpeakerOnItem => SpeakersOnItems,
        TurnUnit.Speaker => Speakers,
        _ => 0,
    };
}

/// <summary>The contributions of a session by every rule.</summary>
/// <param name="Channels">By channel; a channel without opinions is not among them.</param>
/// <param name="Items">By channel and content; the key is empty for the session as a whole.</param>
/// <param name="Rules">What counts in each channel: what the session sets, or the rule without it.</param>
public sealed record TurnCount(
    IReadOnlyDictionary<OpinionChannel, Turns> Channels, IReadOnlyDictionary<(OpinionChannel Channel, Guid ItemId), Turns> Items, IReadOnlyDictionary<OpinionChannel, TurnUnit> Rules)
{
    /// <summary>The contributions of the session by its rules.</summary>
    public int Total => Channels.Sum(c => c.Value.By(Rules[c.Key]));

    /// <summary>The contributions on a content by the rules of the channels. By the rule "every person once" they don't add up to the total.</summary>
    /// <param name="itemId">The content; empty for the session as a whole.</param>
    /// <returns>The number.</returns>
    public int Of(Guid itemId) => Items.Where(i => i.Key.ItemId == itemId).Sum(i => i.Value.By(Rules[i.Key.Channel]));
}

/// <summary>Counts contributions (lượt ý kiến).</summary>
public static class TurnCounts
{
    /// <summary>
    /// Counts the opinions of a session that were not withdrawn; merged ones count like the others. A person is a delegate, or a free name up to capitals where none was found yet.
    /// </summary>
    /// <param name="records">The office's context.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The counts, two queries whatever the number of opinions.</returns>
    public static async Task<TurnCount> TurnCountAsync(this RecordsContext records, Guid sessionId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        var rows = await records.Database.SqlQuery<Row>(
            $"""
             SELECT channel, item_id, grouping(item_id) = 1 AS whole, count(*)::int AS opinions,
                    count(DISTINCT (item_id, speaker))::int AS speakers_on_items, count(DISTINCT speaker)::int AS speakers
             FROM (SELECT channel, coalesce(item_id, '00000000-0000-0000-0000-000000000000') AS item_id, coalesce(delegate_id::text, lower(speaker_name COLLATE "vi-x-icu")) AS speaker
                   FROM records.opinions WHERE session_id = {sessionId} AND withdrawn_at IS NULL) AS standing
             GROUP BY GROUPING SETS ((channel), (channel, item_id))
             """).ToListAsync(cancel);
        var set = await records.CountingRules.AsNoTracking().Where(r => r.SessionId == sessionId).ToDictionaryAsync(r => r.Channel, r => r.Unit, cancel);
        return new(
            rows.Where(r => r.Whole).ToDictionary(r => Enum.Parse<OpinionChannel>(r.Channel), r => r.Turns),
            rows.Where(r => !r.Whole).ToDictionary(r => (Enum.Parse<OpinionChannel>(r.Channel), r.ItemId!.Value), r => r.Turns),
            Enum.GetValues<OpinionChannel>().ToDictionary(c => c, c => set.TryGetValue(c, out var unit) ? unit : CountingRule.Default(c)));
    }

    private sealed record Row(string Channel, Guid? ItemId, bool Whole, int Opinions, int SpeakersOnItems, int Speakers)
    {
        public Turns Turns => new(Opinions, SpeakersOnItems, Speakers);
    }
}
