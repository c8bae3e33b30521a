using System.Buffers;
using ConferenceRecords.Data.Publication;
using ConferenceRecords.Domain.Text;

namespace ConferenceRecords.Data.Queries;

/// <summary>What a reader looks for.</summary>
public sealed record SearchTerms
{
    /// <summary>Longest text that is searched, in characters; what is longer is cut.</summary>
    public const int LongestText = 200;

    /// <summary>Most words that are searched.</summary>
    public const int MostWords = 12;

    private readonly List<bool> joined = [];
    private readonly long[] folded;
    private readonly long[] accented;

    private SearchTerms(string text, bool isCut)
    {
        (Text, IsCut) = (text, isCut);
        List<string> words = [], accentedWords = [];
        var isQuoted = false;
        var end = 0;
        for (var reader = new WordReader(text, stackalloc char[2 * WordReader.Longest]); words.Count < MostWords && reader.Read(); end = reader.End)
        {
            var between = text.AsSpan(end, reader.Start - end);
            var isJoined = words.Count > 0 && isQuoted;
            foreach (var quote in between)
            {
                if (!IsQuote(quote)) continue;
                isQuoted = !isQuoted;
                isJoined = false;
            }
            // What is written without a blank belongs together, such as 07-KL/TU or 6,56.
            joined.Add(isJoined || (words.Count > 0 && !between.Contains(' ')));
            words.Add(reader.Folded.ToString());
            accentedWords.Add(reader.Accented.ToString());
        }
        (Words, AccentedWords) = (words, accentedWords);
        HasMarks = !Words.SequenceEqual(AccentedWords);
        folded = [.. Words.Select(w => PassageTerms.Word(w))];
        accented = [.. AccentedWords.Select(w => PassageTerms.Word(w))];
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

    /// <summary>The words with their marks as one phrase.</summary>
    public string AccentedPhrase => string.Join(' ', AccentedWords);

    /// <summary>Reads what a reader typed; nothing typed is refused.</summary>
    /// <param name="typed">Any text, may be null.</param>
    /// <returns>The terms; null when there is no word to look for.</returns>
    public static SearchTerms? Read(string? typed)
    {
        // Cut before anything costly is done with it, and cleaned again: a cut may leave half of a character.
        var isLong = typed?.Length > 4 * LongestText;
        var text = VietnameseText.CleanLine(isLong ? typed![..(4 * LongestText)] : typed ?? "");
        var isCut = isLong || text.Length > LongestText;
        var terms = new SearchTerms(text.Length > LongestText ? VietnameseText.CleanLine(text[..LongestText]) : text, isCut);
        return terms.Words.Count == 0 ? null : terms;
    }

    /// <summary>How well a text matches: the phrase as typed, its words as typed, the phrase with other marks, its words with other marks.</summary>
    /// <param name="text">A text in form NFC.</param>
    /// <returns>0 the best, below <see cref="OtherMarks"/> with the marks as typed; null when a word or a phrase in quotes is missing.</returns>
    public int? RankOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        // Hundreds of texts are ranked for one question; no two words stand without something between them.
        var room = ArrayPool<long>.Shared.Rent(text.Length + 2);
        try
        {
            var foldedText = room.AsSpan(0, room.Length / 2);
            var accentedText = room.AsSpan(room.Length / 2);
            var count = 0;
            for (var reader = new WordReader(text, stackalloc char[2 * WordReader.Longest]); reader.Read(); count++)
                (foldedText[count], accentedText[count]) = (PassageTerms.Word(reader.Folded), PassageTerms.Word(reader.Accented));
            return RankOf(foldedText[..count], accentedText[..count]);
        }
        finally
        {
            ArrayPool<long>.Shared.Return(room);
        }
    }

    private int? RankOf(ReadOnlySpan<long> foldedText, ReadOnlySpan<long> accentedText)
    {
        if (!HoldsAll(foldedText, folded)) return null;
        var sameLetters = foldedText.IndexOf(folded) >= 0 ? OtherMarks : OtherMarks + 1;
        return !HasMarks || !HoldsAll(accentedText, accented) ? sameLetters : accentedText.IndexOf(accented) >= 0 ? 0 : 1;
    }

    /// <summary>The first rank whose marks are not those typed.</summary>
    public const int OtherMarks = 2;

    /// <summary>The numbers of the words with any marks, wherever they stand: what every match holds.</summary>
    internal long[] WordsApart
    {
        get
        {
            var (phrase, _, words, _) = Numbers([]);
            return words ?? phrase;
        }
    }

    /// <summary>The numbers that the index is asked for. The fewer the quicker: a pair stands for its words, a word with its marks for the one without.</summary>
    /// <param name="facets">Facets that every passage must have.</param>
    /// <returns>
    /// The numbers of the phrase (or of the one word), of the phrase with its marks, of the words apart and of these with their marks; null where there are no marks
    /// and where no words may stand apart.
    /// </returns>
    internal (long[] Phrase, long[]? MarkedPhrase, long[]? Words, long[]? MarkedWords) Numbers(IReadOnlyList<long> facets)
    {
        var pairs = folded.Zip(folded.Skip(1), PassageTerms.Pair).ToList();
        var asked = pairs.Where((_, index) => joined[index + 1]).ToList();
        // Words that stand in no pair which is asked for.
        bool IsAlone(int index) => !joined[index] && (index + 1 == joined.Count || !joined[index + 1]);
        var alone = folded.Where((_, index) => IsAlone(index));
        var marked = accented.Where((word, index) => word != folded[index]).ToList();
        var unmarked = folded.Where((word, index) => IsAlone(index) && word == accented[index]);
        var mayStandApart = asked.Count < pairs.Count;
        return (
            [.. facets, .. pairs.Count > 0 ? pairs : alone],
            HasMarks ? [.. facets, .. pairs, .. marked] : null,
            mayStandApart ? [.. facets, .. asked, .. alone] : null,
            mayStandApart && HasMarks ? [.. facets, .. asked, .. marked, .. unmarked] : null);
    }

    /// <summary>Where the phrase stands in a text, or else each of the words.</summary>
    /// <param name="text">A text in form NFC.</param>
    /// <returns>Places in order, without overlap.</returns>
    public IReadOnlyList<Range> PlacesIn(string text)
    {
        var words = new List<(long Word, int Start, int End)>();
        for (var reader = new WordReader(text, stackalloc char[2 * WordReader.Longest]); reader.Read();)
            words.Add((PassageTerms.Word(reader.Folded), reader.Start, reader.End));
        ReadOnlySpan<long> keys = words.Select(w => w.Word).ToArray();
        var places = new List<Range>();
        for (var from = 0; keys[from..].IndexOf(folded) is >= 0 and var found; from += found + folded.Length)
            places.Add(words[from + found].Start..words[from + found + folded.Length - 1].End);
        return places.Count > 0 ? places : [.. words.Where(w => folded.Contains(w.Word)).Select(w => w.Start..w.End)];
    }

    /// <summary>Whether a text holds every word, and side by side those that belong together.</summary>
    private bool HoldsAll(ReadOnlySpan<long> text, ReadOnlySpan<long> words)
    {
        for (int start = 0, end; start < words.Length; start = end)
        {
            for (end = start + 1; end < words.Length && joined[end];) end++;
            if (text.IndexOf(words[start..end]) < 0) return false;
        }
        return true;
    }

    private static bool IsQuote(char c) => c is '"' or '“' or '”' or '„' or '«' or '»';
}
