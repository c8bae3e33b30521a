using ConferenceRecords.Domain.Responses;

namespace ConferenceRecords.Domain.Publishing;

/// <summary>An edition of the summary of opinions: what was said, without who said it, and what became of it.</summary>
/// <param name="SessionId">Key of the session.</param>
/// <param name="Slug">Permanent part of the address.</param>
/// <param name="Edition">Number of the edition, from 1.</param>
/// <param name="PublishedAt">When it became public.</param>
/// <param name="Session">The session.</param>
/// <param name="Introduction">What has to be said before; null without.</param>
/// <param name="Lines">The lines by content, numbered from 1 without gaps.</param>
public sealed record OpinionSummaryBundle(
    Guid SessionId, string Slug, int Edition, DateTimeOffset PublishedAt, PublicSession Session, string? Introduction, IReadOnlyList<PublicSummaryLine> Lines)
    : EditionBundle(SessionId, Slug, Edition, PublishedAt, Session);

/// <summary>A line of the summary.</summary>
/// <param name="Number">Number within the edition.</param>
/// <param name="ItemTitle">Title of the content; null for the session as a whole.</param>
/// <param name="Text">What was proposed.</param>
/// <param name="Proposals">How many contributions it sums up.</param>
/// <param name="Disposition">What was decided; null where nothing is yet.</param>
/// <param name="Answer">What was taken in and how, or the reason.</param>
/// <param name="Speakers">Names of those who allowed it; null without.</param>
/// <param name="IsIllustrative">Illustrative data.</param>
public sealed record PublicSummaryLine(
    int Number, string? ItemTitle, string Text, int Proposals, Disposition? Disposition, string? Answer, string? Speakers, bool IsIllustrative);
