using ConferenceRecords.Data.Queries;
using ConferenceRecords.Domain.Drafts;

namespace ConferenceRecords.Web.Drafts;

/// <summary>Which footnote belongs to which reference: of those with the same marker the first to the first, because many documents count anew on each page.</summary>
internal sealed class FootnoteLinks
{
    private readonly Dictionary<(int Paragraph, int Start), int> notes = [];
    private readonly Dictionary<int, int> references = [];

    public static FootnoteLinks Of(IReadOnlyList<DraftParagraph> paragraphs)
    {
        var links = new FootnoteLinks();
        var waiting = paragraphs.Where(p => p.Kind == ParagraphKind.Footnote).GroupBy(p => Name(p.Marker)).ToDictionary(g => g.Key, g => new Queue<int>(g.Select(p => p.Number)));
        if (waiting.Count == 0) return links;
        foreach (var paragraph in paragraphs)
            foreach (var mark in TextMarks.Read(paragraph.Marks).Where(m => m.Kind == MarkKind.NoteReference).OrderBy(m => m.Start))
            {
                if (!waiting.TryGetValue(Name(paragraph.Text[mark.Start..mark.End]), out var same) || !same.TryDequeue(out var note)) continue;
                links.notes[(paragraph.Number, mark.Start)] = note;
                links.references[note] = paragraph.Number;
            }
        return links;
    }

    /// <summary>The footnote that a reference of a paragraph means, by where the reference begins; null for one without a footnote.</summary>
    public Func<int, int?> ReferredFrom(DraftParagraph paragraph) => start => notes.TryGetValue((paragraph.Number, start), out var note) ? note : null;

    /// <summary>The paragraph that refers to a footnote.</summary>
    public int? ReferredIn(DraftParagraph note) => note.Kind == ParagraphKind.Footnote && references.TryGetValue(note.Number, out var paragraph) ? paragraph : null;

    private static string Name(string? marker) => (marker ?? "").Trim(' ', '.', '[', ']', '(', ')');
}
