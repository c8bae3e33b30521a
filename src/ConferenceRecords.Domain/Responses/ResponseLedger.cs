namespace ConferenceRecords.Domain.Responses;

/// <summary>That the answering of a session's opinions was completed (hoàn thành). One that is recorded afterwards waits as every other one does, and the session is complete again once it is answered and completed anew.</summary>
public sealed class ResponseLedger
{
    private ResponseLedger() { }

    /// <summary>Opens the ledger of a session.</summary>
    /// <param name="sessionId">The session.</param>
    public ResponseLedger(Guid sessionId) => SessionId = sessionId;

    /// <summary>The session; also the key.</summary>
    public Guid SessionId { get; private init; }

    /// <summary>When it was completed last; null before that and after it was opened again.</summary>
    public DateTimeOffset? CompletedAt { get; private set; }

    /// <summary>The account that completed it.</summary>
    public Guid? CompletedById { get; private set; }

    /// <summary>Opinions that had been answered or merged then.</summary>
    public int CompletedCount { get; private set; }

    /// <summary>Concurrency token.</summary>
    public uint Version { get; private set; }

    /// <summary>Completes it.</summary>
    /// <param name="opinions">Opinions that stand.</param>
    /// <param name="left">Those of them without an end.</param>
    /// <param name="byId">The account.</param>
    /// <param name="at">Time.</param>
    /// <exception cref="DomainException">An opinion has no end yet, or there is none.</exception>
    public void Complete(int opinions, int left, Guid byId, DateTimeOffset at)
    {
        Rule.Holds(opinions > 0, "ledger.empty", "There is no opinion");
        Rule.Holds(left == 0, "ledger.left", "Opinions are left without an answer");
        (CompletedAt, CompletedById, CompletedCount) = (at, byId, opinions);
    }

    /// <summary>Opens it again.</summary>
    public void Reopen() => (CompletedAt, CompletedById, CompletedCount) = (null, null, 0);
}
