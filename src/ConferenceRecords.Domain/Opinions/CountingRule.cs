namespace ConferenceRecords.Domain.Opinions;

/// <summary>What counts as one contribution (lượt ý kiến).</summary>
public enum TurnUnit
{
    /// <summary>Every opinion.</summary>
    Opinion,

    /// <summary>Every person on every content, however many opinions.</summary>
    SpeakerOnItem,

    /// <summary>Every person once.</summary>
    Speaker,

    /// <summary>The channel is not counted.</summary>
    None,
}

/// <summary>How the contributions of one channel are counted in a session, so that the number announced can be checked against the rows.</summary>
public sealed class CountingRule
{
    private CountingRule() { }

    /// <summary>Sets a rule.</summary>
    /// <param name="id">Key.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="unit">What counts.</param>
    public CountingRule(Guid id, Guid sessionId, OpinionChannel channel, TurnUnit unit) =>
        (Id, SessionId, Channel, Unit) = (Rule.Key(id, "counting-rule"), sessionId, channel, unit);

    /// <summary>Key.</summary>
    public Guid Id { get; private init; }

    /// <summary>The session.</summary>
    public Guid SessionId { get; private init; }

    /// <summary>The channel.</summary>
    public OpinionChannel Channel { get; private init; }

    /// <summary>What counts.</summary>
    public TurnUnit Unit { get; private set; }

    /// <summary>The rule of a channel for which a session sets none: speeches count one by one, a ballot or a letter counts once for its sender.</summary>
    /// <param name="channel">The channel.</param>
    /// <returns>What counts.</returns>
    public static TurnUnit Default(OpinionChannel channel) =>
        channel is OpinionChannel.Ballot or OpinionChannel.Written ? TurnUnit.Speaker : TurnUnit.Opinion;

    /// <summary>Changes what counts.</summary>
    /// <param name="unit">What counts.</param>
    public void Count(TurnUnit unit) => Unit = unit;
}
