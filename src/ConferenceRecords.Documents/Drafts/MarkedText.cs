using System.Globalization;
using System.Text;
using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.Domain.Text;

namespace ConferenceRecords.Documents.Drafts;

/// <summary>How a stretch of a document's text is set; each value stands for the <see cref="MarkKind"/> of its bit.</summary>
[Flags]
internal enum MarkSet : byte
{
    None = 0,
    Bold = 1 << MarkKind.Bold,
    Italic = 1 << MarkKind.Italic,
    Underline = 1 << MarkKind.Underline,
    Superscript = 1 << MarkKind.Superscript,
    Subscript = 1 << MarkKind.Subscript,
    NoteReference = 1 << MarkKind.NoteReference,
}

/// <summary>A clean text with its marks, which stand where the text was set so.</summary>
internal sealed record MarkedLine(string Text, IReadOnlyList<TextMark> Marks)
{
    public static readonly MarkedLine Nothing = new("", []);

    public static MarkedLine Of(string text) => new(VietnameseText.CleanLine(text), []);

    public bool IsBlank => Text.Length == 0;

    /// <summary>Texts one after the other, the marks moved along.</summary>
    public static MarkedLine Join(string between, IReadOnlyList<MarkedLine> lines)
    {
        if (lines.Count == 1) return lines[0];
        var (text, marks) = (new StringBuilder(), new List<TextMark>());
        for (var i = 0; i < lines.Count; i++)
        {
            if (i > 0) text.Append(between);
            var start = text.Length;
            text.Append(lines[i].Text);
            marks.AddRange(lines[i].Marks.Select(m => m with { Start = m.Start + start, End = m.End + start }));
        }
        return new(text.ToString(), marks);
    }

    /// <summary>What is left behind the first characters.</summary>
    public MarkedLine From(int start) =>
        start == 0 ? this : new(Text[start..], [.. Marks.Where(m => m.End > start).Select(m => m with { Start = Math.Max(0, m.Start - start), End = m.End - start })]);
}

/// <summary>Collects the text of a paragraph run by run, then cleans it without losing where each run stood.</summary>
internal sealed class MarkedText
{
    private readonly StringBuilder raw = new();
    private readonly List<Stretch> stretches = [];

    /// <summary>Whether a stretch came in a font of the time before Unicode.</summary>
    public bool IsConverted { get; private set; }

    public void Add(string text, MarkSet set = MarkSet.None, LegacyEncoding encoding = LegacyEncoding.None, bool capitals = false)
    {
        if (text.Length == 0) return;
        IsConverted |= encoding != LegacyEncoding.None;
        raw.Append(text);
        var stretch = new Stretch(raw.Length, set, encoding, capitals);
        if (stretches.Count > 0 && stretches[^1] with { End = raw.Length } == stretch) stretches[^1] = stretch;
        else stretches.Add(stretch);
    }

    /// <summary>The text as it is stored: form NFC, every blank one space, a line break <c>\n</c>, nothing at the ends.</summary>
    public MarkedLine Clean()
    {
        var (text, sets) = (new StringBuilder(raw.Length), new List<MarkSet>(raw.Length));
        var start = 0;
        foreach (var stretch in stretches)
        {
            // A sign that belongs to the letter before it goes with it, however the runs are cut.
            var end = Math.Max(start, stretch.End);
            while (end < raw.Length && CharUnicodeInfo.GetUnicodeCategory(raw[end]) == UnicodeCategory.NonSpacingMark) end++;
            var piece = LegacyText.ToUnicode(raw.ToString(start, end - start), stretch.Encoding, stretch.Capitals);
            foreach (var c in VietnameseText.Clean(piece)) Append(text, sets, c, stretch.Set);
            start = end;
        }
        while (text.Length > 0 && text[^1] is ' ' or '\n') text.Length--;
        var clean = text.ToString();
        return clean.IsNormalized() ? new(clean, Marks(sets, clean.Length)) : new(clean.Normalize(), []);
    }

    private static void Append(StringBuilder text, List<MarkSet> sets, char c, MarkSet set)
    {
        if (c == '\t') c = ' ';
        var last = text.Length == 0 ? '\n' : text[^1];
        if (c == '\n' && last == ' ')
        {
            text.Length--;
            last = text.Length == 0 ? '\n' : text[^1];
        }
        if ((c is ' ' or '\n' && last == '\n') || (c == ' ' && last == ' ')) return;
        sets.RemoveRange(text.Length, sets.Count - text.Length);
        text.Append(c);
        sets.Add(set);
    }

    private static List<TextMark> Marks(List<MarkSet> sets, int length)
    {
        var marks = new List<TextMark>();
        foreach (var kind in Enum.GetValues<MarkKind>())
        {
            var bit = (MarkSet)(1 << (int)kind);
            for (var at = 0; at < length;)
            {
                if (!sets[at].HasFlag(bit))
                {
                    at++;
                    continue;
                }
                var start = at;
                while (at < length && sets[at].HasFlag(bit)) at++;
                marks.Add(new(kind, start, at));
            }
        }
        return marks;
    }

    private readonly record struct Stretch(int End, MarkSet Set, LegacyEncoding Encoding, bool Capitals);
}
