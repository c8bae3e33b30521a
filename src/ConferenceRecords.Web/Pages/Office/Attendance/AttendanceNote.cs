using System.Globalization;
using ConferenceRecords.Domain.Sessions;
using ConferenceRecords.Web.Forms;

namespace ConferenceRecords.Web.Pages.Office.Attendance;

/// <summary>What a form says of one delegate, or what is stored of one; two of them are compared by their values.</summary>
/// <param name="State">State; null where nothing is noted.</param>
/// <param name="Arrived">When a late delegate came, as typed.</param>
/// <param name="Reason">Why an excused one stays away.</param>
public sealed record AttendanceNote(AttendanceState? State, string? Arrived, string? Reason)
{
    /// <summary>The hour, where what was typed is one.</summary>
    public TimeOnly? Hour => HourRules.ToHour(Arrived);

    /// <summary>What is wrong with it; null where nothing is.</summary>
    public string? Problem => this switch
    {
        { State: AttendanceState.Late, Hour: null } => "Nhập giờ đến, ví dụ 08:15",
        { State: AttendanceState.Excused, Reason.Length: > 300 } => "Lý do dài quá 300 ký tự. Hãy rút gọn",
        _ => null,
    };

    /// <summary>What was stored when the form was made, as the form carries it.</summary>
    public string Text => $"{State}|{Arrived}|{Reason}";

    /// <summary>Of a stored row: an hour belongs to a late delegate alone, a reason to an excused one.</summary>
    public static AttendanceNote Of(AttendanceState? state, TimeOnly? arrivedAt, string? reason) =>
        new(state, arrivedAt?.ToString("HH':'mm", CultureInfo.InvariantCulture), reason);

    /// <summary>Of a form: what does not belong to the state is left out, an hour is written in one way.</summary>
    public static AttendanceNote Of(string? state, string? arrived, string? reason)
    {
        var read = Enum.TryParse<AttendanceState>(state, out var named) && Enum.IsDefined(named) ? named : (AttendanceState?)null;
        var hour = HourRules.ToHour(arrived) is { } time ? time.ToString("HH':'mm", CultureInfo.InvariantCulture) : TextRules.ToLine(arrived);
        return new(read, read == AttendanceState.Late ? hour : null, read == AttendanceState.Excused ? TextRules.ToLine(reason) : null);
    }
}
