using System.Globalization;

namespace ConferenceRecords.Documents.Drafts;

/// <summary>Counts what of a file does not become text of the draft. Pages have a word for each code.</summary>
public sealed class LeftOut
{
    /// <summary>Comments.</summary>
    public const string Comments = "comments";

    /// <summary>Stretches of hidden text.</summary>
    public const string Hidden = "hidden";

    /// <summary>Headers and footers with a text.</summary>
    public const string Headers = "headers";

    /// <summary>Links: their words are taken, where they lead is not.</summary>
    public const string Links = "links";

    /// <summary>Pictures.</summary>
    public const string Pictures = "pictures";

    /// <summary>Shapes, charts and diagrams.</summary>
    public const string Drawings = "drawings";

    /// <summary>Equations.</summary>
    public const string Equations = "equations";

    /// <summary>Tables of contents and indexes: the reader has one of its own.</summary>
    public const string Contents = "contents";

    /// <summary>Fields that would take something from elsewhere: what they showed last is taken as text.</summary>
    public const string Fields = "fields";

    /// <summary>Properties of the file, such as the name of its author.</summary>
    public const string Properties = "properties";

    /// <summary>Parts with data of other programs.</summary>
    public const string Data = "data";

    /// <summary>Signs of symbol fonts for which no letter is known; a box stands in their place.</summary>
    public const string Symbols = "symbols";

    /// <summary>Paragraphs in a font of the time before Unicode: taken, in other characters than in the file.</summary>
    public const string Legacy = "legacy";

    /// <summary>Pages of a PDF without text.</summary>
    public const string EmptyPages = "empty-pages";

    /// <summary>Lines that repeat at the head or foot of the pages of a PDF, and page numbers.</summary>
    public const string RunningLines = "running-lines";

    private readonly SortedDictionary<string, int> counts = new(StringComparer.Ordinal);

    /// <summary>Counts something.</summary>
    /// <param name="code">One of the codes.</param>
    /// <param name="count">How many.</param>
    public void Add(string code, int count = 1)
    {
        if (count > 0) counts[code] = counts.GetValueOrDefault(code) + count;
    }

    /// <summary>What a version keeps: <c>code=count</c> joined by <c>;</c>.</summary>
    /// <returns>The string; null when everything became text.</returns>
    public string? Write() => counts.Count == 0 ? null : string.Join(';', counts.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Key}={c.Value}")));

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="written">The string, may be null.</param>
    /// <returns>Codes and counts.</returns>
    public static IReadOnlyList<(string Code, int Count)> Read(string? written) =>
        [.. (written ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=', 2))
            .Where(part => part.Length == 2).Select(part => (part[0], int.TryParse(part[1], NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0))];
}
