using System.Globalization;
using System.Text.RegularExpressions;
using ConferenceRecords.Domain.Text;

namespace ConferenceRecords.Domain.People;

/// <summary>
/// The first and the last day of a post as lists of people write them: a day, or a month alone ("05/2020"), which then begins with its first and ends
/// with its last day.
/// </summary>
public static partial class PostDate
{
    /// <summary>Reads a day or a month.</summary>
    /// <param name="text">The text as typed, may be null.</param>
    /// <param name="isLast">Whether it is the last day: a month then stands for its end.</param>
    /// <param name="date">The day, or the default.</param>
    /// <param name="problem">Why it was refused, or <see cref="DateProblem.None"/>.</param>
    /// <returns>Whether a day was read.</returns>
    public static bool TryParse(string? text, bool isLast, out DateOnly date, out DateProblem problem)
    {
        if (VietnameseDate.TryParse(text, out date, out problem)) return true;
        if (problem != DateProblem.MissingDay) return false;
        var parts = Month().Match(text!);
        var (month, year) = (int.Parse(parts.Groups[1].ValueSpan, CultureInfo.InvariantCulture), int.Parse(parts.Groups[2].ValueSpan, CultureInfo.InvariantCulture));
        if (month is < 1 or > 12 || year < 1)
        {
            problem = DateProblem.Impossible;
            return false;
        }
        date = new(year, month, isLast ? DateTime.DaysInMonth(year, month) : 1);
        problem = DateProblem.None;
        return true;
    }

    /// <summary>Writes a day the way it was most likely meant: a whole month as "05/2020", any other day as "15/05/2020".</summary>
    /// <param name="date">The day.</param>
    /// <param name="isLast">Whether it is the last day.</param>
    /// <returns>Month and year, or day, month and year.</returns>
    public static string Write(DateOnly date, bool isLast) => date.ToString(
        date.Day == (isLast ? DateTime.DaysInMonth(date.Year, date.Month) : 1) ? "MM'/'yyyy" : "dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    [GeneratedRegex("([0-9]{1,2})[^0-9]+([0-9]{4})")]
    private static partial Regex Month();
}
