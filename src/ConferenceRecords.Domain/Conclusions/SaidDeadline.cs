using System.Globalization;
using System.Text.RegularExpressions;

namespace ConferenceRecords.Domain.Conclusions;

/// <summary>A deadline as it was said, and the day that it means.</summary>
/// <param name="Words">As said ("đến hết năm 2021").</param>
/// <param name="Day">The last day that is in time; null where the words name none.</param>
public sealed partial record SaidDeadline(string Words, DateOnly? Day)
{
    private const int Longest = 20_000;

    /// <summary>Finds the deadline in a text: the first one that means a day, or the first one.</summary>
    /// <remarks>A year, quarter or month ends with its last day. "Trước ngày 15/12" leaves the 14th as the last day: the day itself is excluded. A year that is not said is not guessed.</remarks>
    /// <param name="text">The text.</param>
    /// <returns>The deadline; null where none is said.</returns>
    public static SaidDeadline? In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > Longest) return null;
        var all = Said().Matches(text).Select(m => new SaidDeadline(m.Value, DayOf(m.Groups))).ToList();
        return all.Find(d => d.Day is not null) ?? all.FirstOrDefault();
    }

    private static DateOnly? DayOf(GroupCollection parts)
    {
        if (Number(parts["year"]) is not (>= 1 and <= 9998 and { } year)) return null;
        var isBefore = parts["lead"].Value.Contains("trước", StringComparison.OrdinalIgnoreCase);
        var (first, last) = Span(parts, year);
        return isBefore ? first?.AddDays(-1) : last;
    }

    /// <summary>First and last day of what is named.</summary>
    private static (DateOnly? First, DateOnly? Last) Span(GroupCollection parts, int year)
    {
        if (parts["day"].Success)
        {
            var (day, month) = (Number(parts["day"])!.Value, Number(parts["month"])!.Value);
            if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return default;
            var date = new DateOnly(year, month, day);
            return (date, date);
        }
        if (parts["half"].Success)
            return parts["half"].Value.Equals("đầu", StringComparison.OrdinalIgnoreCase) ? (new(year, 1, 1), new(year, 6, 30)) : (new DateOnly(year, 7, 1), new DateOnly(year, 12, 31));
        if (parts["quarter"].Success)
        {
            var quarter = parts["quarter"].Value.ToUpperInvariant() switch { "I" or "1" => 1, "II" or "2" => 2, "III" or "3" => 3, _ => 4 };
            return Months(year, quarter * 3 - 2, quarter * 3);
        }
        if (Number(parts["month"]) is not { } of) return Months(year, 1, 12);
        return of is >= 1 and <= 12 ? Months(year, of, of) : default;
    }

    private static (DateOnly, DateOnly) Months(int year, int first, int last) => (new(year, first, 1), new(year, last, DateTime.DaysInMonth(year, last)));

    private static int? Number(Group group) => group.Success ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : null;

    private const string Lead =
        @"(?:(?:kể )?từ (?:nay|thời điểm hội nghị|sau hội nghị)\s+)?(?<lead>(?:(?:chậm|muộn) nhất(?: là)?(?: (?:đến|trong|vào|trước))?|(?:cho )?(?:đến|tới)(?: hết)?|trước|trong|hết|(?:thời )?hạn(?: cuối| chót)?(?: là)?:?))\s+";

    private const string Year = @"(?:\s*[/-]\s*|,?\s+năm\s+)(?<year>\d{4})(?!\d)";

    private const string Named =
        @"(?:(?:hết\s+)?(?:ngày\s+)?(?<day>\d{1,2})\s*[/.-]\s*(?<month>\d{1,2})(?:\s*[/.-]\s*(?<year>\d{4}))?(?![\d/])" +
        @"|ngày\s+(?<day>\d{1,2})\s+tháng\s+(?<month>\d{1,2})(?:,?\s+năm\s+(?<year>\d{4}))?" +
        @"|(?:6|06|sáu)\s+tháng\s+(?<half>đầu|cuối)\s+năm\s+(?<year>\d{4})" +
        @"|qu[ýí]\s+(?<quarter>IV|I{1,3}|[1-4])(?![\dIVX])(?:" + Year + ")?" +
        @"|tháng\s+(?<month>\d{1,2})(?!\d)(?:" + Year + ")?" +
        @"|năm\s+(?<year>\d{4})(?!\d)" +
        @"|(?:kỳ|kì)\s+họp\s+thứ\s+\d{1,3}" +
        @"|hội\s+nghị\s+lần\s+thứ\s+\d{1,3})";

    [GeneratedRegex(@"(?<!\w)" + Lead + Named, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Said();
}
