using ConferenceRecords.Domain.Drafts;

namespace ConferenceRecords.Documents.Drafts;

/// <summary>What was read from the file of a draft. Nothing of it is stored yet.</summary>
/// <param name="Paragraphs">The paragraphs in reading order, footnotes last; none where the file has no text (a scan).</param>
/// <param name="LeftOut">What did not become text, as <see cref="Drafts.LeftOut.Write"/> writes it; null when everything did.</param>
/// <param name="Changes">Tracked changes: insertions, deletions, moves, paragraphs joined or split, rows, changes of setting.</param>
/// <param name="Pages">Pages of a PDF; 0 for a Word file, which has none before it is printed.</param>
public sealed record FileText(IReadOnlyList<NewParagraph> Paragraphs, string? LeftOut, int Changes = 0, int Pages = 0);
