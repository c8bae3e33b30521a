using ConferenceRecords.Data.Jobs;
using ConferenceRecords.Documents.Drafts;
using ConferenceRecords.Documents.Office;
using ConferenceRecords.Domain.Text;
using Microsoft.Extensions.Localization;

namespace ConferenceRecords.Web.Forms;

/// <summary>What the file of a draft says to the person: why it was refused and what to do, how far it is read, what did not become text.</summary>
public static class DraftFileWords
{
    /// <summary>Why a file was refused, by the code of its job or of the check before it.</summary>
    public static string DraftRefusal(this IStringLocalizer<SharedText> text, string? problem, string? place = null) => problem switch
    {
        "Stamped" => text["Tệp có dấu chỉ độ mật nên bị từ chối; không có gì của tệp được lưu. Không đưa tài liệu mật lên hệ thống này."],
        "TooLong" => text["Đọc tệp lâu quá nên đã dừng. Hãy mở tệp bằng Word, lưu thành tệp mới rồi tải lại, hoặc dán văn bản."],
        "Fault" => text["Có lỗi khi đọc tệp. Chưa có gì được lưu; hãy tải lại."],
        ImportSteps.Lost => text["Hệ thống khởi động lại khi đang đọc tệp. Chưa có gì được lưu; hãy tải lại."],
        DraftTextException.ParagraphTooLong => text["Đoạn {0} dài quá {1} ký tự. Hãy ngắt đoạn này thành nhiều đoạn rồi tải lại", place ?? "", VietnameseNumber.Format(PastedDraft.LongestParagraph)],
        DraftTextException.TooManyParagraphs => text["Văn bản có hơn {0} đoạn. Hãy chia thành nhiều dự thảo", VietnameseNumber.Format(PastedDraft.MostParagraphs)],
        _ => text.DraftRefusal(Enum.TryParse<OfficeFileProblem>(problem, out var refused) ? refused : OfficeFileProblem.Damaged),
    };

    private static string DraftRefusal(this IStringLocalizer<SharedText> text, OfficeFileProblem problem) => problem switch
    {
        OfficeFileProblem.Extension or OfficeFileProblem.OtherKind => text["Chỉ nhận tệp Word (.docx) hoặc PDF (.pdf). Hãy lưu tệp ở một trong hai dạng đó rồi tải lại."],
        OfficeFileProblem.Empty => text["Tệp rỗng. Hãy chọn tệp khác."],
        OfficeFileProblem.TooLarge => text["Tệp lớn hơn 25 MB hoặc có quá nhiều chữ. Hãy nén ảnh trong Word (Tệp > Nén ảnh), chia thành nhiều tệp, hoặc dán văn bản."],
        OfficeFileProblem.NotWhatItsNameSays => text["Nội dung tệp không đúng với tên tệp. Hãy mở tệp, lưu lại đúng dạng rồi tải lại."],
        OfficeFileProblem.OldFormat => text["Tệp ở dạng Word cũ. Hãy mở tệp, chọn Lưu thành .docx rồi tải lại."],
        OfficeFileProblem.Encrypted => text["Tệp có mật khẩu hoặc bị khóa nên không đọc được. Hãy bỏ mật khẩu rồi tải lại."],
        OfficeFileProblem.Bomb => text["Tệp nén bất thường: mở ra lớn hơn nhiều so với tệp văn phòng. Hãy chép văn bản sang một tệp mới rồi tải lại."],
        OfficeFileProblem.Macros => text["Tệp có macro nên không được nhận. Hãy lưu thành .docx không có macro rồi tải lại."],
        OfficeFileProblem.ExternalReference => text["Tệp liên kết đến tệp, ảnh hoặc mẫu bên ngoài nên không được nhận. Hãy chép văn bản sang một tệp mới, hoặc dán văn bản."],
        OfficeFileProblem.EmbeddedObject => text["Tệp chứa tệp khác bên trong nên không được nhận. Hãy chép văn bản sang một tệp mới, hoặc dán văn bản."],
        OfficeFileProblem.TooManyPages => text["Tệp PDF có hơn {0} trang. Hãy chia thành nhiều tệp.", VietnameseNumber.Format(PdfDraft.MostPages)],
        _ => text["Tệp hỏng hoặc có phần không đọc được. Hãy mở tệp, lưu lại rồi tải lại, hoặc dán văn bản."],
    };

    /// <summary>"12/100 trang", or "350 đoạn" of a Word file, which has no pages before it is printed.</summary>
    public static string DraftProgress(this IStringLocalizer<SharedText> text, int done, int? total) => total is { } all
        ? text["{0}/{1} trang", VietnameseNumber.Format(done), VietnameseNumber.Format(all)] : text["{0} đoạn", VietnameseNumber.Format(done)];

    /// <summary>What did not become text, each with its count.</summary>
    public static IReadOnlyList<string> LeftOutWords(this IStringLocalizer<SharedText> text, string? leftOut) =>
        [.. LeftOut.Read(leftOut).Select(part => text.LeftOutWord(part.Code, VietnameseNumber.Format(part.Count)))];

    /// <summary>"1,4 MB", "320 kB".</summary>
    public static string FileSize(int bytes) => bytes >= 1_000_000 ? $"{VietnameseNumber.Format(Math.Round(bytes / 1_000_000m, 1))} MB" : $"{VietnameseNumber.Format(Math.Max(1, bytes / 1_000))} kB";

    private static string LeftOutWord(this IStringLocalizer<SharedText> text, string code, string count) => code switch
    {
        LeftOut.Comments => text["{0} lời bàn", count],
        LeftOut.Hidden => text["{0} chỗ có chữ ẩn", count],
        LeftOut.Headers => text["{0} đầu trang, chân trang", count],
        LeftOut.Links => text["{0} địa chỉ liên kết (chữ của liên kết được giữ)", count],
        LeftOut.Pictures => text["{0} ảnh", count],
        LeftOut.Drawings => text["{0} hình vẽ, biểu đồ", count],
        LeftOut.Equations => text["{0} công thức toán", count],
        LeftOut.Contents => text["{0} mục lục (trang đọc có mục lục riêng)", count],
        LeftOut.Fields => text["{0} trường lấy dữ liệu từ nơi khác (chữ đang hiện được giữ)", count],
        LeftOut.Properties => text["{0} thuộc tính của tệp, như tên người soạn", count],
        LeftOut.Data => text["{0} phần dữ liệu của phần mềm khác", count],
        LeftOut.Symbols => text["{0} ký hiệu không rõ, thay bằng ô vuông", count],
        LeftOut.Legacy => text["{0} đoạn phông chữ cũ (.VnTime, VNI) đã chuyển sang Unicode", count],
        LeftOut.EmptyPages => text["{0} trang không có chữ", count],
        LeftOut.RunningLines => text["{0} dòng đầu trang, chân trang, số trang", count],
        _ => $"{code}: {count}",
    };
}
