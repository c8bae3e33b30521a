using System.Text.RegularExpressions;
using ConferenceRecords.Domain.Text;

namespace ConferenceRecords.Domain.Drafts;

/// <summary>The paragraphs of two versions, read for comparison: what makes texts equal, and the words and pairs of words by which they are alike.</summary>
internal sealed partial class ParagraphTerms
{
    private readonly Dictionary<string, int> keys = [];
    private readonly Dictionary<string, int> words = [];
    private readonly Dictionary<(int, int), int> pairs = [];

    public ParagraphTerms(IReadOnlyList<ComparedParagraph> older, IReadOnlyList<ComparedParagraph> newer)
    {
        (Old, New) = (Read(older), Read(newer));
        Weights = new double[words.Count + pairs.Count + 1];
        var (inOld, inNew) = (Frequencies(Old), Frequencies(New));
        var all = Math.Max(Math.Max(Old.Length, New.Length), 1);

        // What is rare in a version says more; the side on which it is more common counts, so that a word that both have weighs as much as one that one has.
        for (var term = 0; term < Weights.Length; term++) Weights[term] = Math.Log(1 + ((double)all / Math.Max(1, Math.Max(inOld[term], inNew[term]))));
        foreach (var entry in Old.Concat(New)) entry.Weight = entry.Terms.Sum(t => Weights[t]);
    }

    /// <summary>The older version.</summary>
    public Entry[] Old { get; }

    /// <summary>The newer version.</summary>
    public Entry[] New { get; }

    /// <summary>What each term weighs.</summary>
    public double[] Weights { get; }

    /// <summary>How many different texts both versions have.</summary>
    public int KeyCount => keys.Count;

    private Entry[] Read(IReadOnlyList<ComparedParagraph> paragraphs)
    {
        var rows = RowNumbers.Of(paragraphs);
        return [.. paragraphs.Select((p, i) => Read(p, rows[i]))];
    }

    private Entry Read(ComparedParagraph paragraph, int skipped)
    {
        var text = Blanks().Replace(paragraph.Text[skipped..].Normalize(), blanks => blanks.Value.Contains('\t', StringComparison.Ordinal) ? "\t" : " ").Trim(' ');
        if (!keys.TryGetValue(text, out var key)) keys[text] = key = keys.Count;
        var terms = new HashSet<int>();
        var (before, count) = (-1, 0);
        foreach (var piece in WordPieces.Of(VietnameseText.AccentedKey(text)))
        {
            if (!WordPieces.IsWord(piece)) continue;
            if (!words.TryGetValue(piece, out var word)) words[piece] = word = words.Count + pairs.Count;
            terms.Add(word);
            if (before >= 0)
            {
                if (!pairs.TryGetValue((before, word), out var pair)) pairs[(before, word)] = pair = words.Count + pairs.Count;
                terms.Add(pair);
            }
            (before, count) = (word, count + 1);
        }
        return new(paragraph, key, [.. terms], count, paragraph.Table > 0 ? Label(text) : "");
    }

    private int[] Frequencies(Entry[] entries)
    {
        var frequencies = new int[Weights.Length];
        foreach (var entry in entries.DistinctBy(e => e.Key))
            foreach (var term in entry.Terms) frequencies[term]++;
        return frequencies;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    /// <summary>The first cell of a row that is no figure: what the row is about.</summary>
    private static string Label(string text) =>
        VietnameseText.AccentedKey(text.Split('\t').FirstOrDefault(cell => cell.Any(char.IsLetter)) ?? "");

    /// <summary>A paragraph as it is compared.</summary>
    /// <param name="Paragraph">The paragraph.</param>
    /// <param name="Key">The same for the same text.</param>
    /// <param name="Terms">Its words and pairs of neighbouring words, each once.</param>
    /// <param name="Words">Number of its words.</param>
    /// <param name="Label">Of a row, what it is about; empty elsewhere.</param>
    internal sealed record Entry(ComparedParagraph Paragraph, int Key, int[] Terms, int Words, string Label)
    {
        /// <summary>What all its terms weigh.</summary>
        public double Weight { get; set; }

        /// <summary>Rows are matched with rows, footnotes with footnotes.</summary>
        public int Class => Paragraph.Kind switch { ParagraphKind.TableRow or ParagraphKind.TableHead => 1, ParagraphKind.Footnote => 2, _ => 0 };
    }
}
