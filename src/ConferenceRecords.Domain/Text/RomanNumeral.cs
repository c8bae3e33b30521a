using System.Text;

namespace ConferenceRecords.Domain.Text;

/// <summary>Roman numerals from 1 to 3999, as in "khóa XX" and in the headings of papers.</summary>
public static class RomanNumeral
{
    /// <summary>The largest number that the seven letters write.</summary>
    public const int Largest = 3999;

    private static readonly (int Value, string Letters)[] Steps =
    [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
        (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ];

    /// <summary>Writes a number in capitals: 20 gives "XX".</summary>
    /// <param name="value">A number from 1 to <see cref="Largest"/>.</param>
    /// <returns>The only regular way to write it.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is below 1 or above <see cref="Largest"/>.</exception>
    public static string To(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Largest);
        var letters = new StringBuilder(15);
        foreach (var step in Steps)
        {
            for (; value >= step.Value; value -= step.Value)
            {
                letters.Append(step.Letters);
            }
        }

        return letters.ToString();
    }

    /// <summary>Reads a numeral in capitals or small letters, with blanks around it; irregular writings (IIII, IC) are refused.</summary>
    /// <param name="text">The text, may be null.</param>
    /// <param name="value">The number, or 0.</param>
    /// <returns>Whether the text is one regular numeral.</returns>
    public static bool TryParse(string? text, out int value)
    {
        value = 0;
        var letters = text?.Trim().ToUpperInvariant() ?? "";
        var rest = letters.AsSpan();
        var sum = 0;
        foreach (var step in Steps)
        {
            for (; rest.StartsWith(step.Letters, StringComparison.Ordinal) && sum <= Largest; rest = rest[step.Letters.Length..])
            {
                sum += step.Value;
            }
        }

        // Reading greedily and writing back accepts the regular form alone.
        if (rest.Length > 0 || sum is < 1 or > Largest || To(sum) != letters)
        {
            return false;
        }

        value = sum;
        return true;
    }
}
