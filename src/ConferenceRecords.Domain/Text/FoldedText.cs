namespace ConferenceRecords.Domain.Text;

/// <summary>Whole words in keys, folded or accented.</summary>
public static class FoldedText
{
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
}
