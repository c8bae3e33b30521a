using System.Text;
using ConferenceRecords.Domain.Text;
using CsCheck;

namespace ConferenceRecords.Domain.Tests.Text;

/// <summary>Generators of the texts that people type and programs paste.</summary>
internal static class Texts
{
    /// <summary>Cases for each property: enough that a rare failure shows at once and not on a later run.</summary>
    internal const int Cases = 10_000;

    private const string Letters =
        "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ";

    private static readonly string[] Syllables =
    [
        "Nguyễn", "Đức", "đồng", "khóa", "khoá", "hòa", "hoà", "ủy", "uỷ", "quý", "qúy", "thủy", "khoẻ", "khỏe", "hoàn", "An", "Ăn", "Ân", "Bình",
        "Oanh", "Ôn", "Ơn", "bí", "thư", "bị", "thu", "HĐND", "Y", "H'Hen", "01-NQ/TU", "6,56%", "xx",
    ];

    /// <summary>One Vietnamese letter, small or capital.</summary>
    internal static readonly Gen<string> Letter = Gen.Select(Gen.OneOf(Letters.ToCharArray()), Gen.Bool)
        .Select((letter, capital) => (capital ? char.ToUpperInvariant(letter) : letter).ToString());

    /// <summary>Words of the field and words made of letters, some decomposed.</summary>
    internal static readonly Gen<string> Word = Gen.Select(
        Gen.OneOf(Gen.OneOf(Syllables), Letter.Array[1, 6].Select(string.Concat)),
        Gen.OneOf(NormalizationForm.FormC, NormalizationForm.FormD)).Select((word, form) => word.Normalize(form));

    /// <summary>Sentences with ordinary blanks.</summary>
    internal static readonly Gen<string> Sentence = Word.Array[0, 8].Select(words => string.Join(' ', words));

    /// <summary>Anything a program may hand over: sentences mixed with controls, look-alikes, marks without a letter, broken surrogates.</summary>
    internal static readonly Gen<string> Anything = Gen.OneOf(
        Word,
        Gen.OneOf(
            " ", "  ", "\n", "\r\n", "\r", "\t", "\v", "\f", "\0", "\u00A0", "\u200B", "\u00AD", "\uFEFF", "\u2028", "\u3000", "\u2000", "\u0301", "\u0323", "\u0302",
            "\u0340", "Ð", "ð", "\u0189", "\u0256", "İ", "K", "ẞ", "ﬁ", "Ω", "\uD83D\uDE00", "\uD83D", "\uDE00", "\uFFFE", "\uFFFF", "“", "'", "…", "가", "\u1100"),
        Gen.Char.Select(c => c.ToString())).Array[0, 12].Select(string.Concat);

    /// <summary>The same text with the tone of open syllables in the older style.</summary>
    internal static string InOlderStyle(string text) =>
        TonePlacement.Pairs.Aggregate(text, (current, pair) => current.Replace(pair.Value, pair.Key, StringComparison.Ordinal));
}
