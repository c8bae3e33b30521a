using System.Buffers;
using System.Globalization;
using System.Text;

namespace ConferenceRecords.Domain.Text;

/// <summary>
/// Reads a text word by word, each without marks and with them, and allocates nothing: search reads hundreds of texts for one question.
/// A word is a run of letters and digits; <c>07-KL/TU</c> is three of them.
/// </summary>
public ref struct WordReader
{
    /// <summary>What is read of one word, in characters; the rest of a longer one counts for nothing, here and in a question alike.</summary>
    public const int Longest = 64;

    /// <summary>What <see cref="VietnameseText.Fold"/> makes of each character below, where that is one character; otherwise zero.</summary>
    private static readonly char[] Plain = [.. Enumerable.Range(0, 0x2000).Select(c => FoldOne((char)c))];

    private readonly ReadOnlySpan<char> text;
    private readonly Span<char> folded;
    private readonly Span<char> accented;
    private int next;

    /// <summary>Starts to read.</summary>
    /// <param name="text">A text in form NFC.</param>
    /// <param name="buffer">Room for twice <see cref="Longest"/> characters.</param>
    public WordReader(ReadOnlySpan<char> text, Span<char> buffer)
    {
        this.text = text;
        folded = buffer[..Longest];
        accented = buffer.Slice(Longest, Longest);
    }

    /// <summary>The word that was read, in lower case and without marks.</summary>
    public ReadOnlySpan<char> Folded { get; private set; }

    /// <summary>The word that was read, in lower case and with its marks, the tone where the newer style puts it.</summary>
    public ReadOnlySpan<char> Accented { get; private set; }

    /// <summary>Where it begins in the text.</summary>
    public int Start { get; private set; }

    /// <summary>Where it ends.</summary>
    public readonly int End => next;

    /// <summary>Reads the next word.</summary>
    /// <returns>False at the end of the text.</returns>
    public bool Read()
    {
        while (next < text.Length && WidthOfLetter(next) == 0) next++;
        Start = next;
        int f = 0, a = 0;
        while (next < text.Length)
        {
            var width = next > Start && char.GetUnicodeCategory(text[next]) == UnicodeCategory.NonSpacingMark ? 1 : WidthOfLetter(next);
            if (width == 0) break;
            if (text[next] is var c && c < Plain.Length && Plain[c] != 0)
            {
                if (f < Longest) folded[f++] = Plain[c];
                if (a < Longest) accented[a++] = char.ToLowerInvariant(c);
            }
            else
            {
                var one = text.Slice(next, width).ToString();
                Append(folded, ref f, VietnameseText.Fold(one));
                Append(accented, ref a, one.ToLowerInvariant());
            }
            next += width;
        }
        TonePlacement.OldToNew(accented[..a]);
        Folded = folded[..f];
        Accented = accented[..a];
        return next > Start;
    }

    private readonly int WidthOfLetter(int at) =>
        char.IsLetterOrDigit(text[at]) ? 1 : Rune.DecodeFromUtf16(text[at..], out var rune, out var width) == OperationStatus.Done && Rune.IsLetterOrDigit(rune) ? width : 0;

    private static void Append(Span<char> word, ref int length, string more)
    {
        foreach (var c in more)
        {
            if (length < Longest) word[length++] = c;
        }
    }

    private static char FoldOne(char c) =>
        char.IsLetterOrDigit(c) && VietnameseText.Fold(c.ToString()) is [var plain] && c.ToString().ToLowerInvariant() is [_] ? plain : '\0';
}
