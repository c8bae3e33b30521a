namespace ConferenceRecords.Domain.Publishing;

/// <summary>
/// The papers of a session on their way to the public: which version of which paper. The text is published, never the uploaded file. A paper of a content that is left
/// out of the publication, or that is internal, does not go out even when it was chosen before.
/// </summary>
public sealed class PapersRelease : Release
{
    private readonly List<Guid> versionIds = [];
    private readonly List<Guid> numberedDraftIds = [];

    private PapersRelease() { }

    /// <summary>Opens the release of a session's papers.</summary>
    /// <param name="id">Key.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="versions">The versions to publish, at most one of each paper.</param>
    /// <param name="authorId">Who chooses.</param>
    /// <exception cref="DomainException">The key is empty.</exception>
    public PapersRelease(Guid id, Guid sessionId, IEnumerable<Guid> versions, Guid authorId)
        : base(id, sessionId) => Choose(versions, authorId);

    /// <inheritdoc/>
    public override ReleaseKind Kind => ReleaseKind.Papers;

    /// <summary>The chosen versions.</summary>
    public IReadOnlyList<Guid> VersionIds => versionIds;

    /// <summary>The papers that ever went out, in the order of their permanent numbers: the n-th has number n, so that a link to a paper stays true.</summary>
    public IReadOnlyList<Guid> NumberedDraftIds => numberedDraftIds;

    /// <summary>Chooses the versions anew. Work on what was approved opens the next edition.</summary>
    /// <param name="versions">The versions to publish, at most one of each paper.</param>
    /// <param name="authorId">Who chooses.</param>
    /// <exception cref="DomainException">It waits for approval.</exception>
    public void Choose(IEnumerable<Guid> versions, Guid authorId)
    {
        ArgumentNullException.ThrowIfNull(versions);
        Open(authorId);
        versionIds.Clear();
        versionIds.AddRange(versions.Distinct());
    }

    /// <summary>The number that a paper has, or would get: one that never went out takes the next free one.</summary>
    /// <param name="draftIds">The papers of the edition in their order.</param>
    /// <returns>A number for each.</returns>
    public IReadOnlyDictionary<Guid, int> NumbersOf(IEnumerable<Guid> draftIds) =>
        numberedDraftIds.Concat(draftIds.Except(numberedDraftIds)).Index().ToDictionary(p => p.Item, p => p.Index + 1);

    /// <summary>Keeps the numbers with which papers go out.</summary>
    /// <param name="draftIds">The papers of the edition in their order.</param>
    public void KeepNumbers(IEnumerable<Guid> draftIds) => numberedDraftIds.AddRange(draftIds.Except(numberedDraftIds).ToList());

    /// <inheritdoc/>
    protected override void MustBeComplete() => Rule.Holds(versionIds.Count > 0, "release.empty", "No paper was chosen");
}
