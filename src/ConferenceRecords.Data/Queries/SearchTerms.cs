using ConferenceRecords.Domain.Text;

namespace ConferenceRecords.Data.Queries;

/// <summary>What a reader looks for.</summary>
public sealed record SearchTerms
{
    /// <summary>Longest text that is searched, in characters; what is longer is cut.</summary>
    public const int LongestText = 200;

    /// <summary>Most words that are searched.</summary>
    public const int MostWords = 12;

    private static readonly char[] Surrounding = ['"', '\'', '“', '”', '‘', '’', '«', '»', '(', ')', '[', ']', ',', '.', ';', ':', '?', '!', '…'];

    private SearchTerms(string text, bool isCut)
    {
        (Text, IsCut) = (text, isCut);
        Words = Split(VietnameseText.Fold(text));
        AccentedWords = Split(VietnameseText.AccentedKey(text));
        HasMarks = !Words.SequenceEqual(AccentedWords);
    }

    /// <summary>The text as searched.</summary>
    public string Text { get; }

    /// <summary>Whether something at its end was cut off.</summary>
    public bool IsCut { get; }

    /// <summary>Its words without marks.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>Its words with their marks.</summary>
    public IReadOnlyList<string> AccentedWords { get; }

    /// <summary>Whether the reader typed marks, so that the same letters with other marks are a lesser match.</summary>
    public bool HasMarks { get; }

    /// <summary>The words without marks as one phrase.</summary>
    public string Phrase => string.Join(' ', Words);

    /// <summary>The words with their marks as one phrase.</summary>
    public string AccentedPhrase => string.Join(' ', AccentedWords);

    /// <summary>Reads what a reader typed; nothing typed is refused.</summary>
    /// <param name="typed">Any text, may be null.</param>
    /// <returns>The terms; null when there is nothing to look for.</returns>
    public static SearchTerms? Read(string? typed)
    {
        // Cut before anything costly is done with it, and cleaned again: a cut may leave half of a character.
        var isLong = typed?.Length > 4 * LongestText;
        var text = VietnameseText.CleanLine(isLong ? typed![..(4 * LongestText)] : typed ?? "");
        var isCut = isLong || text.Length > LongestText;
        var terms = new SearchTerms(text.Length > LongestText ? VietnameseText.CleanLine(text[..LongestText]) : text, isCut);
        return terms.Words.Count == 0 ? null : terms;
    }

    /// <summary>A pattern for LIKE with backslash as escape: the text anywhere, taken literally.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The pattern.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static string Containing(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return $"%{text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";
    }

    /// <summary>Words without the quotes and stops around them; a word of nothing else stays as typed.</summary>
    private static string[] Split(string key) =>
        [.. key.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim(Surrounding) is { Length: > 0 } bare ? bare : word).Take(MostWords)];
}
