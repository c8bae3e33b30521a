using System.Text;

namespace ConferenceRecords.Domain.Text;

/// <summary>The letters of the encodings before Unicode.</summary>
internal static class LegacyLetters
{
    /// <summary>TCVN3 from U+00A1 to U+00FF; a blank where the encoding has no letter.</summary>
    private const string Tcvn3 =
        "ĂÂÊÔƠƯĐăâêôơưđẰ     àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ";

    /// <summary>What a VNI character after a letter adds to it: acute, grave, hook, tilde, dot below, in this order.</summary>
    private const string Tones = "\u0301\u0300\u0309\u0303\u0323";

    private const string Plain = "ùøûõï";
    private const string Circumflex = "áàåãä";
    private const string Breve = "éèúüë";

    public static string FromTcvn3(string text) => string.Concat(text.Select(c => c is >= '\u00A1' and <= '\u00FF' && Tcvn3[c - '\u00A1'] is not ' ' and var letter ? letter : c));

    public static string FromVni(string text)
    {
        var letters = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            letters.Append(Single(c));

            // The mark follows the case of its letter whatever its own is.
            if (i + 1 == text.Length || Marks(char.ToLowerInvariant(c), char.ToLowerInvariant(text[i + 1])) is not { } marks) continue;
            letters.Append(marks);
            i++;
        }
        return letters.ToString().Normalize(NormalizationForm.FormC);
    }

    private static string? Marks(char letter, char mark)
    {
        if ("aeouyôö".Contains(letter) && Tone(Plain, mark) is { } tone) return tone;
        if ("aeo".Contains(letter) && (mark == 'â' ? "" : Tone(Circumflex, mark)) is { } hat) return '\u0302' + hat;
        return letter == 'a' && (mark == 'ê' ? "" : Tone(Breve, mark)) is { } bow ? '\u0306' + bow : null;
    }

    private static string? Tone(string marks, char mark) => marks.IndexOf(mark, StringComparison.Ordinal) is >= 0 and var at ? Tones[at].ToString() : null;

    /// <summary>The letters that VNI writes with one character.</summary>
    private static char Single(char c) => c switch
    {
        'ô' => 'ơ', 'Ô' => 'Ơ', 'ö' => 'ư', 'Ö' => 'Ư', 'ñ' => 'đ', 'Ñ' => 'Đ', 'æ' => 'ỉ', 'Æ' => 'Ỉ', 'ó' => 'ĩ', 'Ó' => 'Ĩ', 'ò' => 'ị', 'Ò' => 'Ị', 'î' => 'ỵ', 'Î' => 'Ỵ',
        _ => c,
    };
}
