using System.Globalization;

namespace ConferenceRecords.Domain.Drafts;

/// <summary>How a stretch of text is set.</summary>
public enum MarkKind
{
    /// <summary>Bold.</summary>
    Bold,

    /// <summary>Italic.</summary>
    Italic,

    /// <summary>Underlined.</summary>
    Underline,

    /// <summary>Raised, as in m².</summary>
    Superscript,

    /// <summary>Lowered, as in CO₂.</summary>
    Subscript,

    /// <summary>The marker of a footnote.</summary>
    NoteReference,
}

/// <summary>A stretch of a paragraph's text that is set apart.</summary>
/// <param name="Kind">How.</param>
/// <param name="Start">Its first UTF-16 code unit.</param>
/// <param name="End">The one after its last.</param>
public readonly record struct TextMark(MarkKind Kind, int Start, int End);

/// <summary>The marks of a text in one short string, such as <c>b0-7 i9-12</c>: a paragraph stays plain text that can be searched, compared and encoded, never markup.</summary>
public static class TextMarks
{
    private const string Letters = "biupsn";

    /// <summary>Writes marks.</summary>
    /// <param name="marks">The marks.</param>
    /// <returns>The string; null where there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="marks"/> is null.</exception>
    public static string? Write(IEnumerable<TextMark> marks)
    {
        ArgumentNullException.ThrowIfNull(marks);
        var written = string.Join(' ', marks.Select(m => string.Create(CultureInfo.InvariantCulture, $"{Letters[(int)m.Kind]}{m.Start}-{m.End}")));
        return written.Length == 0 ? null : written;
    }

    /// <summary>Reads marks.</summary>
    /// <param name="marks">What <see cref="Write"/> wrote.</param>
    /// <returns>The marks.</returns>
    /// <exception cref="DomainException">It is no list of marks.</exception>
    public static IReadOnlyList<TextMark> Read(string? marks)
    {
        if (string.IsNullOrEmpty(marks)) return [];
        var read = new List<TextMark>();
        foreach (var part in marks.Split(' '))
        {
            var dash = part.IndexOf('-', StringComparison.Ordinal);
            var ok = dash > 1 & Letters.Contains(part[0], StringComparison.Ordinal);
            var (start, end) = (0, 0);
            ok = ok && int.TryParse(part.AsSpan(1, dash - 1), NumberStyles.None, CultureInfo.InvariantCulture, out start)
                && int.TryParse(part.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out end) && start < end;
            Rule.Holds(ok, "paragraph.marks", "This is no mark");
            read.Add(new((MarkKind)Letters.IndexOf(part[0], StringComparison.Ordinal), start, end));
        }
        return read;
    }
}
