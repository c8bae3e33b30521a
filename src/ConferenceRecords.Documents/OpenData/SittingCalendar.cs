using System.Globalization;
using System.Text;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Domain.Sessions;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Calendar = Ical.Net.Calendar;

namespace ConferenceRecords.Documents.OpenData;

/// <summary>
/// The sittings of sessions as a calendar (RFC 5545). Records know the day and the half-day and no hours: a sitting is an entry of its whole day, whose title names the half-day.
/// A session without dates has no entry.
/// </summary>
public static class SittingCalendar
{
    private const string Zone = "Asia/Ho_Chi_Minh";

    /// <summary>Writes a calendar.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="sessions">For each session an edition that tells its facts.</param>
    /// <param name="addresses">Where the pages are.</param>
    /// <returns>UTF-8.</returns>
    public static byte[] Write(string name, IEnumerable<EditionBundle> sessions, PublicAddresses addresses)
    {
        ArgumentNullException.ThrowIfNull(sessions);
        var calendar = new Calendar { ProductId = "-//Ho so hoi nghi//Lich hoi nghi//VI", Method = "PUBLISH" };
        calendar.AddProperty("X-WR-CALNAME", name);
        calendar.AddProperty("X-WR-TIMEZONE", Zone);
        calendar.AddTimeZone(Vietnam());
        foreach (var session in sessions) calendar.Events.AddRange(session.Session.Sittings.Select(sitting => Event(session, sitting, addresses)));
        return Encoding.UTF8.GetBytes(Folded(new CalendarSerializer().SerializeToString(calendar) ?? ""));
    }

    /// <summary>The zone since the last time it changed.</summary>
    private static VTimeZone Vietnam()
    {
        var zone = new VTimeZone(Zone);
        zone.TimeZoneInfos.Add(new VTimeZoneInfo("STANDARD") { Start = new CalDateTime(1975, 6, 13, 0, 0, 0), OffsetFrom = new UtcOffset(TimeSpan.FromHours(8)), OffsetTo = new UtcOffset(TimeSpan.FromHours(7)), TimeZoneName = "+07" });
        return zone;
    }

    private static CalendarEvent Event(EditionBundle edition, PublicSitting sitting, PublicAddresses addresses)
    {
        var half = sitting.Part == DayPart.Morning ? "buổi sáng" : "buổi chiều";
        var address = addresses.Page(edition is SessionBundle ? PublicPart.Session : edition is PapersBundle ? PublicPart.Papers : edition is FollowUpBundle ? PublicPart.FollowUp : PublicPart.OpinionSummary, edition.Slug);
        return new()
        {
            Uid = string.Create(CultureInfo.InvariantCulture, $"{edition.SessionId}-{sitting.Date:yyyyMMdd}-{(sitting.Part == DayPart.Morning ? "sang" : "chieu")}@ho-so-hoi-nghi"),
            DtStamp = new CalDateTime(edition.PublishedAt.UtcDateTime, "UTC"),
            Start = new CalDateTime(sitting.Date),
            Sequence = edition.Edition - 1,
            Summary = $"{edition.Session.Title} - {half}",
            Description = $"{char.ToUpperInvariant(half[0])}{half[1..]}; nguồn không nêu giờ.",
            Location = sitting.Place,
            Transparency = TransparencyType.Transparent,
            Url = new(address),
        };
    }

    /// <summary>Breaks lines so that none is longer than 75 octets; a letter of several octets stays whole.</summary>
    private static string Folded(string text)
    {
        const int Most = 75;
        var folded = new StringBuilder();

        // Lines that were folded by characters are joined before they are folded by octets.
        foreach (var line in text.ReplaceLineEndings("\n").Replace("\n ", "", StringComparison.Ordinal).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var octets = 0;
            foreach (var rune in line.EnumerateRunes())
            {
                if (octets + rune.Utf8SequenceLength > Most)
                {
                    folded.Append("\r\n ");
                    octets = 1;
                }
                folded.Append(rune.ToString());
                octets += rune.Utf8SequenceLength;
            }
            folded.Append("\r\n");
        }
        return folded.ToString();
    }
}
