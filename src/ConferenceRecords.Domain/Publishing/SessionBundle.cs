using ConferenceRecords.Domain.Sessions;

namespace ConferenceRecords.Domain.Publishing;

/// <summary>
/// Everything that one edition makes public, and nothing else: what is not a member of these records can't be published. Built from approved records, frozen as bytes, never changed.
/// </summary>
/// <param name="SessionId">Key of the session.</param>
/// <param name="Slug">Permanent part of the address.</param>
/// <param name="Edition">Number of the edition within its kind, from 1.</param>
/// <param name="PublishedAt">When it became public: at its approval, or at the time that was set for it.</param>
/// <param name="Session">The session.</param>
public abstract record EditionBundle(Guid SessionId, string Slug, int Edition, DateTimeOffset PublishedAt, PublicSession Session);

/// <summary>An edition of a conclusion: the session with its contents, conclusion and figures.</summary>
/// <param name="SessionId">Key of the session.</param>
/// <param name="Slug">Permanent part of the address.</param>
/// <param name="Edition">Number of the edition, from 1.</param>
/// <param name="PublishedAt">When it became public.</param>
/// <param name="Session">The session.</param>
/// <param name="Categories">Its contents by category.</param>
/// <param name="Conclusion">Its conclusion.</param>
/// <param name="Indicators">Its figures.</param>
public sealed record SessionBundle(
    Guid SessionId,
    string Slug,
    int Edition,
    DateTimeOffset PublishedAt,
    PublicSession Session,
    IReadOnlyList<PublicCategory> Categories,
    PublicConclusion Conclusion,
    IReadOnlyList<PublicIndicator> Indicators)
    : EditionBundle(SessionId, Slug, Edition, PublishedAt, Session);

/// <summary>The public facts of a session.</summary>
/// <param name="Title">Title.</param>
/// <param name="Committee">Name of the committee.</param>
/// <param name="Body">Name of the body.</param>
/// <param name="TermLabel">Label of the term.</param>
/// <param name="TermStart">First year of the term.</param>
/// <param name="TermEnd">Last year of the term.</param>
/// <param name="Ordinal">Ordinal of the session.</param>
/// <param name="Kind">Kind.</param>
/// <param name="TimeNote">Time in words.</param>
/// <param name="Chair">Who chaired.</param>
/// <param name="Sittings">Sittings in order.</param>
/// <param name="StatedItemCount">Announced number of contents; null when a content is left out, so that no count tells of it.</param>
/// <param name="StatedOpinionCount">Announced number of contributions.</param>
/// <param name="StatedOpinionQualifier">Its qualifier.</param>
public sealed record PublicSession(
    string Title,
    string Committee,
    string Body,
    string TermLabel,
    int TermStart,
    int TermEnd,
    int? Ordinal,
    SessionKind Kind,
    string? TimeNote,
    string? Chair,
    IReadOnlyList<PublicSitting> Sittings,
    int? StatedItemCount,
    int? StatedOpinionCount,
    string? StatedOpinionQualifier);

/// <summary>A sitting.</summary>
/// <param name="Date">Day.</param>
/// <param name="Part">Half-day.</param>
/// <param name="Place">Place.</param>
public sealed record PublicSitting(DateOnly Date, DayPart Part, string? Place);

/// <summary>A category with its public contents.</summary>
/// <param name="Name">Full name.</param>
/// <param name="ShortName">Short name.</param>
/// <param name="StatedCount">Announced number; null when none is stated or a content is left out.</param>
/// <param name="Items">Contents in order.</param>
public sealed record PublicCategory(string Name, string ShortName, int? StatedCount, IReadOnlyList<PublicItem> Items);

/// <summary>A content.</summary>
/// <param name="Number">Number shown.</param>
/// <param name="Title">Title.</param>
/// <param name="LeadAgency">Lead agency.</param>
/// <param name="IsIllustrative">Illustrative data.</param>
/// <param name="SourceNote">What the source leaves open.</param>
public sealed record PublicItem(int Number, string Title, string? LeadAgency, bool IsIllustrative, string? SourceNote = null);

/// <summary>The conclusion.</summary>
/// <param name="Title">Title.</param>
/// <param name="Symbol">Number and symbol.</param>
/// <param name="IssuedOn">Date.</param>
/// <param name="Signer">Who concluded.</param>
/// <param name="Paragraphs">Paragraphs; the n-th has number n.</param>
/// <param name="Directives">Directives, numbered from 1 without gaps.</param>
/// <param name="SourceNote">What has to be known about the wording.</param>
/// <param name="SignerName">Full name of who signed.</param>
/// <param name="SignedFor">For whom it was signed.</param>
/// <param name="Place">Place of issue.</param>
/// <param name="Recipients">Who receives it.</param>
/// <param name="Issuer">Who issues documents of the committee ("Tỉnh ủy Thái Nguyên").</param>
/// <param name="IssuerCode">Its short in symbols ("TU").</param>
public sealed record PublicConclusion(
    string Title,
    string? Symbol,
    DateOnly? IssuedOn,
    string? Signer,
    IReadOnlyList<string> Paragraphs,
    IReadOnlyList<PublicDirective> Directives,
    string? SourceNote = null,
    string? SignerName = null,
    string? SignedFor = null,
    string? Place = null,
    IReadOnlyList<string>? Recipients = null,
    string? Issuer = null,
    string? IssuerCode = null);

/// <summary>A directive.</summary>
/// <param name="Number">Number within the edition.</param>
/// <param name="Addressee">Addressee.</param>
/// <param name="Text">Text.</param>
/// <param name="DeadlineNote">Deadline as said.</param>
/// <param name="ParagraphNumber">Paragraph it comes from.</param>
/// <param name="SentenceNumber">Sentence of that paragraph.</param>
/// <param name="DueOn">Deadline as a day.</param>
/// <param name="LeadAgency">Agency in the lead.</param>
/// <param name="CooperatingAgencies">Agencies that take part.</param>
public sealed record PublicDirective(
    int Number, string? Addressee, string Text, string? DeadlineNote, int? ParagraphNumber, int? SentenceNumber = null, DateOnly? DueOn = null,
    string? LeadAgency = null, IReadOnlyList<string>? CooperatingAgencies = null);

/// <summary>A figure as it was announced.</summary>
/// <param name="Name">Name.</param>
/// <param name="Value">Value in the unit; says nothing without the qualifier.</param>
/// <param name="Unit">Unit, such as "%" or "tỷ đồng".</param>
/// <param name="Period">Period it is about, such as "năm 2021".</param>
/// <param name="Qualifier">Word before the value, such as "trên" or "gần"; null where it is exact.</param>
/// <param name="Direction">Whether it rose or fell, in the words of the document; null where it tells a level.</param>
/// <param name="Base">What it is compared with, such as "so với cùng kỳ"; null without.</param>
public sealed record PublicIndicator(string Name, decimal Value, string Unit, string Period, string? Qualifier, string? Direction, string? Base);
