using System.Globalization;

namespace ConferenceRecords.Domain.Tests.Drafts.Edited;

/// <summary>
/// Sentences as papers of an administration have them, with gaps: many of a document are nearly the same, as they are there. Illustrative: no figure and no
/// task is of a real paper.
/// </summary>
/// <param name="random">Chance.</param>
/// <param name="isMonotonous">Whether nearly every paragraph gives a task.</param>
internal sealed class DraftTemplates(Random random, bool isMonotonous)
{
    private static readonly string[] Agencies =
    [
        "Sở Kế hoạch và Đầu tư", "Sở Tài chính", "Sở Y tế", "Sở Giáo dục và Đào tạo", "Sở Công Thương", "Sở Nội vụ", "Sở Xây dựng", "Sở Giao thông vận tải", "Sở Tư pháp",
        "Sở Nông nghiệp và Phát triển nông thôn", "Sở Tài nguyên và Môi trường", "Sở Thông tin và Truyền thông", "Sở Khoa học và Công nghệ", "Sở Lao động - Thương binh và Xã hội",
        "Sở Văn hóa, Thể thao và Du lịch", "Công an tỉnh", "Bộ Chỉ huy Quân sự tỉnh", "Ban Tổ chức Tỉnh ủy", "Ban Tuyên giáo Tỉnh ủy", "Ban Dân vận Tỉnh ủy", "Văn phòng Tỉnh ủy",
    ];

    private static readonly string[] Verbs = ["xây dựng", "rà soát, bổ sung", "tham mưu ban hành", "triển khai", "hoàn thiện", "tổng hợp, báo cáo kết quả thực hiện", "đánh giá giữa kỳ", "trình phê duyệt"];

    private static readonly string[] Matters =
    [
        "đề án phát triển nguồn nhân lực", "quy hoạch sử dụng đất cấp huyện", "kế hoạch chuyển đổi số", "chương trình xây dựng nông thôn mới", "đề án phát triển du lịch cộng đồng",
        "kế hoạch giải ngân vốn đầu tư công", "danh mục dự án trọng điểm", "đề án sắp xếp đơn vị sự nghiệp", "kế hoạch phòng, chống dịch bệnh", "chương trình giảm nghèo bền vững",
        "đề án bảo vệ môi trường các làng nghề", "kế hoạch phát triển công nghiệp hỗ trợ", "quy chế phối hợp giải quyết khiếu nại, tố cáo", "bộ chỉ số năng lực cạnh tranh cấp sở, ngành",
        "kế hoạch kiên cố hóa trường, lớp học", "đề án nâng cấp bệnh viện tuyến huyện", "phương án ứng phó thiên tai", "kế hoạch cải cách hành chính", "đề án số hóa tài liệu lưu trữ",
        "chính sách thu hút đầu tư vào khu công nghiệp", "kế hoạch dồn điền, đổi thửa", "đề án phát triển vận tải công cộng", "kế hoạch đào tạo nghề cho lao động nông thôn",
    ];

    private static readonly string[] Indicators =
    [
        "tổng sản phẩm trên địa bàn", "giá trị sản xuất công nghiệp", "thu ngân sách nhà nước", "kim ngạch xuất khẩu", "tổng vốn đầu tư toàn xã hội", "tỷ lệ hộ nghèo", "tỷ lệ lao động qua đào tạo",
        "tỷ lệ che phủ rừng", "tỷ lệ dân số tham gia bảo hiểm y tế", "số xã đạt chuẩn nông thôn mới", "tỷ lệ trường đạt chuẩn quốc gia", "tỷ lệ hồ sơ giải quyết trực tuyến", "năng suất lao động xã hội",
    ];

    private static readonly string[] Places = ["các huyện miền núi", "thành phố", "các xã vùng cao", "các khu công nghiệp", "các thị trấn", "vùng đồng bào dân tộc thiểu số", "các phường trung tâm", "các xã ven sông"];

    private static readonly string[] Causes =
    [
        "công tác phối hợp giữa các ngành chưa chặt chẽ", "nguồn lực bố trí còn dàn trải", "năng lực của một số chủ đầu tư còn hạn chế", "việc giải phóng mặt bằng còn chậm", "thời tiết diễn biến bất thường",
        "giá nguyên vật liệu tăng cao", "quy định của pháp luật còn chồng chéo", "một số cấp ủy chưa sâu sát cơ sở", "ý thức chấp hành của một bộ phận người dân chưa cao", "hạ tầng kỹ thuật chưa đồng bộ",
    ];

    private static readonly string[] Added =
    [
        "bảo đảm đúng tiến độ, chất lượng", "gắn với trách nhiệm người đứng đầu", "phù hợp với khả năng cân đối ngân sách", "báo cáo Ban Thường vụ Tỉnh ủy trước khi thực hiện", "ưu tiên vùng khó khăn",
        "tránh chồng chéo, lãng phí", "có lộ trình cụ thể cho từng năm", "lấy ý kiến rộng rãi trong Nhân dân", "huy động các nguồn lực hợp pháp khác", "phân công rõ đơn vị chủ trì",
    ];

    private static readonly string[] Fixed = ["Đơn vị tính: triệu đồng.", "Các cơ quan, đơn vị căn cứ chức năng, nhiệm vụ tổ chức thực hiện.", "Kết quả cụ thể như sau:", "Nhiệm vụ và giải pháp chủ yếu:", "(Chi tiết tại phụ lục kèm theo)"];

    public string Task() => Of(0, 3) switch
    {
        0 => $"Giao {One(Agencies)} chủ trì, phối hợp với các sở, ngành, địa phương liên quan {One(Verbs)} {One(Matters)}; hoàn thành trước ngày {Day()}.",
        1 => $"{One(Agencies)} chủ trì, phối hợp với {One(Agencies)} {One(Verbs)} {One(Matters)} giai đoạn {Of(2020, 2023)}-{Of(2025, 2030)}; báo cáo Ban Thường vụ Tỉnh ủy trong quý {One("I", "II", "III", "IV")}/{Of(2022, 2024)}.",
        _ => $"Giao {One(Agencies)} chủ trì {One(Verbs)} {One(Matters)} tại {One(Places)}, {One(Added)}; thời gian hoàn thành: {Day()}.",
    };

    public string Result() => Of(0, 3) switch
    {
        0 => $"{Upper(One(Indicators))} năm {Of(2020, 2023)} đạt {Figure()}%, tăng {Figure()} điểm phần trăm so với cùng kỳ, vượt {Figure()}% kế hoạch.",
        1 => $"Phấn đấu đến năm {Of(2022, 2031)}, {One(Indicators)} đạt {Figure()}% trở lên; {One(Indicators)} đạt trên {Figure()}%.",
        _ => $"Tại {One(Places)}, {One(Indicators)} đạt {Figure()}%, thấp hơn mức bình quân chung; nguyên nhân chủ yếu là {One(Causes)}.",
    };

    public string Cause() => $"{Upper(One(Causes))}; {One(Causes)}. Bên cạnh đó, việc {One(Verbs)} {One(Matters)} tại {One(Places)} chưa đạt yêu cầu đề ra.";

    /// <summary>Two or three sentences that can be parted.</summary>
    public string Long() => string.Join(' ', Enumerable.Range(0, Of(2, 4)).Select(_ => Of(0, 3) switch { 0 => Result(), 1 => Task(), _ => $"Tập trung {One(Verbs)} {One(Matters)} tại {One(Places)}, {One(Added)}." }));

    public string Heading() => $"{Upper(One(Verbs))} {One(Matters)} tại {One(Places)}";

    public string Constant() => One(Fixed);

    public string Row(int number) => $"{number}\t{One(Agencies)}\t{One(Matters)}\t{Figure()}\t{Of(10, 900)}";

    public string Any() => isMonotonous ? Of(0, 8) == 0 ? Long() : Task() : Of(0, 10) switch { < 4 => Task(), < 6 => Result(), < 7 => Cause(), < 9 => Long(), _ => Heading() };

    public string Clause() => One(Added);

    public string OtherAgency() => One(Agencies);

    public string OtherMatter() => $"{One(Verbs)} {One(Matters)}";

    public string OtherFigure(string before) => before.Contains('/', StringComparison.Ordinal) ? Day() : before.Contains(',', StringComparison.Ordinal) ? Figure() : Of(10, 99).ToString(CultureInfo.InvariantCulture);

    public static bool IsAgency(string text, out string agency) => (agency = Agencies.FirstOrDefault(a => text.Contains(a, StringComparison.Ordinal)) ?? "").Length > 0;

    /// <summary>Whether two texts name no agency and no matter in common.</summary>
    public static bool IsAnother(string one, string other) =>
        !Agencies.Concat(Matters).Any(name => one.Contains(name, StringComparison.Ordinal) && other.Contains(name, StringComparison.Ordinal));

    private string Day() => string.Create(CultureInfo.InvariantCulture, $"{Of(1, 29):00}/{Of(1, 13):00}/{Of(2022, 2025)}");

    private string Figure() => string.Create(CultureInfo.InvariantCulture, $"{Of(2, 99)},{Of(1, 99)}");

    /// <summary>A monotonous paper gives the same few tasks to the same few agencies.</summary>
    private string One(params string[] of) => of[random.Next(isMonotonous ? Math.Min(of.Length, 7) : of.Length)];

    private int Of(int from, int below) => random.Next(from, below);

    private static string Upper(string text) => char.ToUpper(text[0], CultureInfo.InvariantCulture) + text[1..];
}
