using System.Globalization;

namespace ConferenceRecords.Domain.Text;

/// <summary>Moments as people in Vietnam read them; stored times are UTC.</summary>
public static class VietnamTime
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    /// <summary>Hour and day: "09:14 03/12/2021".</summary>
    public static string Moment(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone).ToString("HH':'mm dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    /// <summary>The hour to the second: "09:14:32".</summary>
    public static string Clock(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone).ToString("HH':'mm':'ss", CultureInfo.InvariantCulture);

    /// <summary>Whether noon is past in Vietnam.</summary>
    public static bool IsAfternoon(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone).Hour >= 12;

    /// <summary>The day: "03/12/2021".</summary>
    public static string Day(DateTimeOffset at) => Day(DateOf(at));

    /// <summary>A day: "03/12/2021".</summary>
    public static string Day(DateOnly date) => date.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    /// <summary>The day in Vietnam at a moment.</summary>
    public static DateOnly DateOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone).DateTime);

    /// <summary>The moment of an hour on a day in Vietnam, in UTC.</summary>
    public static DateTimeOffset At(DateOnly date, TimeOnly time)
    {
        var local = date.ToDateTime(time);
        // The first hours of the year 1 have no moment in UTC.
        return new DateTimeOffset(Math.Max(0, local.Ticks - Zone.GetUtcOffset(local).Ticks), TimeSpan.Zero);
    }
}
