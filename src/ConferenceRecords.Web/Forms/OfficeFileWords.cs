using ConferenceRecords.Documents.Office;
using Microsoft.Extensions.Localization;

namespace ConferenceRecords.Web.Forms;

/// <summary>What a refused Word or Excel file says to the person: what is wrong with it and what to do.</summary>
public static class OfficeFileWords
{
    public static string Of(this IStringLocalizer<SharedText> text, OfficeFileException refused)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(refused);
        return refused.Problem switch
        {
            OfficeFileProblem.Extension => text["Chỉ nhận tệp Word (.docx) hoặc Excel (.xlsx). Hãy lưu tệp ở một trong hai dạng đó rồi tải lại."],
            OfficeFileProblem.Empty => text["Tệp rỗng. Hãy chọn tệp khác."],
            OfficeFileProblem.TooLarge => text["Tệp lớn hơn 25 MB. Hãy nén ảnh trong Word (Tệp > Nén ảnh) hoặc chép riêng danh sách rồi dán."],
            OfficeFileProblem.NotWhatItsNameSays => text["Nội dung tệp không đúng với tên tệp. Hãy mở tệp bằng Word hoặc Excel, lưu lại đúng dạng rồi tải lại."],
            OfficeFileProblem.OldFormat => text["Tệp ở dạng Word hoặc Excel cũ. Hãy mở tệp, chọn Lưu thành .docx hoặc .xlsx rồi tải lại."],
            OfficeFileProblem.Encrypted => text["Tệp có mật khẩu nên không đọc được. Hãy bỏ mật khẩu trong Word hoặc Excel rồi tải lại."],
            OfficeFileProblem.Bomb => text["Tệp nén bất thường: mở ra lớn hơn nhiều so với tệp văn phòng. Hãy chép danh sách sang một tệp mới rồi tải lại."],
            OfficeFileProblem.Macros => text["Tệp có macro nên không được nhận. Hãy lưu thành .docx hoặc .xlsx không có macro rồi tải lại."],
            OfficeFileProblem.ExternalReference => text["Tệp liên kết đến tệp, ảnh hoặc mẫu bên ngoài nên không được nhận. Hãy chép danh sách sang một tệp mới, hoặc dán danh sách."],
            OfficeFileProblem.EmbeddedObject => text["Tệp chứa tệp khác bên trong nên không được nhận. Hãy chép danh sách sang một tệp mới, hoặc dán danh sách."],
            OfficeFileProblem.Formula => text["Ô {0} có công thức. Hãy chép bảng rồi dán dạng giá trị (Dán đặc biệt > Giá trị) và lưu lại.", refused.Place ?? ""],
            OfficeFileProblem.TooManyRows => text["Trang tính có hơn {0} dòng. Hãy chia thành nhiều tệp.", SheetRows.MostRows],
            OfficeFileProblem.TooManyColumns => text["Trang tính có hơn {0} cột. Hãy chỉ giữ các cột cần nhập.", SheetRows.MostColumns],
            OfficeFileProblem.OtherKind => text["Cần tệp Excel (.xlsx)."],
            _ => text["Tệp hỏng hoặc có phần không đọc được. Hãy mở tệp bằng Word hoặc Excel, lưu lại rồi tải lại."],
        };
    }
}
