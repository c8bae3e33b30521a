using ConferenceRecords.Data.Queries;
using ConferenceRecords.Domain.Sessions;
using Microsoft.Extensions.Localization;

namespace ConferenceRecords.Web;

/// <summary>The words of the office for who came.</summary>
public static class AttendanceWords
{
    public static string Of(this IStringLocalizer<SharedText> text, AttendanceState? state) => state switch
    {
        AttendanceState.Present => text["Có mặt"],
        AttendanceState.Late => text["Đến muộn"],
        AttendanceState.Excused => text["Vắng có lý do"],
        AttendanceState.Absent => text["Vắng không lý do"],
        _ => text["Chưa ghi"],
    };

    /// <summary>"Có mặt 47/53 ủy viên (2 đến muộn), vắng có lý do 4, không lý do 1, chưa điểm danh 1; khách mời 5/6".</summary>
    public static string Of(this IStringLocalizer<SharedText> text, AttendanceTally tally) => text[
        "Có mặt {0}/{1} ủy viên ({2} đến muộn), vắng có lý do {3}, không lý do {4}, chưa điểm danh {5}; khách mời {6}/{7}",
        tally.Present, tally.Members, tally.Late, tally.Excused, tally.Absent, tally.Unnoted, tally.GuestsPresent, tally.Guests];
}
