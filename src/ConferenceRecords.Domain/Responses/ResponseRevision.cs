namespace ConferenceRecords.Domain.Responses;

/// <summary>An answer before it was changed or sent back. Never changed and never removed.</summary>
public sealed class ResponseRevision
{
    private ResponseRevision() { }

    internal ResponseRevision(Response response, Answer before, Guid changedById, DateTimeOffset at) =>
        (OpinionId, Ordinal, Disposition, Text, HandedToId, AnsweredById, ChangedById, ChangedAt) =
            (response.OpinionId, response.Revision, before.Disposition, before.Text, before.HandedToId, response.AnsweredById!.Value, changedById, at);

    /// <summary>Key.</summary>
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>The opinion.</summary>
    public Guid OpinionId { get; private init; }

    /// <summary>Which answer to the opinion, from 1.</summary>
    public int Ordinal { get; private init; }

    /// <summary>What was decided.</summary>
    public Disposition Disposition { get; private init; }

    /// <summary>What was taken in and how, or the reason.</summary>
    public string? Text { get; private init; }

    /// <summary>The other agency, where it was handed over.</summary>
    public Guid? HandedToId { get; private init; }

    /// <summary>The account that gave this answer.</summary>
    public Guid AnsweredById { get; private init; }

    /// <summary>The account that replaced it.</summary>
    public Guid ChangedById { get; private init; }

    /// <summary>When it was replaced.</summary>
    public DateTimeOffset ChangedAt { get; private init; }
}
