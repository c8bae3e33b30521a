using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Domain.Responses;
using ConferenceRecords.Domain.Sessions;
using ConferenceRecords.Domain.Text;
using ConferenceRecords.Web.FollowUp;
using Microsoft.Extensions.Localization;

namespace ConferenceRecords.Web.Publishing;

/// <summary>The words for a comparison of two editions.</summary>
public static class DifferenceWords
{
    public static string Of(this IStringLocalizer<SharedText> text, BundlePart part) => part switch
    {
        BundlePart.Facts => text["Thông tin hội nghị"],
        BundlePart.Sittings => text["Các buổi"],
        BundlePart.Categories => text["Nhóm nội dung"],
        BundlePart.Contents => text["Nội dung"],
        BundlePart.Conclusion => text["Thông tin kết luận"],
        BundlePart.Paragraphs => text["Các đoạn của kết luận"],
        BundlePart.Directives => text["Chỉ đạo"],
        BundlePart.Papers => text["Tài liệu"],
        BundlePart.PaperParagraphs => text["Các đoạn của tài liệu"],
        BundlePart.Introduction => text["Phần mở đầu"],
        BundlePart.SummaryLines => text["Ý kiến"],
        BundlePart.Tasks => text["Nhiệm vụ"],
        _ => text["Chỉ tiêu"],
    };

    public static string Of(this IStringLocalizer<SharedText> text, ChangeKind kind) => kind switch
    {
        ChangeKind.Added => text["Thêm"],
        ChangeKind.Removed => text["Bỏ"],
        _ => text["Sửa"],
    };

    /// <summary>What an entry is called: "Đoạn 3".</summary>
    public static string Entry(this IStringLocalizer<SharedText> text, BundleDifference difference) => difference.Part switch
    {
        BundlePart.Sittings => text["Buổi {0}", difference.Number],
        BundlePart.Categories => text["Nhóm {0}", difference.Number],
        BundlePart.Contents => text["Nội dung {0}", difference.Number],
        BundlePart.Paragraphs => text["Đoạn {0}", difference.Number],
        BundlePart.Directives => text["Chỉ đạo {0}", difference.Number],
        BundlePart.Indicators => text["Chỉ tiêu {0}", difference.Number],
        BundlePart.Papers => text["Tài liệu {0}", difference.Number],
        BundlePart.PaperParagraphs => text["Đoạn {0}", difference.Number],
        BundlePart.SummaryLines => text["Ý kiến {0}", difference.Number],
        BundlePart.Tasks => text["Nhiệm vụ {0}", difference.Number],
        _ => text.Of(difference.Part),
    };

    /// <summary>The label of a value; its name in the bundle's records is the key.</summary>
    public static string Field(this IStringLocalizer<SharedText> text, BundlePart part, string field) => (part, field) switch
    {
        (BundlePart.Facts, "Title") => text["Tên hội nghị"],
        (BundlePart.Conclusion, "Title") => text["Tên kết luận"],
        (BundlePart.Conclusion, "Place") => text["Địa danh"],
        (BundlePart.Facts, "Kind") => text["Loại hội nghị"],
        (BundlePart.Sittings, "Part") => text["Buổi"],
        (BundlePart.Papers, "Title") => text["Tên tài liệu"],
        (BundlePart.PaperParagraphs, "Kind") => text["Loại đoạn"],
        (_, "Slug") => text["Địa chỉ công khai"],
        (_, "Committee") => text["Đảng bộ"],
        (_, "Body") => text["Cơ quan họp"],
        (_, "TermLabel") => text["Khóa"],
        (_, "TermStart") => text["Năm đầu nhiệm kỳ"],
        (_, "TermEnd") => text["Năm cuối nhiệm kỳ"],
        (_, "Ordinal") => text["Hội nghị lần thứ"],
        (_, "TimeNote") => text["Thời gian"],
        (_, "Chair") => text["Chủ trì"],
        (_, "StatedItemCount") => text["Số nội dung nguồn nêu"],
        (_, "StatedOpinionCount") => text["Số lượt ý kiến"],
        (_, "StatedOpinionQualifier") => text["Từ chỉ mức của số lượt ý kiến"],
        (_, "Date") => text["Ngày"],
        (_, "Place") => text["Địa điểm"],
        (_, "ShortName") => text["Tên ngắn"],
        (_, "StatedCount") => text["Số lượng nguồn nêu"],
        (_, "Category") => text["Nhóm"],
        (_, "LeadAgency") => text["Cơ quan chủ trì"],
        (_, "IsIllustrative") => text["Dữ liệu minh họa"],
        (_, "Symbol") => text["Số, ký hiệu"],
        (_, "IssuedOn") => text["Ngày văn bản"],
        (_, "Signer") => text["Người kết luận"],
        (_, "SourceNote") => text["Ghi chú về nguồn"],
        (_, "SignerName") => text["Họ và tên người ký"],
        (_, "SignedFor") => text["Ký thay mặt"],
        (_, "Recipients") => text["Nơi nhận"],
        (_, "Issuer") => text["Cơ quan ban hành"],
        (_, "IssuerCode") => text["Ký hiệu cơ quan ban hành"],
        (_, "Addressee") => text["Đơn vị thực hiện"],
        (_, "DeadlineNote") => text["Thời hạn"],
        (_, "ParagraphNumber") => text["Nằm trong đoạn"],
        (_, "Value") => text["Giá trị"],
        (_, "Unit") => text["Đơn vị tính"],
        (_, "Period") => text["Kỳ"],
        (_, "Qualifier") => text["Từ chỉ mức"],
        (_, "Direction") => text["Chiều"],
        (_, "Base") => text["Cơ sở so sánh"],
        (_, "SentenceNumber") => text["Nằm ở câu"],
        (_, "DueOn") => text["Hạn"],
        (_, "CooperatingAgencies") => text["Cơ quan phối hợp"],
        (_, "ItemTitle") => text["Thuộc nội dung"],
        (_, "Version") => text["Bản của tài liệu"],
        (_, "Paper") => text["Tài liệu số"],
        (_, "Marker") => text["Số mục"],
        (_, "Level") => text["Cấp"],
        (_, "Marks") => text["Kiểu chữ"],
        (_, "Table") => text["Bảng số"],
        (_, "Introduction") => text["Phần mở đầu"],
        (_, "Proposals") => text["Số lượt ý kiến"],
        (_, "Disposition") => text["Kết quả xử lý"],
        (_, "Answer") => text["Tiếp thu, giải trình"],
        (_, "Speakers") => text["Tên người phát biểu"],
        (_, "AsOf") => text["Tính đến ngày"],
        (_, "DirectiveNumber") => text["Theo chỉ đạo"],
        (_, "Product") => text["Sản phẩm"],
        (_, "FirstDueOn") => text["Hạn đầu tiên"],
        (_, "DoneOn") => text["Ngày hoàn thành"],
        (_, "Status") => text["Tình trạng"],
        (_, "Report") => text["Báo cáo"],
        (_, BundleDifference.NumberField) => text["Số thứ tự"],
        (_, "Text") => text["Lời văn"],
        (_, "Name") => text["Tên"],
        (_, "Title") => text["Tên nội dung"],
        _ => field,
    };

    /// <summary>A value as readers see it.</summary>
    public static string Value(this IStringLocalizer<SharedText> text, object? value) => value switch
    {
        null => "",
        DateOnly day => VietnamTime.Day(day),
        decimal number => VietnameseNumber.Format(number),
        SessionKind kind => text.Of(kind),
        DayPart part => text.Of(part),
        Disposition disposition => text.Of(disposition),
        FollowUpStatus status => text.Of(status),
        ParagraphKind kind => text.Of(kind),
        bool yes => yes ? text["có"] : text["không"],
        _ => FormattableString.Invariant($"{value}"),
    };

    private static string Of(this IStringLocalizer<SharedText> text, ParagraphKind kind) => kind switch
    {
        ParagraphKind.Heading => text["Đề mục"],
        ParagraphKind.ListItem => text["Mục trong danh sách"],
        ParagraphKind.TableRow => text["Dòng của bảng"],
        ParagraphKind.TableHead => text["Dòng đầu bảng"],
        ParagraphKind.Footnote => text["Chú thích"],
        _ => text["Đoạn văn"],
    };
}
