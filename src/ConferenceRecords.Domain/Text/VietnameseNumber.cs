using System.Buffers;
using System.Globalization;

namespace ConferenceRecords.Domain.Text;

/// <summary>Why a text was not read as a number.</summary>
public enum NumberProblem
{
    /// <summary>The number was read.</summary>
    None,

    /// <summary>There is nothing to read.</summary>
    Empty,

    /// <summary>The text holds something other than one number.</summary>
    NotANumber,

    /// <summary>
    /// One mark and three digits (<c>6.560</c>, <c>6,560</c>) may be thousands or decimals: ask, with the two
    /// readings of <see cref="VietnameseNumber.TryReadBothWays"/>.
    /// </summary>
    Ambiguous,

    /// <summary>More than two digits follow the decimal mark.</summary>
    TooManyDecimals,

    /// <summary>The dots do not part the digits in groups of three.</summary>
    WrongGroups,

    /// <summary>Commas part the thousands, as in English.</summary>
    CommaThousands,

    /// <summary>The number has more digits than <see cref="VietnameseNumber.MostDigits"/>.</summary>
    TooLarge,
}

/// <summary>
/// Figures as Vietnamese people write them, read by an explicit grammar. No culture takes part, because both readings of
/// .NET are silently wrong for some people: with vi-VN <c>6.56</c> is 656, with the invariant culture <c>6,56</c> is.
/// </summary>
/// <remarks>
/// Read are: digits alone; one mark, comma or dot, before one or two digits (<c>6,56</c>, <c>6.56</c>); dots between groups
/// of three with a decimal comma (<c>1.234,5</c>) or with at least two dots (<c>1.234.567</c>). A minus sign (hyphen or U+2212) may precede
/// and one percent sign may follow; the percent sign says the unit and does not divide: <c>6,56 %</c> is 6.56. All else is refused.
/// </remarks>
public static class VietnameseNumber
{
    /// <summary>The most digits a number may have, decimals included: what a <see cref="decimal"/> holds without rounding.</summary>
    public const int MostDigits = 28;

    private static readonly SearchValues<char> DigitsAndMarks = SearchValues.Create("0123456789.,");

    private static readonly NumberFormatInfo Written = new()
    {
        NumberDecimalSeparator = ",",
        NumberGroupSeparator = ".",
        NumberGroupSizes = [3],
        NegativeSign = "-",
    };

    /// <summary>Reads a number by the grammar of this type.</summary>
    /// <param name="text">The text as typed, may be null; blanks around it do not matter.</param>
    /// <param name="value">The number with the decimals as typed (<c>6,50</c> is 6.50), or 0.</param>
    /// <param name="problem">Why it was refused, or <see cref="NumberProblem.None"/>.</param>
    /// <returns>Whether the number was read.</returns>
    public static bool TryParse(string? text, out decimal value, out NumberProblem problem)
    {
        value = 0;
        var digits = Unsigned(text, out var negative);
        problem = Check(digits, out var decimals);
        if (problem != NumberProblem.None)
        {
            return false;
        }

        value = Value(digits, decimals, negative);
        return true;
    }

    /// <summary>
    /// Gives the two readings of a text that <see cref="TryParse"/> calls <see cref="NumberProblem.Ambiguous"/>, for the question to the
    /// person: <c>6.560</c> may be 6560 or 6.560.
    /// </summary>
    /// <param name="text">The text as typed, may be null.</param>
    /// <param name="asThousands">The value when the mark parts thousands, or 0.</param>
    /// <param name="asDecimals">The value when the mark is the decimal mark, or 0.</param>
    /// <returns>Whether the text is such a one.</returns>
    public static bool TryReadBothWays(string? text, out decimal asThousands, out decimal asDecimals)
    {
        var digits = Unsigned(text, out var negative);
        var ambiguous = Check(digits, out _) == NumberProblem.Ambiguous;
        asThousands = ambiguous ? Value(digits, 0, negative) : 0;
        asDecimals = ambiguous ? Value(digits, 3, negative) : 0;
        return ambiguous;
    }

    /// <summary>
    /// Writes a number for reading: decimal comma, dots between thousands, no needless zeros (<c>1.234,5</c>). It is never rounded.
    /// </summary>
    /// <remarks>
    /// What is written is read back as the same number or refused as ambiguous (<c>1.234</c>), never read as another. To fill an input
    /// use <see cref="FormatForInput"/>.
    /// </remarks>
    /// <param name="value">The number.</param>
    /// <returns>The number as Vietnamese papers write it.</returns>
    public static string Format(decimal value) => value.ToString("#,##0.############################", Written);

    /// <summary>Writes a number for reading with a fixed number of decimals (<c>95,10</c>), rounded half away from zero as in accounts.</summary>
    /// <param name="value">The number.</param>
    /// <param name="decimals">How many decimals, from 0 to 28.</param>
    /// <returns>The number as Vietnamese papers write it.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="decimals"/> is below 0 or above 28.</exception>
    public static string Format(decimal value, int decimals) =>
        Math.Round(value, decimals, MidpointRounding.AwayFromZero).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), Written);

    /// <summary>
    /// Writes a number for an input field: decimal comma and no thousands (<c>1234,5</c>), so that a number of up to two decimals is
    /// always read back as itself when the form is sent.
    /// </summary>
    /// <param name="value">The number.</param>
    /// <returns>The number as a person would type it.</returns>
    public static string FormatForInput(decimal value) => value.ToString("0.############################", Written);

    private static ReadOnlySpan<char> Unsigned(string? text, out bool negative)
    {
        var rest = VietnameseText.CleanLine(text ?? "").AsSpan();
        negative = rest is ['-' or '\u2212', ..];
        rest = negative ? rest[1..] : rest;
        return rest is [.., '%'] ? rest[..^1].TrimEnd() : rest;
    }

    private static NumberProblem Check(ReadOnlySpan<char> text, out int decimals)
    {
        decimals = 0;
        if (text.IsEmpty)
        {
            return NumberProblem.Empty;
        }

        if (text.ContainsAnyExcept(DigitsAndMarks) || !char.IsAsciiDigit(text[0]) || !char.IsAsciiDigit(text[^1]))
        {
            return NumberProblem.NotANumber;
        }

        var dots = text.Count('.');
        var commas = text.Count(',');
        if (text.Length - dots - commas > MostDigits)
        {
            return NumberProblem.TooLarge;
        }

        var last = text.LastIndexOfAny('.', ',');
        var after = text.Length - 1 - last;
        return (dots, commas) switch
        {
            (0, 0) => NumberProblem.None,
            (1, 0) or (0, 1) => CheckLoneMark(text[..last], after, out decimals),
            ( > 1, 0) => AreGroups(text) ? NumberProblem.None : NumberProblem.WrongGroups,
            ( > 0, 1) when text[last] == ',' => CheckDecimals(AreGroups(text[..last]), after, out decimals),
            _ => NumberProblem.CommaThousands,
        };
    }

    private static NumberProblem CheckLoneMark(ReadOnlySpan<char> before, int after, out int decimals)
    {
        decimals = after;
        return after switch
        {
            1 or 2 => NumberProblem.None,
            // No group of thousands begins with a zero or has four digits before it.
            3 when before.Length <= 3 && before[0] != '0' => NumberProblem.Ambiguous,
            _ => NumberProblem.TooManyDecimals,
        };
    }

    private static NumberProblem CheckDecimals(bool grouped, int after, out int decimals)
    {
        decimals = after;
        return !grouped ? NumberProblem.WrongGroups : after <= 2 ? NumberProblem.None : NumberProblem.TooManyDecimals;
    }

    private static bool AreGroups(ReadOnlySpan<char> text)
    {
        var first = text.IndexOf('.');
        if (first is < 1 or > 3 || text[0] == '0' || (text.Length - first) % 4 != 0)
        {
            return false;
        }

        for (var i = first; i < text.Length; i += 4)
        {
            if (text[i] != '.' || text.Slice(i + 1, 3).Contains('.'))
            {
                return false;
            }
        }

        return true;
    }

    private static decimal Value(ReadOnlySpan<char> text, int decimals, bool negative)
    {
        var sum = 0m;
        foreach (var c in text)
        {
            sum = char.IsAsciiDigit(c) ? (sum * 10) + (c - '0') : sum;
        }

        // Multiplied and not divided: that keeps the decimals as typed.
        sum *= new decimal(1, 0, 0, false, (byte)decimals);
        return negative ? -sum : sum;
    }
}
