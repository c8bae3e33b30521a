using System.Globalization;
using System.Text.RegularExpressions;

namespace ConferenceRecords.Domain.Text;

/// <summary>Why a text was not read as a date.</summary>
public enum DateProblem
{
    /// <summary>The date was read.</summary>
    None,

    /// <summary>There is nothing to read.</summary>
    Empty,

    /// <summary>The text is no date in a known writing.</summary>
    NotADate,

    /// <summary>Month and year are there, the day is not.</summary>
    MissingDay,

    /// <summary>Day and month are there and possible, the year is not; it is never guessed.</summary>
    MissingYear,

    /// <summary>The year has fewer than four digits; the century is never guessed.</summary>
    ShortYear,

    /// <summary>There is no such day in the calendar (31/02/2021).</summary>
    Impossible,

    /// <summary>The weekday written before the date is not the weekday of that date.</summary>
    WrongWeekday,
}

/// <summary>Dates as Vietnamese people write them: day first, then month, then year.</summary>
public static partial class VietnameseDate
{
    private static readonly string[] Weekdays = ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"];

    private static readonly string[] FoldedWeekdays = [.. Weekdays.Select(VietnameseText.Fold)];

    /// <summary>
    /// Reads <c>05/12/2021</c>, <c>5-12-2021</c>, <c>5.12.2021</c> and <c>ngày 05 tháng 12 năm 2021</c>, each also after a weekday
    /// (<c>thứ Sáu 03/12/2021</c>), which then must agree.
    /// </summary>
    /// <param name="text">The text as typed, may be null; capitals, marks and blanks do not matter.</param>
    /// <param name="date">The date, or the default.</param>
    /// <param name="problem">Why it was refused, or <see cref="DateProblem.None"/>.</param>
    /// <returns>Whether the date was read.</returns>
    public static bool TryParse(string? text, out DateOnly date, out DateProblem problem)
    {
        date = default;
        var folded = VietnameseText.Fold(text ?? "");
        if (folded.Length == 0)
        {
            problem = DateProblem.Empty;
            return false;
        }

        var match = Digits().Match(folded) is { Success: true } digits ? digits : Words().Match(folded);
        if (!match.Success)
        {
            problem = MonthAndYear().IsMatch(folded) ? DateProblem.MissingDay : DateProblem.NotADate;
            return false;
        }

        problem = Read(match.Groups, out date);
        return problem == DateProblem.None;
    }

    /// <summary>
    /// The form of official papers: "ngày 05 tháng 12 năm 2021". Days below 10 and the months 1 and 2 take a leading zero, other months do not.
    /// </summary>
    /// <param name="date">The date.</param>
    /// <returns>The date in words.</returns>
    public static string Official(DateOnly date) => string.Create(
        CultureInfo.InvariantCulture, $"ngày {date.Day:00} tháng {(date.Month <= 2 ? "0" : "")}{date.Month} năm {date.Year:0000}");

    /// <summary>The short form with the weekday, "thứ Sáu 03/12/2021", for echoing what was typed.</summary>
    /// <param name="date">The date.</param>
    /// <returns>Weekday, day, month and year.</returns>
    public static string WithWeekday(DateOnly date) => string.Create(
        CultureInfo.InvariantCulture, $"{Weekdays[(int)date.DayOfWeek]} {date.Day:00}/{date.Month:00}/{date.Year:0000}");

    private static DateProblem Read(GroupCollection parts, out DateOnly date)
    {
        date = default;
        var day = int.Parse(parts["day"].ValueSpan, CultureInfo.InvariantCulture);
        var month = int.Parse(parts["month"].ValueSpan, CultureInfo.InvariantCulture);
        var year = parts["year"].Success ? int.Parse(parts["year"].ValueSpan, CultureInfo.InvariantCulture) : (int?)null;

        // Without a year a leap year stands in: 29/02 misses its year, 31/02 is impossible in every one.
        const int SomeLeapYear = 2000;
        var known = parts["year"].Length == 4 ? year!.Value : SomeLeapYear;
        if (known < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(known, month))
        {
            return DateProblem.Impossible;
        }

        if (parts["year"].Length != 4)
        {
            return year is null ? DateProblem.MissingYear : DateProblem.ShortYear;
        }

        var read = new DateOnly(known, month, day);
        if (parts["weekday"].Success && !IsWeekday(parts["weekday"].Value, read.DayOfWeek))
        {
            return DateProblem.WrongWeekday;
        }

        date = read;
        return DateProblem.None;
    }

    private static bool IsWeekday(string written, DayOfWeek day) =>
        written == FoldedWeekdays[(int)day]
        || (day != DayOfWeek.Sunday && written == string.Create(CultureInfo.InvariantCulture, $"thu {(int)day + 1}"));

    private const string Weekday = "^(?:(?<weekday>thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat),? )?";

    [GeneratedRegex(Weekday + @"(?:ngay )?(?<day>[0-9]{1,2}) ?(?<mark>[/.-]) ?(?<month>[0-9]{1,2})(?: ?\k<mark> ?(?<year>[0-9]{1,4}))?$")]
    private static partial Regex Digits();

    [GeneratedRegex(Weekday + @"(?:ngay )?(?<day>[0-9]{1,2}) thang (?<month>[0-9]{1,2})(?:,? nam (?<year>[0-9]{1,4}))?$")]
    private static partial Regex Words();

    [GeneratedRegex(@"^(?:(?:thang )?[0-9]{1,2} ?[/.-] ?[0-9]{4}|thang [0-9]{1,2},? nam [0-9]{4})$")]
    private static partial Regex MonthAndYear();
}
