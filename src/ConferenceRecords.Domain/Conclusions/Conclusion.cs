using ConferenceRecords.Domain.Publishing;

namespace ConferenceRecords.Domain.Conclusions;

/// <summary>The closing text of a session (kết luận) with its directives. Published only after a second person approved it.</summary>
public sealed class Conclusion : Release
{
    private readonly List<Directive> directives = [];

    private Conclusion() { }

    /// <summary>Opens the conclusion of a session.</summary>
    /// <param name="id">Key.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="text">Title and text.</param>
    /// <param name="authorId">Who writes.</param>
    /// <exception cref="DomainException">The text breaks a rule.</exception>
    public Conclusion(Guid id, Guid sessionId, ConclusionText text, Guid authorId)
        : base(id, sessionId) => Write(text, authorId);

    /// <summary>Longest text, in characters.</summary>
    public const int BodyLength = 200_000;

    /// <inheritdoc/>
    public override ReleaseKind Kind => ReleaseKind.Conclusion;

    /// <summary>Title.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The text, one paragraph a line.</summary>
    public string Body { get; private set; } = "";

    /// <summary>Number and symbol as written ("07-KL/TU"); null where the source gives none.</summary>
    public string? Symbol { get; private set; }

    /// <summary>Date of the document.</summary>
    public DateOnly? IssuedOn { get; private set; }

    /// <summary>Who concluded, as the documents say ("Bí thư Tỉnh ủy").</summary>
    public string? Signer { get; private set; }

    /// <summary>Full name of who signs; null where none is given.</summary>
    public string? SignerName { get; private set; }

    /// <summary>For whom it is signed ("T/M BAN THƯỜNG VỤ"); null where none is given.</summary>
    public string? SignedFor { get; private set; }

    /// <summary>Place of issue; null where none is given.</summary>
    public string? Place { get; private set; }

    /// <summary>Who receives it (nơi nhận), one a line; null where none is given.</summary>
    public string? Recipients { get; private set; }

    /// <summary>What has to be known about the wording, such as that it restates the source; published with it.</summary>
    public string? SourceNote { get; private set; }

    /// <summary>All directives, the removed ones too.</summary>
    public IReadOnlyList<Directive> Directives => directives;

    /// <summary>Replaces the text. Work on an approved conclusion opens its next edition.</summary>
    /// <param name="text">The new text.</param>
    /// <param name="authorId">Who writes.</param>
    /// <returns>The ties of directives to paragraphs that did not stay as they were; the others followed their paragraph or had none.</returns>
    /// <exception cref="DomainException">It waits for approval, or the text breaks a rule.</exception>
    public IReadOnlyList<DirectiveTie> Write(ConclusionText text, Guid authorId)
    {
        ArgumentNullException.ThrowIfNull(text);
        Open(authorId);
        var before = Body;
        Title = Rule.Text(text.Title, "conclusion.title", Rule.TitleLength);
        Body = Rule.Text(text.Body, "conclusion.body", BodyLength);
        Symbol = Rule.OptionalText(text.Symbol, "conclusion.symbol", 50);
        Signer = Rule.OptionalText(text.Signer, "conclusion.signer", 300);
        SourceNote = Rule.OptionalText(text.SourceNote, "conclusion.source-note", Rule.SourceNoteLength);
        SignerName = Rule.OptionalText(text.SignerName, "conclusion.signer-name", 200);
        SignedFor = Rule.OptionalText(text.SignedFor, "conclusion.signed-for", 200);
        Place = Rule.OptionalText(text.Place, "conclusion.place", 200);
        Recipients = Rule.OptionalText(text.Recipients, "conclusion.recipients", 2000);
        IssuedOn = text.IssuedOn;
        return DirectiveTies.Follow(before, Body, directives);
    }

    /// <summary>Adds a directive at the end.</summary>
    /// <param name="id">Key.</param>
    /// <param name="facts">Addressee, text, deadline.</param>
    /// <param name="authorId">Who writes.</param>
    /// <returns>The directive.</returns>
    /// <exception cref="DomainException">It waits for approval, or a fact breaks a rule.</exception>
    public Directive AddDirective(Guid id, DirectiveFacts facts, Guid authorId)
    {
        Open(authorId);
        var directive = new Directive(id, Id, directives.Count == 0 ? 1 : directives.Max(d => d.Number) + 1, facts);
        directives.Add(directive);
        return directive;
    }

    /// <summary>Changes a directive.</summary>
    /// <param name="id">Its key.</param>
    /// <param name="facts">The new facts.</param>
    /// <param name="authorId">Who writes.</param>
    /// <exception cref="DomainException">It waits for approval, or there is no such directive.</exception>
    public void ChangeDirective(Guid id, DirectiveFacts facts, Guid authorId)
    {
        Open(authorId);
        Find(id).Change(facts);
    }

    /// <summary>Takes a directive out; its row stays.</summary>
    /// <param name="id">Its key.</param>
    /// <param name="authorId">Who writes.</param>
    /// <param name="at">Time.</param>
    /// <exception cref="DomainException">It waits for approval, or there is no such directive.</exception>
    public void RemoveDirective(Guid id, Guid authorId, DateTimeOffset at)
    {
        Open(authorId);
        Find(id).Remove(at);
    }

    /// <summary>Puts a directive back that was taken out; its number is still its own.</summary>
    /// <param name="id">Its key.</param>
    /// <param name="authorId">Who writes.</param>
    /// <exception cref="DomainException">It waits for approval, or there is no such directive.</exception>
    public void RestoreDirective(Guid id, Guid authorId)
    {
        Open(authorId);
        (directives.Find(d => d.Id == id) ?? throw Unknown()).Restore();
    }

    private Directive Find(Guid id) =>
        directives.Find(d => d.Id == id && d.RemovedAt is null) ?? throw Unknown();

    private static DomainException Unknown() => new("directive.unknown", "There is no such directive");
}

/// <summary>Title and text of a conclusion.</summary>
/// <param name="Title">Title.</param>
/// <param name="Body">Text, one paragraph a line.</param>
/// <param name="Symbol">Number and symbol.</param>
/// <param name="IssuedOn">Date of the document.</param>
/// <param name="Signer">Who concluded.</param>
/// <param name="SourceNote">What has to be known about the wording; public.</param>
/// <param name="SignerName">Full name of who signs.</param>
/// <param name="SignedFor">For whom it is signed.</param>
/// <param name="Place">Place of issue.</param>
/// <param name="Recipients">Who receives it, one a line.</param>
public sealed record ConclusionText(
    string Title, string Body, string? Symbol = null, DateOnly? IssuedOn = null, string? Signer = null, string? SourceNote = null,
    string? SignerName = null, string? SignedFor = null, string? Place = null, string? Recipients = null)
{
    /// <summary>Paragraphs of a text: one a line, blank lines dropped; the n-th has number n.</summary>
    /// <param name="body">The text.</param>
    /// <returns>The paragraphs.</returns>
    public static IReadOnlyList<string> Paragraphs(string body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return body.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }
}
