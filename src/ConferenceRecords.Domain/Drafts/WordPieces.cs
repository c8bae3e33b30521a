using System.Text.RegularExpressions;

namespace ConferenceRecords.Domain.Drafts;

/// <summary>
/// Cuts a text into the pieces that a person reads as one: syllables, marks of punctuation, blanks; and whole what must never be torn apart: a figure with its
/// sign and per cent (<c>6,56%</c>), a date (<c>05/12/2021</c>, <c>ngày 05 tháng 12 năm 2021</c>), the symbol of a document (<c>07-KL/TU</c>, <c>156/QĐ-UBND</c>).
/// </summary>
internal static partial class WordPieces
{
    /// <summary>Cuts a text.</summary>
    /// <returns>The pieces in order; together they are the text.</returns>
    public static List<string> Of(string text)
    {
        var pieces = new List<string>();
        foreach (var piece in Piece().EnumerateMatches(text)) pieces.Add(text.Substring(piece.Index, piece.Length));
        return pieces;
    }

    /// <summary>Whether a piece is a word or a figure, neither a blank nor punctuation.</summary>
    public static bool IsWord(string piece) => char.IsLetterOrDigit(piece[0]) || (piece.Length > 1 && char.IsAsciiDigit(piece[1]));

    /// <summary>Whether a piece is a figure, a date or a symbol.</summary>
    public static bool IsFigure(string piece) => piece.Any(char.IsAsciiDigit);

    [GeneratedRegex(
        """
          ngày\ \d{1,2}\ tháng\ \d{1,2}(?:\ năm\ \d{4})?
        | \d+(?:\ ?-\ ?\p{Lu}\p{L}*)?(?:/[\p{L}\d]+(?:-[\p{L}\d]+)*)+
        | \d+-\p{Lu}\p{L}*(?!\p{L})
        | (?:(?<![\p{L}\p{N}])[+−-])?\d+(?:[.,:]\d+)*(?:\ ?[%‰]|[\p{L}\p{M}\p{N}]+)?
        | \p{Lu}+(?:[-/]\p{Lu}+)+(?![\p{L}\p{M}])
        | \p{L}[\p{L}\p{M}\p{N}]*(?:-\d+)?
        | \s+
        | [\uD800-\uDBFF][\uDC00-\uDFFF]
        | .
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Piece();
}
