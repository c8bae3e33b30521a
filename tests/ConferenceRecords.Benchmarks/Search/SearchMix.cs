using ConferenceRecords.Domain.Text;

namespace ConferenceRecords.Benchmarks.Search;

/// <summary>The questions of the measure, class by class; the same in every run and every size.</summary>
internal sealed class SearchMix(SyntheticPassages passages, long count)
{
    private readonly Random random = new(5);

    /// <summary>Classes that the limit holds for, then two more that are hard for any index of words.</summary>
    public IReadOnlyList<(string Name, bool IsInMix, Func<string> Make)> Classes =>
    [
        ("one very common syllable", true, () => Word(0, 8, 1)),
        ("common word", true, () => Word(20, 110, 2)),
        ("four-syllable phrase", true, () => Phrase(4)),
        ("middling word", true, () => Word(300, 3_000, 2)),
        ("rare word", true, () => Word(20_000, 39_000, 2)),
        ("absent word", true, () => $"zzyx{random.Next(1_000)}"),
        ("without marks", true, () => VietnameseText.Fold(random.Next(2) == 0 ? Word(20, 3_000, 2) : Phrase(4))),
        ("exact with marks, few of many", true, () => Word(5_000, 39_000, 1)),
        ("absent phrase of common words", false, () => $"\"{Word(0, 30, 1)} {Word(1_000, 3_000, 2)} {Word(0, 30, 1)}\""),
        ("two rare words apart", false, () => $"{Word(3_000, 20_000, 2)} {Word(3_000, 20_000, 2)}"),
    ];

    private string Word(int from, int to, int syllables)
    {
        while (true)
        {
            if (passages.Word(random.Next(from, to)) is var word && word.AsSpan().Count(' ') == syllables - 1) return word;
        }
    }

    private string Phrase(int syllables)
    {
        while (true)
        {
            var words = passages.Text(random.NextInt64(1, count + 1)).Split('.')[0].Replace(",", "", StringComparison.Ordinal).Split(' ');
            if (words.Length > syllables) return string.Join(' ', words.Skip(random.Next(words.Length - syllables)).Take(syllables));
        }
    }
}
