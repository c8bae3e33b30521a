using System.Text;

namespace ConferenceRecords.Domain.Text;

/// <summary>
/// A text together with its unaccented key, and where each character of the key comes from: what was found in the key can be shown in
/// the text, with its marks and as written.
/// </summary>
public sealed class FoldedText
{
    private readonly List<int> origins;

    /// <summary>Folds a text.</summary>
    /// <param name="text">The text, in form NFC.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public FoldedText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
        origins = new(text.Length);
        var key = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var length = char.IsSurrogatePair(text, i) ? 2 : 1;
            foreach (var c in FoldOne(text.AsSpan(i, length)))
            {
                if (c == ' ' && (key.Length == 0 || key[^1] == ' ')) continue;
                key.Append(c);
                origins.Add(i);
            }
            i += length - 1;
        }
        Key = key.ToString();
    }

    /// <summary>The text as written.</summary>
    public string Text { get; }

    /// <summary>Its key, as <see cref="VietnameseText.Fold"/> makes it but for a blank at the end.</summary>
    public string Key { get; }

    /// <summary>Finds whole words and phrases in the text.</summary>
    /// <param name="folded">Folded words or phrases.</param>
    /// <returns>Places in <see cref="Text"/>, in order, without overlap.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="folded"/> is null.</exception>
    public IReadOnlyList<Range> Find(IEnumerable<string> folded)
    {
        ArgumentNullException.ThrowIfNull(folded);
        var places = new List<Range>();
        var last = 0;
        foreach (var (start, length) in folded.SelectMany(Occurrences).OrderBy(p => p.Start).ThenByDescending(p => p.Length))
        {
            if (start < last) continue;
            last = start + length;

            // What folds to nothing, such as a mark of its own, belongs to the letter before it.
            places.Add(origins[start]..(last == origins.Count ? Text.TrimEnd().Length : origins[last]));
        }
        return places;
    }

    /// <summary>Where a whole word or phrase is found first: "chi" is not found in "chinh".</summary>
    /// <param name="key">A key, folded or accented.</param>
    /// <param name="word">A key of the same kind.</param>
    /// <param name="from">Where to begin.</param>
    /// <returns>The place in <paramref name="key"/>; -1 when there is none.</returns>
    /// <exception cref="ArgumentNullException">A text is null.</exception>
    public static int IndexOfWord(string key, string word, int from = 0)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(word);
        if (word.Length == 0) return -1;
        for (var at = key.IndexOf(word, from, StringComparison.Ordinal); at >= 0; at = key.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            var end = at + word.Length;
            var begins = at == 0 || !char.IsLetterOrDigit(key[at - 1]) || !char.IsLetterOrDigit(word[0]);
            if (begins && (end == key.Length || !char.IsLetterOrDigit(key[end]) || !char.IsLetterOrDigit(word[^1]))) return at;
        }
        return -1;
    }

    private IEnumerable<(int Start, int Length)> Occurrences(string folded)
    {
        for (var at = IndexOfWord(Key, folded); at >= 0; at = IndexOfWord(Key, folded, at + folded.Length)) yield return (at, folded.Length);
    }

    private static string FoldOne(ReadOnlySpan<char> one) => one switch
    {
        [var c] when char.IsAsciiLetterOrDigit(c) => char.ToLowerInvariant(c).ToString(),
        [var c] when char.IsWhiteSpace(c) => " ",
        _ => VietnameseText.Fold(one.ToString()),
    };
}
