namespace ConferenceRecords.Domain.Opinions;

/// <summary>The words of an opinion before a change. Never changed and never removed: no text that somebody wrote is lost.</summary>
public sealed class OpinionRevision
{
    private OpinionRevision() { }

    internal OpinionRevision(Opinion opinion, OpinionFacts before, Guid changedById, DateTimeOffset at) =>
        (OpinionId, Ordinal, Kind, Channel, Text, ChangedById, ChangedAt) = (opinion.Id, opinion.Revision, before.Kind, before.Channel, before.Text, changedById, at);

    /// <summary>Key.</summary>
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>The opinion.</summary>
    public Guid OpinionId { get; private init; }

    /// <summary>Which words of the opinion, from 1.</summary>
    public int Ordinal { get; private init; }

    /// <summary>Kind.</summary>
    public OpinionKind Kind { get; private init; }

    /// <summary>Channel.</summary>
    public OpinionChannel Channel { get; private init; }

    /// <summary>Text.</summary>
    public string Text { get; private init; } = "";

    /// <summary>The account that replaced these words.</summary>
    public Guid ChangedById { get; private init; }

    /// <summary>When they were replaced.</summary>
    public DateTimeOffset ChangedAt { get; private init; }
}
