using System.Text.Encodings.Web;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Documents.Drafts;
using ConferenceRecords.Domain.Drafts;
using Microsoft.AspNetCore.Html;

namespace ConferenceRecords.Web.Drafts;

/// <summary>A paragraph ready to be drawn.</summary>
/// <param name="Source">The paragraph.</param>
/// <param name="Heading">Level of a heading, from 1 and never skipping one; 0 for everything else.</param>
/// <param name="Depth">Depth of a list entry, from 1; 0 for everything else.</param>
/// <param name="Cells">Its text, encoded and with its marks as elements; of a row one for each cell, otherwise one.</param>
/// <param name="ReferredIn">Of a footnote, the paragraph that refers to it; null when none does.</param>
public sealed record LaidParagraph(DraftParagraph Source, int Heading, int Depth, IReadOnlyList<HtmlString> Cells, int? ReferredIn);

/// <summary>One paragraph, or the rows of one table.</summary>
public sealed record DraftBlock(int Table, IReadOnlyList<LaidParagraph> Paragraphs)
{
    /// <summary>Columns of the table.</summary>
    public int Columns { get; } = Paragraphs.Max(p => p.Cells.Count);
}

/// <summary>The text of a version ready to be drawn. It knows nothing of who reads it: what a person may see is asked before.</summary>
public sealed class DraftText
{
    private DraftText(IReadOnlyList<LaidParagraph> paragraphs)
    {
        Paragraphs = paragraphs;
        Contents = [.. paragraphs.Where(p => p.Heading > 0)];
        var blocks = new List<DraftBlock>();
        for (var at = 0; at < paragraphs.Count;)
        {
            var table = paragraphs[at].Source.Table;
            var rows = table == 0 ? 1 : paragraphs.Skip(at).TakeWhile(p => p.Source.Table == table).Count();
            blocks.Add(new(table, [.. paragraphs.Skip(at).Take(rows)]));
            at += rows;
        }
        Blocks = blocks;
    }

    /// <summary>The paragraphs in order.</summary>
    public IReadOnlyList<LaidParagraph> Paragraphs { get; }

    /// <summary>The same, with neighbouring rows of one table together.</summary>
    public IReadOnlyList<DraftBlock> Blocks { get; }

    /// <summary>The headings.</summary>
    public IReadOnlyList<LaidParagraph> Contents { get; }

    /// <summary>Lays out paragraphs, stored or not yet.</summary>
    public static DraftText Of(IReadOnlyList<DraftParagraph> paragraphs, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(paragraphs);
        var levels = Levels([.. paragraphs.Where(p => p.Kind == ParagraphKind.Heading)]);
        var notes = FootnoteLinks.Of(paragraphs);
        return new([.. paragraphs.Select(p => new LaidParagraph(
            p, levels.GetValueOrDefault(p), p.Kind == ParagraphKind.ListItem ? Math.Max(1, p.Level) : 0, MarkedText.Cells(p, encoder, notes.ReferredFrom(p)), notes.ReferredIn(p)))]);
    }

    private static Dictionary<DraftParagraph, int> Levels(IReadOnlyList<DraftParagraph> headings)
    {
        var levels = new Dictionary<DraftParagraph, int>(ReferenceEqualityComparer.Instance);
        var open = new Stack<int>();
        foreach (var (heading, read) in headings.Zip(HeadingLevels.Of(headings.Select(h => (h.Marker, h.Text)))))
        {
            var level = heading.Level > 0 ? heading.Level : read;
            while (open.TryPeek(out var last) && last >= level) open.Pop();
            open.Push(level);
            levels[heading] = open.Count;
        }
        return levels;
    }
}
