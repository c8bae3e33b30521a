using System.Globalization;
using ConferenceRecords.Domain.Text;
using Microsoft.Extensions.Localization;

namespace ConferenceRecords.Web;

/// <summary>Deadlines and lengths as a reader weighs them.</summary>
public static class DeadlineWords
{
    /// <summary>Syllables that a reader takes in per minute.</summary>
    private const int ReadingPace = 200;

    /// <summary>"còn 2 ngày, đến 17:00 thứ Sáu 03/12/2021"; days are those of the calendar in Vietnam.</summary>
    /// <param name="text">The words of the interface.</param>
    /// <param name="until">Last moment; null without a deadline.</param>
    /// <param name="now">The time.</param>
    public static string Deadline(this IStringLocalizer<SharedText> text, DateTimeOffset? until, DateTimeOffset now)
    {
        if (until is not { } end) return text["không có hạn"];
        var (day, hour) = (VietnamTime.DateOf(end), VietnamTime.Moment(end)[..5]);
        if (now > end) return text["đã hết hạn lúc {0} {1}", hour, Weekday(day)];
        var left = end - now;
        return (day.DayNumber - VietnamTime.DateOf(now).DayNumber) switch
        {
            0 when left.TotalHours >= 1 => text["còn {0} giờ, đến {1} hôm nay, {2}", (int)left.TotalHours, hour, Weekday(day)],
            0 when left.TotalMinutes >= 1 => text["còn {0} phút, đến {1} hôm nay, {2}", (int)left.TotalMinutes, hour, Weekday(day)],
            0 => text["còn dưới 1 phút, đến {0} hôm nay, {1}", hour, Weekday(day)],
            1 => text["đến {0} ngày mai, {1}", hour, Weekday(day)],
            var days => text["còn {0} ngày, đến {1} {2}", days, hour, Weekday(day)],
        };
    }

    /// <summary>"Đọc khoảng 4 phút".</summary>
    /// <param name="text">The words of the interface.</param>
    /// <param name="words">Number of words (syllables).</param>
    public static string ReadingTime(this IStringLocalizer<SharedText> text, int words) =>
        text["Đọc khoảng {0} phút", Math.Max(1, (words + ReadingPace - 1) / ReadingPace)];

    /// <summary>A day with its weekday: "thứ Sáu 03/12/2021".</summary>
    internal static string Weekday(DateOnly day) => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en"
        ? day.ToString("dddd dd'/'MM'/'yyyy", CultureInfo.InvariantCulture)
        : VietnameseDate.WithWeekday(day);
}
