using ConferenceRecords.Documents.Agenda;
using ConferenceRecords.Documents.Office;
using ConferenceRecords.Domain.Text;
using ConferenceRecords.TestSupport.Files;
using Xunit;

namespace ConferenceRecords.Documents.Tests.Agenda;

public sealed class AgendaReaderTests
{
    private static readonly AgendaReader Reader = new(Categories.All);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("14 nội dung xin ý kiến Ban Chấp hành trước khi UBND tỉnh trình HĐND tỉnh theo quy định", 14, 0)]
    [InlineData("I. Mười bốn nội dung xin ý kiến trước khi trình Hội đồng nhân dân tỉnh:", 14, 0)]
    [InlineData("A. Các nội dung xin ý kiến (05 nội dung) để bổ sung, hoàn thiện, ban hành", 5, 1)]
    [InlineData("Nhóm 2: Cho ý kiến để hoàn thiện trước khi ban hành", null, 1)]
    [InlineData("III/ Thông qua 2 báo cáo", 2, 2)]
    [InlineData("Phần thứ ba: Báo cáo tại hội nghị", null, 2)]
    [InlineData("II. Các nội dung khác", null, null)]
    [InlineData("II. Thông qua và ban hành", null, null)]
    [InlineData("Thông qua, báo cáo", null, 2)]
    [InlineData("I. Nội dung trình kỳ họp thứ 4 HĐND tỉnh", null, 0)]
    public void Heading_SaysHowMany_AndWhichGroup(string heading, int? stated, int? category)
    {
        var draft = Reader.FromText(heading + "\n1. Một\n2. Hai\n");
        var group = Assert.Single(draft.Groups);
        Assert.Equal((stated, category is { } at ? Categories.All[at].Id : null, 2), (group.Stated, group.CategoryId, group.Counted));
        Assert.All(draft.Rows, r => Assert.Equal(category is null, r.Problems.Contains(AgendaRowProblem.NoCategory)));
    }

    [Theory]
    [InlineData("1. Một\n2. Hai", "1.:Một|2.:Hai")]
    [InlineData("01) Một\n02/ Hai\n3- Ba\n4:Bốn", "01):Một|02/:Hai|3-:Ba|4::Bốn")]
    [InlineData("1.1. Một\n1.2. Hai", "1.1.:Một|1.2.:Hai")]
    [InlineData("Nội dung 1: Một\nNội dung thứ hai: Hai", "Nội dung 1::Một|Nội dung thứ hai::Hai")]
    [InlineData("Nội dung 1:\nKế hoạch đầu tư công\nNội dung 2:\nHai", "Nội dung 1::Kế hoạch đầu tư công|Nội dung 2::Hai")]
    [InlineData("Một\nHai", ":Một|:Hai")]
    [InlineData("- Một\n- Hai", ":Một|:Hai")]
    [InlineData("I. Một\nII. Hai", "I.:Một|II.:Hai")]
    [InlineData("a) Một\nb) Hai\nc) Ba\nd) Bốn\nđ) Năm", "a):Một|b):Hai|c):Ba|d):Bốn|đ):Năm")]
    [InlineData("1. Kế hoạch đầu tư công\ntrung hạn giai đoạn 2021-2025\n2. Hai", "1.:Kế hoạch đầu tư công trung hạn giai đoạn 2021-2025|2.:Hai")]
    [InlineData("1. Một;\n2. Hai;\n3. Ba.", "1.:Một|2.:Hai|3.:Ba")]
    [InlineData("1. Một.\n2. Hai, v.v.", "1.:Một.|2.:Hai, v.v.")]
    [InlineData("1. Dự án 1.5 triệu USD - V. I. Lê-nin\n2. 2021-2025", "1.:Dự án 1.5 triệu USD - V. I. Lê-nin|2.:2021-2025")]
    [InlineData("STT\tNội dung\tCơ quan trình\n1\tMột\tSở Y tế\n2\tHai\t", "1:Một|2:Hai")]
    [InlineData("1\tMột\n2\tHai", "1:Một|2:Hai")]
    public void PlainText_GivesNumbersAndTitles(string text, string expected) => Assert.Equal(expected, Titles(Reader.FromText(text)));

    [Theory]
    [InlineData("Dự toán năm 2022 (Sở Tài chính chủ trì)", "Dự toán năm 2022", "Sở Tài chính")]
    [InlineData("Dự toán năm 2022 (Cơ quan chủ trì: Sở Tài chính).", "Dự toán năm 2022", "Sở Tài chính")]
    [InlineData("Dự toán năm 2022 - Đơn vị soạn thảo: Sở Tài chính", "Dự toán năm 2022", "Sở Tài chính")]
    [InlineData("Dự toán năm 2022 (UBND tỉnh trình)", "Dự toán năm 2022", "UBND tỉnh")]
    [InlineData("Dự toán năm 2022 (Sở Tài chính chủ trì, phối hợp Sở Y tế)", "Dự toán năm 2022", "Sở Tài chính")]
    [InlineData("Dự toán năm 2022\nCơ quan chủ trì: Sở Tài chính", "Dự toán năm 2022", "Sở Tài chính")]
    [InlineData("Dự toán năm 2022\n- Cơ quan trình: UBND tỉnh;", "Dự toán năm 2022", "UBND tỉnh")]
    [InlineData("Quy định về cơ quan chủ trì soạn thảo văn bản", "Quy định về cơ quan chủ trì soạn thảo văn bản", null)]
    [InlineData("Nghị quyết (dự thảo trình lần 2)", "Nghị quyết (dự thảo trình lần 2)", null)]
    [InlineData("Công tác giao ban (tài liệu kèm theo)", "Công tác giao ban (tài liệu kèm theo)", null)]
    public void LeadAgency_IsTakenFromTheWords(string written, string title, string? agency)
    {
        var row = Assert.Single(Reader.FromText("1. " + written).Rows);
        Assert.Equal((title, agency), (row.Title, row.LeadAgency));
    }

    [Fact]
    public void Problems_AreReported_AndNothingIsChanged()
    {
        var draft = Reader.FromText("I. Thông qua, báo cáo\n1. Báo cáo “mục tiêu kép\"\n3. Ba\n4. Ba\nT/M BAN THƯỜNG VỤ\n");
        Assert.Equal("Báo cáo “mục tiêu kép\"", draft.Rows[0].Title);
        Assert.Equal(
            [[AgendaRowProblem.UnequalQuotes], [AgendaRowProblem.NumberLeap], [AgendaRowProblem.Repeated], [AgendaRowProblem.NoNumber]],
            draft.Rows.Select(r => r.Problems.ToArray()));
    }

    [Theory]
    [InlineData("1. Một\nTUYỆT MẬT\n")]
    [InlineData("TỈNH ỦY\tMẬT\n1\tMột\n")]
    [InlineData("1. §¶ng bé tØnh\nMËT\n")]
    public void Stamp_IsSeen_WhereverItStands(string text) => Assert.True(Reader.FromText(text).IsStamped);

    [Fact]
    public void NumberSpelledOutAtLength_KeepsItsEnd() => Assert.Equal("thứ hai mươi mốt:", Assert.Single(Reader.FromText("Nội dung thứ hai mươi mốt: Một").Rows).Number);

    [Fact]
    public void HeadOfThePaper_IsSkipped_AndSaidSo()
    {
        var draft = Reader.FromText("TỈNH ỦY THÁI NGUYÊN\nCHƯƠNG TRÌNH\nI. Thông qua, báo cáo\n1. Một\n");
        Assert.Equal(["TỈNH ỦY THÁI NGUYÊN", "CHƯƠNG TRÌNH"], draft.Skipped);
        Assert.Equal("1.:Một", Titles(draft));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\n ")]
    public void Nothing_GivesNothing(string text)
    {
        Assert.Empty(Reader.FromText(text).Rows);
        Assert.Empty(Reader.FromHtml(text).Rows);
    }

    [Theory]
    [InlineData("§¶ng bé tØnh", LegacyEncoding.Tcvn3)]
    [InlineData("Ñaûng boä tænh", LegacyEncoding.Vni)]
    public void LegacyText_IsConverted_AndTheOriginalKept(string written, LegacyEncoding encoding)
    {
        var draft = Reader.FromText($"1. {written}\n2. {written} ©\n");
        Assert.Equal(encoding, draft.Encoding);
        Assert.Equal(("Đảng bộ tỉnh", written), (draft.Rows[0].Title, draft.Rows[0].Original));
    }

    [Fact]
    public void LegacyFonts_SayWhatTheirLettersAre_RunByRun()
    {
        var draft = Reader.FromHtml("<p style='font-family:\".VnTime\",serif'>1. ch\u00AD¬ng tr×nh <span style=\"font-family:.VnTimeH\">®¶ng</span> <span style='font-family:\"Times New Roman\"'>été «Đảng»</span></p>");
        Assert.Equal("1.:chương trình ĐẢNG été «Đảng»", Titles(draft));
        Assert.Equal(LegacyEncoding.Tcvn3, draft.Encoding);
        Assert.Contains('\u00AD', draft.Rows[0].Original!);
    }

    [Fact]
    public void LegacyFonts_OfADocument_ComeFromItsRunsAndStyles()
    {
        var package = Package.DocumentOf("<w:p><w:pPr><w:pStyle w:val=\"Old\"/></w:pPr><w:r><w:t xml:space=\"preserve\">1. §¶ng bé </w:t></w:r><w:r><w:rPr><w:rFonts w:ascii=\"VNI-Times\"/></w:rPr><w:t>tænh</w:t></w:r></w:p>")
            .With("word/styles.xml", "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:style w:type=\"paragraph\" w:styleId=\"Base\"><w:rPr><w:rFonts w:ascii=\".VnTime\"/></w:rPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"Old\"><w:basedOn w:val=\"Base\"/></w:style></w:styles>")
            .Relating("word/document.xml", ("styles", "styles.xml", false))
            .Changing("[Content_Types].xml", t => t.Replace("</Types>", "<Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/></Types>", StringComparison.Ordinal));
        Assert.Equal("1.:Đảng bộ tỉnh", Titles(FromFile(package)));
    }

    [Fact]
    public void DocumentNumbers_AreThoseOfThePage()
    {
        static string P(string text, int list, int level) => $"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>";
        static string L(int level, string format, string text, int start = 1) => $"<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"{start}\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/></w:lvl>";
        var package = Package.DocumentOf(P("Thông qua, báo cáo", 1, 0) + P("Một", 1, 1) + P("Hai", 1, 1) + P("Trước khi ban hành", 1, 0) + P("Ba", 1, 1) + P("Bốn", 2, 0) + P("Năm", 2, 0) + P("Sáu", 3, 0))
            .With("word/numbering.xml", "<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
                + $"<w:abstractNum w:abstractNumId=\"0\">{L(0, "upperRoman", "%1.")}{L(1, "decimal", "%2.")}</w:abstractNum><w:abstractNum w:abstractNumId=\"1\">{L(0, "decimalZero", "%1)", 7)}</w:abstractNum>"
                + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num><w:num w:numId=\"3\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"3\"/></w:lvlOverride></w:num></w:numbering>")
            .Relating("word/document.xml", ("numbering", "numbering.xml", false))
            .Changing("[Content_Types].xml", t => t.Replace("</Types>", "<Override PartName=\"/word/numbering.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml\"/></Types>", StringComparison.Ordinal));
        var draft = FromFile(package);
        Assert.Equal("1.:Một|2.:Hai|1.:Ba|07):Bốn|08):Năm|03):Sáu", Titles(draft));
        Assert.Equal(["I. Thông qua, báo cáo", "II. Trước khi ban hành"], draft.Groups.Select(g => g.Heading));
    }

    [Fact]
    public void TrackedChanges_AreTakenAsPrinted_AndSaidSo()
    {
        var draft = FromFile(Package.DocumentOf("<w:p><w:r><w:t>1. Báo cáo </w:t></w:r><w:del w:id=\"1\" w:author=\"x\"><w:r><w:delText>cũ</w:delText></w:r></w:del><w:ins w:id=\"2\" w:author=\"x\"><w:r><w:t>mới</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r></w:p>"));
        Assert.True(draft.HasTrackedChanges);
        Assert.Equal("1.:Báo cáo mới", Titles(draft));
    }

    [Fact]
    public void Html_KeepsTextAlone()
    {
        var draft = Reader.FromHtml("<p onclick=x()>1. Một<script>alert(1)</script><svg><text>vẽ</text></svg><style>p{}</style> <a href='javascript:x'>hai</a> &lt;b&gt;</p><p data-list-number='9'>2. Ba</p>");
        Assert.Equal("1.:Một hai <b>|2.:Ba", Titles(draft));
    }

    [Fact]
    public void Html_LineBreaksWithNumbers_AreLines_AndOthersBlanks() =>
        Assert.Equal("1.:Một và hai|2.:Ba", Titles(Reader.FromHtml("<div>1. Một<br>và hai<br>2. Ba</div>")));

    [Fact]
    public void Html_NestedListsAndFurtherParagraphs_StayWithTheirItem() =>
        Assert.Equal("3.:Một tiếp theo|4.:Hai", Titles(Reader.FromHtml("<ol start=3><li><p>Một</p><p>tiếp theo</p></li><li>Hai</li></ol>")));

    [Theory]
    [InlineData("<b>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<ul><li>")]
    public void Html_EndlessNesting_HoldsNoContent(string tag) => Assert.Empty(Reader.FromHtml(string.Concat(Enumerable.Repeat(tag, 100_000))).Rows);

    [Theory]
    [InlineData("<p>", 0)]
    [InlineData("<br>", 0)]
    [InlineData("<tr><td>1</td><td>Một</td></tr>", 5_000)]
    [InlineData("<p>1. Một</p><p>tiếp</p>", 5_000)]
    public void Html_Long_IsReadToItsEnd(string tag, int rows) =>
        Assert.Equal(rows, Reader.FromHtml((tag.StartsWith("<tr", StringComparison.Ordinal) ? "<table>" : "") + string.Concat(Enumerable.Repeat(tag, 5_000))).Rows.Count);

    [Theory]
    [InlineData("1. (A b \n", 5_000)]
    [InlineData("1. Một\na\na\n", 5_000)]
    public void PlainText_Long_IsReadToItsEnd(string line, int rows) => Assert.Equal(rows, Reader.FromText(string.Concat(Enumerable.Repeat(line, 5_000))).Rows.Count);

    private static AgendaDraft FromFile(Package package) => Reader.FromFile(OfficeFile.Open(package.Bytes(), "x.docx", Cancel), cancel: Cancel);

    private static string Titles(AgendaDraft draft) => string.Join('|', draft.Rows.Select(r => $"{r.Number}:{r.Title}"));
}
