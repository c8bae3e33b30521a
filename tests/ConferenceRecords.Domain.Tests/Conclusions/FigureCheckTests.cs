using ConferenceRecords.Domain.Conclusions;
using ConferenceRecords.Domain.Indicators;
using Xunit;

namespace ConferenceRecords.Domain.Tests.Conclusions;

public sealed class FigureCheckTests
{
    private static readonly Indicator Growth = Indicator("Tốc độ tăng trưởng kinh tế", 6.56m, "%"), PerHead = Indicator("Tổng sản phẩm trên địa bàn (GRDP) bình quân đầu người", 95.1m, "triệu đồng/người"),
        Industry = Indicator("Giá trị sản xuất công nghiệp", 7.7m, "%", direction: "tăng", comparison: "so với cùng kỳ"), Exports = Indicator("Giá trị xuất khẩu", 18, "%", "gần", "tăng"),
        Revenue = Indicator("Tổng thu ngân sách nhà nước", 7.4m, "%", "vượt gần", comparison: "so với dự toán");

    private static Indicator Indicator(string name, decimal value, string unit, string? qualifier = null, string? direction = null, string? comparison = null) =>
        new(Guid.CreateVersion7(), Guid.CreateVersion7(), 1, new(name, value, unit, "năm 2021", qualifier, direction, comparison));

    private static IReadOnlyList<FigureFinding> Check(params string[] paragraphs) => FigureCheck.Of(paragraphs, [Growth, PerHead, Industry, Exports, Revenue]);

    public static TheoryData<string> Right =>
    [
        "Kết quả chủ yếu của năm: kinh tế tăng trưởng 6,56%; tổng sản phẩm trên địa bàn bình quân đầu người là 95,1 triệu đồng/người; sản xuất công nghiệp có giá trị cao hơn cùng kỳ 7,7%; giá trị xuất khẩu tăng gần 18%; ngân sách nhà nước có tổng thu vượt dự toán gần 7,4%.",
        "Tốc độ tăng trưởng kinh tế đạt 6,56 %, GRDP bình quân đầu người đạt 95,1 triệu đồng/người/năm.",
        "Các dự thảo báo cáo nhận được trên 50 lượt ý kiến; 14 nội dung trình Hội đồng nhân dân tỉnh khóa XIV.",
        "Sản xuất nông nghiệp tăng 3,5%; chi ngân sách nhà nước tăng 5%; thu nhập bình quân đầu người đạt 60 triệu đồng.",
        "Mục tiêu năm 2022: tăng trưởng kinh tế 8%; giá trị xuất khẩu tăng trên 20%.",
        "Tăng trưởng kinh tế năm 2022 phấn đấu đạt 8,0%.",
        "Giá trị xuất khẩu năm 2021 tăng gần 18% so với năm 2020.",
        "Tại văn bản 07-KL/TU ngày 05/12/2021 và Nghị quyết số 01, giai đoạn 2021-2025; kinh tế tăng trưởng 6,56 phần trăm.",
    ];

    [Theory]
    [MemberData(nameof(Right))]
    public void Of_SentencesThatAgreeOrSpeakOfSomethingElse_FindsNothing(string text) => Assert.Empty(Check(text));

    public static TheoryData<string, FindingKind, string, string> Wrong => new()
    {
        { "Kinh tế tăng trưởng 6,65%; giá trị xuất khẩu tăng gần 18%.", FindingKind.Number, "6,65%", "6,56%" },
        { "Giá trị xuất khẩu tăng 18%.", FindingKind.Qualifier, "18%", "gần 18%" },
        { "Giá trị xuất khẩu năm 2021 tăng trên 18% so với năm 2020.", FindingKind.Qualifier, "trên 18%", "gần 18%" },
        { "Thu ngân sách nhà nước vượt dự toán 7,4%.", FindingKind.Qualifier, "7,4%", "vượt gần 7,4%" },
        { "Tổng thu ngân sách nhà nước tăng gần 7,4%.", FindingKind.Qualifier, "gần 7,4%", "vượt gần 7,4%" },
        { "Giá trị sản xuất công nghiệp tăng khoảng 7,7%.", FindingKind.Qualifier, "khoảng 7,7%", "7,7%" },
        { "Giá trị sản xuất công nghiệp giảm 7,7%.", FindingKind.Direction, "7,7%", "7,7%" },
        { "GRDP bình quân đầu người: 91,5 triệu đồng.", FindingKind.Number, "91,5 triệu đồng", "95,1 triệu đồng/người" },
        { "Giá trị xuất khẩu tăng gần 18%, giá trị sản xuất công nghiệp tăng 7%.", FindingKind.Number, "7%", "7,7%" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Of_AFigureThatDiffers_NamesPlaceWordsAndIndicator(string text, FindingKind kind, string written, string stated)
    {
        var finding = Assert.Single(Check("Đoạn mở đầu.", text));
        Assert.Equal((kind, 2, written, stated), (finding.Kind, finding.Paragraph, finding.Written, finding.Stated));
        Assert.NotNull(finding.IndicatorId);
    }

    [Theory]
    [InlineData("Từ ngày 31/02/2021 đến ngày 05/12/2021.", "ngày 31/02/2021")]
    [InlineData("Họp ngày 31 tháng 11 năm 2021.", "ngày 31 tháng 11 năm 2021")]
    [InlineData("Hạn cuối là thứ Hai 03/12/2021.", "thứ Hai 03/12/2021")]
    public void Of_ADayThatNoCalendarHas_IsFound(string text, string written) =>
        Assert.Equal((FindingKind.Date, written), (Assert.Single(Check(text)).Kind, Check(text)[0].Written));

    [Fact]
    public void Of_TheTemplate_FindsItsBlanksAndNoFigure()
    {
        var text = ConclusionTemplate.Body(new("Hội nghị lần thứ 12", [], null, 21, [("Cho ý kiến trước khi trình", 14)], [Growth, PerHead, Industry, Exports, Revenue]));

        var findings = Check([.. ConclusionText.Paragraphs(text)]);

        Assert.Contains("tăng gần 18%", text, StringComparison.Ordinal);
        Assert.NotEmpty(findings);
        Assert.All(findings, f => Assert.Equal(FindingKind.Blank, f.Kind));
    }
}
