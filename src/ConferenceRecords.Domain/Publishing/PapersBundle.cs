using ConferenceRecords.Domain.Drafts;

namespace ConferenceRecords.Domain.Publishing;

/// <summary>An edition of the papers of a session.</summary>
/// <param name="SessionId">Key of the session.</param>
/// <param name="Slug">Permanent part of the address.</param>
/// <param name="Edition">Number of the edition, from 1.</param>
/// <param name="PublishedAt">When it became public.</param>
/// <param name="Session">The session.</param>
/// <param name="Papers">The papers by content, numbered from 1 without gaps.</param>
public sealed record PapersBundle(Guid SessionId, string Slug, int Edition, DateTimeOffset PublishedAt, PublicSession Session, IReadOnlyList<PublicPaper> Papers)
    : EditionBundle(SessionId, Slug, Edition, PublishedAt, Session);

/// <summary>A paper with its text. The uploaded file is never public: what readers get is made anew from the text.</summary>
/// <param name="Number">Number within the edition.</param>
/// <param name="ItemTitle">Title of the content it belongs to.</param>
/// <param name="Title">Title of the paper.</param>
/// <param name="Version">Which version of the paper, from 1.</param>
/// <param name="Paragraphs">Its paragraphs in order.</param>
/// <param name="IsIllustrative">Illustrative data.</param>
public sealed record PublicPaper(int Number, string ItemTitle, string Title, int Version, IReadOnlyList<PublicParagraph> Paragraphs, bool IsIllustrative);

/// <summary>A paragraph of a paper.</summary>
/// <param name="Number">Number within the paper, from 1.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Text.</param>
/// <param name="Marker">Number or bullet as written.</param>
/// <param name="Level">Depth of a heading or list entry.</param>
/// <param name="Marks">How stretches are set; read by <see cref="TextMarks.Read"/>.</param>
/// <param name="Table">Number of the row's table; 0 outside tables.</param>
public sealed record PublicParagraph(int Number, ParagraphKind Kind, string Text, string? Marker = null, int Level = 0, string? Marks = null, int Table = 0);
