using System.Security.Cryptography;
using ConferenceRecords.Data.Publication;
using ConferenceRecords.Data.Publishing;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Documents.OpenData;
using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Domain.Responses;
using ConferenceRecords.Domain.Sessions;
using Xunit;

namespace ConferenceRecords.Documents.Tests.OpenData;

/// <summary>One edition of each kind with everything that it can hold; what it says is illustrative.</summary>
internal static class Samples
{
    public const string Slug = "ban-chap-hanh-khoa-xx-lan-13";

    public static readonly PublicAddresses Addresses = new("https://hoso.example.vn");

    public static readonly DateTimeOffset At = new(2021, 12, 5, 3, 30, 0, TimeSpan.Zero);

    private static readonly Guid SessionId = Guid.Parse("00000000-0000-7000-8000-000000000013");

    public static PublicSession Facts { get; } = new(
        "Hội nghị minh họa lần thứ 13 của Ban Chấp hành Đảng bộ tỉnh, khóa XX, nhiệm kỳ 2020-2025", "Đảng bộ tỉnh Minh Họa", "Ban Chấp hành Đảng bộ tỉnh", "XX", 2020, 2025, 13, SessionKind.Regular,
        null, "Bí thư Tỉnh ủy", [new(new(2021, 12, 3), DayPart.Morning, "Hội trường Tỉnh ủy, số 1; đường Minh Họa"), new(new(2021, 12, 3), DayPart.Afternoon, null)], 2, 50, "trên");

    public static SessionBundle Session { get; } = new(
        SessionId, Slug, 2, At, Facts,
        [new("Nội dung cho ý kiến", "Cho ý kiến", 2, [new(1, "Nội dung <minh họa> & thứ nhất", "Sở Minh Họa", true), new(2, "Nội dung thứ hai", null, false, "Nguồn không nêu cơ quan")])],
        new(
            "Kết luận minh họa </script><b>", "07-KL/TU", new(2021, 12, 4), "Bí thư Tỉnh ủy", ["Kinh tế tăng 17,4%; xuất khẩu tăng gần 7,4%.", "Đoạn thứ hai."],
            [new(1, "Các cấp ủy", "Thực hiện nghiêm.", "trong năm 2022", 2, 1, new(2022, 12, 31), "Văn phòng Tỉnh ủy", ["Sở Minh Họa"]), new(2, null, "Báo cáo kết quả.", null, null)],
            "Lời văn minh họa.", "Nguyễn Minh Họa", "T/M BAN CHẤP HÀNH", "Minh Họa", ["Các cấp ủy", "Lưu Văn phòng Tỉnh ủy"]),
        [new("Giá trị xuất khẩu", 7.4m, "%", "năm 2021", "gần", "tăng", "so với cùng kỳ"), new("GRDP bình quân", 95.1m, "triệu đồng/người", "năm 2021", null, null, null)]);

    public static PapersBundle Papers { get; } = new(
        SessionId, Slug, 1, At, Facts,
        [new(1, "Nội dung thứ nhất", "Dự thảo nghị quyết", 3, [new(1, ParagraphKind.Heading, "Mục tiêu", "I.", 1), new(2, ParagraphKind.TableRow, "Thu\t8.000", Table: 1)], true)]);

    public static OpinionSummaryBundle Summary { get; } = new(
        SessionId, Slug, 1, At, Facts, "Lời đầu.\nDòng hai.",
        [new(1, "Nội dung thứ nhất", "Đề nghị làm rõ mục tiêu.", 3, Disposition.PartlyAccepted, "Đã sửa.", null, true), new(2, null, "Góp ý chung.", 1, null, null, null, false)]);

    public static FollowUpBundle FollowUp { get; } = new(
        SessionId, Slug, 1, At, Facts, new(2022, 3, 31), null,
        [new(1, 1, "Xây dựng kế hoạch.", "Sở Minh Họa", ["Sở Khác"], "Kế hoạch", "trong quý I", new(2022, 3, 31), new(2022, 4, 30), null, FollowUpStatus.OngoingLate, "Đang lấy ý kiến.", true)]);

    public static TheoryData<PublicPart, int?> Pages => new()
    {
        { PublicPart.Session, null }, { PublicPart.Conclusion, null }, { PublicPart.Indicators, null }, { PublicPart.Papers, null }, { PublicPart.Papers, 1 }, { PublicPart.OpinionSummary, null },
        { PublicPart.FollowUp, null },
    };

    public static OpenEdition Page(PublicPart part, int? paper = null)
    {
        EditionBundle bundle = PublicAddresses.Kind(part) switch
        {
            ReleaseKind.Papers => Papers,
            ReleaseKind.OpinionSummary => Summary,
            ReleaseKind.FollowUp => FollowUp,
            _ => Session,
        };
        IReadOnlyList<EditionHead> all = [.. Enumerable.Range(1, bundle.Edition).Reverse().Select(n => new EditionHead(Guid.CreateVersion7(), n, At.AddDays(n - bundle.Edition)))];
        return new(part, bundle, SHA256.HashData(BundleFormat.Write(bundle)), all, Addresses, Paper: paper);
    }

    public static Withdrawal Withdrawn { get; } = new() { Slug = Slug, Kind = ReleaseKind.Conclusion, Through = 1, WithdrawnAt = At.AddDays(2), Reason = "Sai số liệu ở đoạn 1." };

    public static OpenWithdrawal Gone { get; } = new(PublicPart.Conclusion, Withdrawn, null, Addresses);
}
