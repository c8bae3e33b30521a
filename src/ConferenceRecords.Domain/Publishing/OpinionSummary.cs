using ConferenceRecords.Domain.Responses;

namespace ConferenceRecords.Domain.Publishing;

/// <summary>
/// The summary of a session's opinions on its way to the public: what was said and what became of it, in the Office's words. Who said it stays out, unless a named person allowed it.
/// </summary>
public sealed class OpinionSummary : Release
{
    private readonly List<SummaryLine> lines = [];

    private OpinionSummary() { }

    /// <summary>Opens the summary of a session.</summary>
    /// <param name="id">Key.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="introduction">What has to be said before; null without.</param>
    /// <param name="authorId">Who writes.</param>
    /// <exception cref="DomainException">The text breaks a rule.</exception>
    public OpinionSummary(Guid id, Guid sessionId, string? introduction, Guid authorId)
        : base(id, sessionId) => Introduce(introduction, authorId);

    /// <inheritdoc/>
    public override ReleaseKind Kind => ReleaseKind.OpinionSummary;

    /// <summary>What has to be said before; null without.</summary>
    public string? Introduction { get; private set; }

    /// <summary>All lines, the ones taken out too.</summary>
    public IReadOnlyList<SummaryLine> Lines => lines;

    /// <summary>Writes what has to be said before the lines.</summary>
    /// <param name="introduction">The text; null without.</param>
    /// <param name="authorId">Who writes.</param>
    /// <exception cref="DomainException">It waits for approval, or the text breaks a rule.</exception>
    public void Introduce(string? introduction, Guid authorId)
    {
        Open(authorId);
        Introduction = Rule.OptionalText(introduction, "summary.introduction", Rule.TextLength);
    }

    /// <summary>Takes a line of the ledger over. Its words are a beginning: they don't go out before somebody worded the line.</summary>
    /// <param name="source">The line of the ledger.</param>
    /// <param name="authorId">Who fills the summary.</param>
    /// <returns>Whether the summary changed.</returns>
    /// <exception cref="DomainException">It waits for approval.</exception>
    public bool Take(LedgerLine source, Guid authorId)
    {
        ArgumentNullException.ThrowIfNull(source);
        Open(authorId);
        if (lines.Find(l => l.OpinionId == source.OpinionId) is { } there) return there.Follow(source);
        lines.Add(new(Id, lines.Count + 1, source));
        return true;
    }

    /// <summary>Words a line.</summary>
    /// <param name="id">Its key.</param>
    /// <param name="text">What was proposed.</param>
    /// <param name="answer">What was taken in and how, or the reason; null without.</param>
    /// <param name="authorId">Who writes.</param>
    /// <exception cref="DomainException">It waits for approval, there is no such line, or the text breaks a rule.</exception>
    public void Word(Guid id, string? text, string? answer, Guid authorId)
    {
        Open(authorId);
        Find(id).Word(text, answer);
    }

    /// <summary>Lets a line show who spoke, because a named person allowed it.</summary>
    /// <param name="id">Its key.</param>
    /// <param name="speakers">The names as they shall stand.</param>
    /// <param name="allowedBy">Full name of the person who allowed it.</param>
    /// <param name="authorId">The account that records it.</param>
    /// <param name="at">When.</param>
    /// <exception cref="DomainException">It waits for approval, there is no such line, or a name is missing.</exception>
    public void Name(Guid id, string? speakers, string? allowedBy, Guid authorId, DateTimeOffset at)
    {
        Open(authorId);
        Find(id).Name(speakers, allowedBy, authorId, at);
    }

    /// <summary>Takes the names off a line.</summary>
    /// <param name="id">Its key.</param>
    /// <param name="authorId">Who does.</param>
    /// <exception cref="DomainException">It waits for approval, or there is no such line.</exception>
    public void Unname(Guid id, Guid authorId)
    {
        Open(authorId);
        Find(id).Unname();
    }

    /// <summary>Takes a line out, or puts it back.</summary>
    /// <param name="id">Its key.</param>
    /// <param name="at">When it was taken out; null to put it back.</param>
    /// <param name="authorId">Who does.</param>
    /// <exception cref="DomainException">It waits for approval, or there is no such line.</exception>
    public void Leave(Guid id, DateTimeOffset? at, Guid authorId)
    {
        Open(authorId);
        Find(id).RemovedAt = at;
    }

    /// <inheritdoc/>
    protected override void MustBeComplete()
    {
        Rule.Holds(lines.Exists(l => l.RemovedAt is null), "release.empty", "The summary has no line");
        Rule.Holds(lines.TrueForAll(l => l.IsWorded || l.RemovedAt is not null), "summary.unworded", "A line was not worded yet");
    }

    private SummaryLine Find(Guid id) => lines.Find(l => l.Id == id) ?? throw new DomainException("summary.unknown-line", "There is no such line");
}

/// <summary>A line of the ledger as the summary takes it over.</summary>
/// <param name="OpinionId">The opinion that stands for all who said the same.</param>
/// <param name="ItemId">Its content; null for the session as a whole.</param>
/// <param name="Text">Its words.</param>
/// <param name="Answer">The answer's words.</param>
/// <param name="Disposition">What was decided.</param>
/// <param name="Proposals">How many said it.</param>
/// <param name="IsIllustrative">Illustrative data.</param>
public sealed record LedgerLine(Guid OpinionId, Guid? ItemId, string Text, string? Answer, Disposition Disposition, int Proposals, bool IsIllustrative);

/// <summary>One line of a summary.</summary>
public sealed class SummaryLine
{
    private SummaryLine() { }

    internal SummaryLine(Guid summaryId, int position, LedgerLine source)
    {
        (Id, SummaryId, Position, OpinionId) = (Guid.CreateVersion7(), summaryId, position, source.OpinionId);
        (ItemId, Text, Answer, Disposition, Proposals, IsIllustrative) =
            (source.ItemId, Rule.Text(source.Text, "summary.text", Rule.TextLength), Rule.OptionalText(source.Answer, "summary.answer", Rule.TextLength), source.Disposition, source.Proposals, source.IsIllustrative);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private init; }

    /// <summary>The summary.</summary>
    public Guid SummaryId { get; private init; }

    /// <summary>Order in which it was taken over, from 1.</summary>
    public int Position { get; private init; }

    /// <summary>The opinion that it sums up, with those behind it.</summary>
    public Guid OpinionId { get; private init; }

    /// <summary>Its content; null for the session as a whole.</summary>
    public Guid? ItemId { get; private set; }

    /// <summary>What was proposed.</summary>
    public string Text { get; private set; } = "";

    /// <summary>What was taken in and how, or the reason.</summary>
    public string? Answer { get; private set; }

    /// <summary>What was decided.</summary>
    public Disposition Disposition { get; private set; }

    /// <summary>How many contributions it sums up.</summary>
    public int Proposals { get; private set; }

    /// <summary>Whether the Office worded it: what stands in the ledger does not go out by itself.</summary>
    public bool IsWorded { get; private set; }

    /// <summary>Illustrative data.</summary>
    public bool IsIllustrative { get; private init; }

    /// <summary>Names of who spoke; null unless a named person allowed them.</summary>
    public string? Speakers { get; private set; }

    /// <summary>Full name of the person who allowed the names.</summary>
    public string? AllowedBy { get; private set; }

    /// <summary>The account that recorded the permission.</summary>
    public Guid? AllowedRecordedById { get; private set; }

    /// <summary>When it was recorded.</summary>
    public DateTimeOffset? AllowedRecordedAt { get; private set; }

    /// <summary>When it was taken out; null while it stands.</summary>
    public DateTimeOffset? RemovedAt { get; internal set; }

    /// <summary>Takes over what is counted and decided. A line whose outcome is another one now has to be worded again.</summary>
    internal bool Follow(LedgerLine source)
    {
        if (!IsWorded && (Text, Answer) != (source.Text, source.Answer))
        {
            // Nobody has worded it yet: it begins with what the ledger says today.
            (Text, Answer, ItemId, Disposition, Proposals) = (source.Text, source.Answer, source.ItemId, source.Disposition, source.Proposals);
            return true;
        }
        if ((ItemId, Disposition, Proposals) == (source.ItemId, source.Disposition, source.Proposals)) return false;
        if (Disposition != source.Disposition) IsWorded = false;
        (ItemId, Disposition, Proposals) = (source.ItemId, source.Disposition, source.Proposals);
        return true;
    }

    internal void Word(string? text, string? answer)
    {
        var (words, reply) = (Rule.Text(text, "summary.text", Rule.TextLength), Rule.OptionalText(answer, "summary.answer", Rule.TextLength));
        (Text, Answer, IsWorded) = (words, reply, true);
    }

    internal void Name(string? speakers, string? allowedBy, Guid by, DateTimeOffset at)
    {
        var (names, person) = (Rule.Text(speakers, "summary.speakers", 500), Rule.Text(allowedBy, "summary.allowed-by", 200));

        // "Văn phòng", "trưởng đoàn": somebody has to answer for it by name.
        Rule.Holds(person.Trim().Contains(' ', StringComparison.Ordinal), "summary.allowed-by.full-name", "The permission needs a full name");
        (Speakers, AllowedBy, AllowedRecordedById, AllowedRecordedAt) = (names, person, by, at);
    }

    internal void Unname() => (Speakers, AllowedBy, AllowedRecordedById, AllowedRecordedAt) = (null, null, null, null);
}
