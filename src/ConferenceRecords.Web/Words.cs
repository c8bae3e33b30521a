using ConferenceRecords.Data.Accounts;
using ConferenceRecords.Data.Publication;
using ConferenceRecords.Documents.OpenData;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Domain.Opinions;
using ConferenceRecords.Domain.Sessions;
using ConferenceRecords.Web.Publishing;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace ConferenceRecords.Web;

/// <summary>The words of the office for the values of the domain.</summary>
public static class Words
{
    public static string Of(this IStringLocalizer<SharedText> text, OpinionKind kind) => kind switch
    {
        OpinionKind.Agree => text["Nhất trí"],
        OpinionKind.Amend => text["Đề nghị sửa"],
        OpinionKind.Add => text["Đề nghị bổ sung"],
        OpinionKind.Remove => text["Đề nghị bỏ"],
        OpinionKind.Clarify => text["Đề nghị làm rõ"],
        _ => text["Về số liệu"],
    };

    public static string Of(this IStringLocalizer<SharedText> text, PassageKind kind) => kind switch
    {
        PassageKind.Session => text["Hội nghị"],
        PassageKind.Item => text["Nội dung"],
        PassageKind.Conclusion => text["Kết luận"],
        PassageKind.Directive => text["Chỉ đạo"],
        PassageKind.Indicator => text["Chỉ tiêu"],
        PassageKind.Paper => text["Tài liệu"],
        PassageKind.Opinion => text["Tổng hợp ý kiến"],
        _ => text["Nhiệm vụ"],
    };

    public static string Of(this IStringLocalizer<SharedText> text, OpinionChannel channel) => channel switch
    {
        OpinionChannel.Plenary => text["Hội trường"],
        OpinionChannel.Group => text["Tổ thảo luận"],
        OpinionChannel.Ballot => text["Phiếu"],
        OpinionChannel.Written => text["Văn bản"],
        _ => text["Gửi trên cổng"],
    };

    public static string Of(this IStringLocalizer<SharedText> text, SessionKind kind) => kind switch
    {
        SessionKind.Enlarged => text["Mở rộng"],
        SessionKind.Extraordinary => text["Bất thường"],
        SessionKind.Thematic => text["Chuyên đề"],
        _ => text["Thường kỳ"],
    };

    public static string Of(this IStringLocalizer<SharedText> text, DayPart part) => part == DayPart.Morning ? text["Buổi sáng"] : text["Buổi chiều"];

    public static string Of(this IStringLocalizer<SharedText> text, ReleaseState state) => state switch
    {
        ReleaseState.Submitted => text["Chờ duyệt"],
        ReleaseState.Approved => text["Đã công bố"],
        ReleaseState.Withdrawn => text["Đã thu hồi"],
        _ => text["Đang soạn"],
    };

    public static string Of(this IStringLocalizer<SharedText> text, PublicPart part) => part switch
    {
        PublicPart.Session => text["Hội nghị"],
        PublicPart.Indicators => text["Chỉ tiêu"],
        _ => text.Of(PublicAddresses.Kind(part)),
    };

    public static string Of(this IStringLocalizer<SharedText> text, PortalRole role) => role switch
    {
        PortalRole.Secretariat => text["Thư ký"],
        PortalRole.Approver => text["Người duyệt"],
        PortalRole.Delegate => text["Đại biểu"],
        PortalRole.Agency => text["Cơ quan trả lời"],
        _ => text["Quản trị"],
    };

    public static string Of(this IStringLocalizer<SharedText> text, TurnUnit unit) => unit switch
    {
        TurnUnit.Opinion => text["Mỗi ý kiến một lượt"],
        TurnUnit.SpeakerOnItem => text["Mỗi người ở mỗi nội dung một lượt"],
        TurnUnit.Speaker => text["Mỗi người một lượt"],
        _ => text["Không tính"],
    };

    public static string Of(this IStringLocalizer<SharedText> text, FigureVerdict verdict) => verdict switch
    {
        FigureVerdict.Agrees => text["Khớp"],
        FigureVerdict.Differs => text["Không khớp"],
        _ => text["Cần người xem"],
    };

    /// <summary>State of the tag that says the verdict.</summary>
    public static string TagState(this FigureVerdict verdict) => verdict switch { FigureVerdict.Agrees => "done", FigureVerdict.Differs => "late", _ => "wait" };

    /// <summary>Entries of a list for every value of an enumeration, in its order.</summary>
    public static IEnumerable<SelectListItem> Choices<TValue>(Func<TValue, string> word)
        where TValue : struct, Enum => Enum.GetValues<TValue>().Select(value => new SelectListItem(word(value), value.ToString()));
}
