using ConferenceRecords.Data.Queries;
using ConferenceRecords.Domain.Responses;
using ConferenceRecords.Domain.Text;
using Microsoft.Extensions.Localization;

namespace ConferenceRecords.Web;

/// <summary>The words of the ledger.</summary>
public static class ResponseWords
{
    public static string Of(this IStringLocalizer<SharedText> text, Disposition disposition) => disposition switch
    {
        Disposition.Accepted => text["Tiếp thu"],
        Disposition.PartlyAccepted => text["Tiếp thu một phần"],
        Disposition.Kept => text["Giữ nguyên"],
        _ => text["Chuyển cơ quan khác"],
    };

    public static string Of(this IStringLocalizer<SharedText> text, ResponseState state) => state switch
    {
        ResponseState.Assigned => text["Chờ cơ quan trả lời"],
        ResponseState.Answered => text["Chờ xác nhận"],
        ResponseState.Confirmed => text["Đã xử lý"],
        _ => text["Chưa giao"],
    };

    /// <summary>The tag's state.</summary>
    public static string TagState(this ResponseState state) => state switch
    {
        ResponseState.Assigned => "doing",
        ResponseState.Answered => "wait",
        ResponseState.Confirmed => "done",
        _ => "todo",
    };

    /// <summary>Whether what was taken in stands in the text; null where that is no question.</summary>
    public static string? Of(this IStringLocalizer<SharedText> text, AcceptedState state) => state switch
    {
        AcceptedState.Unchanged => text["Tiếp thu nhưng văn bản chưa đổi"].Value,
        AcceptedState.NoNewVersion => text["chưa có bản mới"].Value,
        AcceptedState.Changed => text["văn bản đã đổi"].Value,
        _ => null,
    };

    /// <summary>The last day of an answer: "quá hạn 3 ngày (03/12/2021)", "hạn hôm nay", "còn 2 ngày, đến 05/12/2021".</summary>
    /// <param name="text">The words of the interface.</param>
    /// <param name="due">The last day.</param>
    /// <param name="today">The day in Vietnam.</param>
    public static string Due(this IStringLocalizer<SharedText> text, DateOnly due, DateOnly today) => (due.DayNumber - today.DayNumber) switch
    {
        < 0 and var days => text["quá hạn {0} ngày ({1})", -days, VietnamTime.Day(due)],
        0 => text["hạn hôm nay"],
        var days => text["còn {0} ngày, đến {1}", days, VietnamTime.Day(due)],
    };
}
