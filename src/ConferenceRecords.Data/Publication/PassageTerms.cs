using System.Runtime.InteropServices;
using ConferenceRecords.Domain.Text;

namespace ConferenceRecords.Data.Publication;

/// <summary>
/// What the index knows of a passage: numbers for its words without marks, for each two neighbouring words without marks, for its words with marks and for
/// its facets. In a row each number carries the block of the row, so that one index is as good as a partition for each block and none has to be made.
/// </summary>
/// <remarks>The numbers are stored: whoever changes how they are made has to make the index anew (<c>database update</c> does not).</remarks>
public static class PassageTerms
{
    /// <summary>A block holds 2 to this power rows. Small blocks are quick for common words, large ones for rare words; the figures are in decision 018.</summary>
    public const int BlockBits = 16;

    /// <summary>The lower bits of a stored number: the hash. What is above them is the block.</summary>
    public const int HashBits = 40;

    private const ulong Basis = 14695981039346656037, Prime = 1099511628211;

    /// <summary>The numbers of a text.</summary>
    /// <param name="text">A text in form NFC.</param>
    /// <param name="facets">Facets, see <see cref="Facet"/>.</param>
    /// <returns>Each once, in order.</returns>
    public static long[] Of(ReadOnlySpan<char> text, params ReadOnlySpan<long> facets)
    {
        var terms = new List<long>(64 + text.Length / 2);
        terms.AddRange(facets);
        var words = new WordReader(text, stackalloc char[2 * WordReader.Longest]);
        for (long last = 0; words.Read();)
        {
            var word = Word(words.Folded);
            terms.Add(word);
            if (last != 0) terms.Add(Pair(last, word));
            if (!words.Folded.SequenceEqual(words.Accented)) terms.Add(Word(words.Accented));
            last = word;
        }
        var all = CollectionsMarshal.AsSpan(terms);
        all.Sort();
        var count = 0;
        foreach (var term in all)
        {
            if (count == 0 || all[count - 1] != term) all[count++] = term;
        }
        return all[..count].ToArray();
    }

    /// <summary>The numbers as the row with an id stores them.</summary>
    /// <param name="terms">Numbers; changed in place.</param>
    /// <param name="id">Id of the row.</param>
    /// <returns>The same array.</returns>
    public static long[] InBlockOf(this long[] terms, long id)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var block = id >> BlockBits << HashBits;
        for (var i = 0; i < terms.Length; i++) terms[i] |= block;
        return terms;
    }

    /// <summary>The number of a word, folded or accented: which of them shows in its letters.</summary>
    /// <param name="word">The word.</param>
    /// <returns>Its number.</returns>
    public static long Word(ReadOnlySpan<char> word)
    {
        var hash = Basis;
        foreach (var c in word) hash = (hash ^ c) * Prime;
        return Mixed(hash);
    }

    /// <summary>The number of two neighbouring words.</summary>
    /// <param name="first">Number of the first.</param>
    /// <param name="second">Number of the second.</param>
    /// <returns>The number of the pair; that of the pair turned round is another.</returns>
    public static long Pair(long first, long second) => Mixed(((ulong)first * Prime) ^ (ulong)second);

    /// <summary>The number of a facet, such as a kind or a session.</summary>
    /// <param name="name">What the facet is.</param>
    /// <param name="value">Its value.</param>
    /// <returns>A number that no word has, since no word holds a colon.</returns>
    public static long Facet(string name, string value) => Word($"{name}:{value}");

    /// <summary>All bits of the hash count in the few that are kept.</summary>
    private static long Mixed(ulong hash)
    {
        hash = (hash ^ (hash >> 32)) * 0xD6E8FEB86659FD93;
        return (long)((hash ^ (hash >> 32)) & ((1UL << HashBits) - 1));
    }
}
