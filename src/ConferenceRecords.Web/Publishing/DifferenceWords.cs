using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Domain.Sessions;
using ConferenceRecords.Domain.Text;
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
        bool yes => yes ? text["có"] : text["không"],
        _ => FormattableString.Invariant($"{value}"),
    };
}
