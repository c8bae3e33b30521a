using ConferenceRecords.Documents.Reports;
using Microsoft.Extensions.Localization;

namespace ConferenceRecords.Web.Pages.Office.Responses;

/// <summary>What is wrong with a row of a filled table, and what to do.</summary>
internal static class FilledWords
{
    public static string Of(this IStringLocalizer<SharedText> text, ResponseDifference row) => row.Problem switch
    {
        FilledProblem.UnknownNumber => text["Không có ý kiến mang số này, hoặc ý kiến đã rút"],
        FilledProblem.OtherSession => text["Số này là ý kiến của hội nghị khác"],
        FilledProblem.Merged => text["Ý kiến đã gộp; trả lời ở {0}", row.Stored?.Opinion.Lead.Number ?? ""],
        FilledProblem.Repeated => text["Số này đã có ở dòng trên; chỉ giữ một dòng"],
        FilledProblem.NoResult => text["Chưa chọn kết quả xử lý"],
        FilledProblem.UnknownResult => text["Kết quả xử lý phải là Tiếp thu, Tiếp thu một phần, Giữ nguyên hoặc Chuyển cơ quan khác"],
        FilledProblem.Cleared => text["Kết quả đã có bị xóa trong tệp; tệp không bỏ được trả lời. Nếu cần, mở ý kiến trên cổng để trả lại"],
        FilledProblem.NoReason => text["Thiếu nội dung giải trình"],
        FilledProblem.TooLong => text["Nội dung dài quá 20.000 ký tự"],
        FilledProblem.NoOther => text["Thiếu cơ quan được chuyển đến"],
        FilledProblem.UnknownAgency => text["Không có cơ quan này trong danh mục"],
        FilledProblem.SameAgency => text["Cơ quan được chuyển đến là cơ quan đang trả lời"],
        FilledProblem.NotHandedOver => text["Chỉ ghi cơ quan khác khi kết quả là Chuyển cơ quan khác"],
        FilledProblem.NothingChanged => text["Chỉ ghi đoạn thay đổi khi tiếp thu hoặc tiếp thu một phần"],
        _ => text["Không có bản hoặc đoạn này; ghi như: bản 2, đoạn 14"],
    };
}
