namespace ConferenceRecords.Domain.Opinions;

/// <summary>
/// Where an opinion belongs in a later version than the one it was made on, as a person confirmed it. The opinion itself stays on its version; without a placement the
/// program proposes one and never decides.
/// </summary>
public sealed class Placement
{
    private Placement() { }

    /// <summary>Places an opinion.</summary>
    /// <param name="opinionId">The opinion.</param>
    /// <param name="versionId">The later version.</param>
    /// <param name="paragraphId">The paragraph of that version; null: it has no place there.</param>
    /// <param name="byId">The account that confirmed it.</param>
    /// <param name="at">Time.</param>
    public Placement(Guid opinionId, Guid versionId, Guid? paragraphId, Guid byId, DateTimeOffset at)
    {
        (OpinionId, VersionId) = (opinionId, versionId);
        Put(paragraphId, byId, at);
    }

    /// <summary>The opinion.</summary>
    public Guid OpinionId { get; private init; }

    /// <summary>The later version.</summary>
    public Guid VersionId { get; private init; }

    /// <summary>The paragraph; null: it has no place there ("ý kiến chưa gắn đoạn").</summary>
    public Guid? ParagraphId { get; private set; }

    /// <summary>The account that confirmed it.</summary>
    public Guid PlacedById { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset PlacedAt { get; private set; }

    /// <summary>When the confirmation was taken back, so that the opinion waits for a place again; null while it holds.</summary>
    public DateTimeOffset? TakenBackAt { get; private set; }

    /// <summary>Concurrency token.</summary>
    public uint Version { get; private set; }

    /// <summary>Puts it elsewhere, or anew after it was taken back.</summary>
    /// <param name="paragraphId">The paragraph; null: it has no place there.</param>
    /// <param name="byId">The account.</param>
    /// <param name="at">Time.</param>
    public void Put(Guid? paragraphId, Guid byId, DateTimeOffset at) =>
        (ParagraphId, PlacedById, PlacedAt, TakenBackAt) = (paragraphId, byId, at, null);

    /// <summary>Takes the confirmation back; the row stays, as every row does.</summary>
    /// <param name="at">Time.</param>
    public void TakeBack(DateTimeOffset at) => TakenBackAt ??= at;
}
