using ConferenceRecords.Data.Jobs;
using ConferenceRecords.Documents.Office;
using ConferenceRecords.Domain.Text;
using ConferenceRecords.Web.Forms;
using Microsoft.Extensions.Localization;

namespace ConferenceRecords.Web.Imports;

/// <summary>What an import says: how far it is, why it was refused and what to do then.</summary>
public static class ImportWords
{
    /// <summary>Why a list was refused, by the code of its job.</summary>
    public static string Refusal(this IStringLocalizer<SharedText> text, string? problem, string? place) => problem switch
    {
        "Stamped" => text["Danh sách có dấu chỉ độ mật nên không được đọc. Không đưa tài liệu mật lên hệ thống này."],
        "NoHeading" => text["Không thấy dòng tiêu đề có cột Họ và tên. Hãy thêm dòng tiêu đề như trong tệp mẫu rồi tải lại."],
        "NoRows" => text["Dưới dòng tiêu đề không có đại biểu nào. Hãy kiểm tra lại danh sách rồi tải lại."],
        "TooLong" => text["Đọc danh sách lâu quá nên đã dừng. Hãy chia thành nhiều tệp rồi tải lại."],
        "Fault" => text["Có lỗi khi đọc danh sách. Chưa có gì được lưu; hãy tải lại."],
        ImportSteps.Lost => text["Hệ thống khởi động lại khi đang đọc danh sách. Chưa có gì được lưu; hãy tải lại."],
        _ => text.Of(new OfficeFileException(Enum.TryParse<OfficeFileProblem>(problem, out var refused) ? refused : OfficeFileProblem.Damaged, "A list of people was refused", place)),
    };

    /// <summary>"1.200/5.000 dòng".</summary>
    public static string Progress(this IStringLocalizer<SharedText> text, int done, int? total) => total is { } all
        ? text["{0}/{1} dòng", VietnameseNumber.Format(done), VietnameseNumber.Format(all)] : text["{0} dòng", VietnameseNumber.Format(done)];

    /// <summary>What is wrong with a row.</summary>
    public static string Of(this IStringLocalizer<SharedText> text, RowProblem problem) => problem.Kind switch
    {
        PersonProblem.NoName => text["Thiếu họ và tên"],
        PersonProblem.NameTooLong => text["Họ và tên dài quá 200 ký tự"],
        PersonProblem.PlaceTooLong => text["Chức vụ hoặc đơn vị dài quá 300 ký tự"],
        PersonProblem.BadSince => text["Từ ngày “{0}” không đọc được; ghi như 15/05/2020 hoặc 05/2020", problem.Text ?? ""],
        PersonProblem.BadUntil => text["Đến ngày “{0}” không đọc được; ghi như 15/05/2020 hoặc 05/2020", problem.Text ?? ""],
        PersonProblem.DatesReversed => text["Ngày kết thúc trước ngày bắt đầu"],
        PersonProblem.UnclearStanding => text["Tư cách “{0}” không rõ; ghi Ủy viên hoặc Khách mời", problem.Text ?? ""],
        _ => text["Không có khóa “{0}”", problem.Text ?? ""],
    };
}
