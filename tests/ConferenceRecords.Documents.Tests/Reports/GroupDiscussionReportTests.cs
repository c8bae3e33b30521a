using ConferenceRecords.Data.Queries;
using ConferenceRecords.Documents.Reports;
using ConferenceRecords.Domain.Opinions;
using ConferenceRecords.Domain.Sessions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Xunit;

namespace ConferenceRecords.Documents.Tests.Reports;

public sealed class GroupDiscussionReportTests
{
    private static readonly GroupDiscussion.Content First = new(Guid.CreateVersion7(), 1, "Kế hoạch năm 2022", true), Second = new(Guid.CreateVersion7(), 2, "Dự toán ngân sách", false);
    private static readonly GroupLine One = Group("Tổ 1", 12), Two = Group("Tổ 2", 11), Silent = Group("Tổ 3", 10);

    private static GroupLine Group(string name, int members) => new(Guid.CreateVersion7(), name, null, null, Guid.CreateVersion7(), "Trần Thị Thư", members, 0, null, 1);

    private static StandingOpinion Said(string speaker, GroupLine? group, string text, Guid? item, OpinionChannel channel = OpinionChannel.Group, bool isIllustrative = false) =>
        new(Guid.CreateVersion7(), item, "YK-12/XX-01-001", speaker, null, group?.Id, group?.Name, OpinionKind.Add, channel, text, null, isIllustrative, 1);

    private static GroupDiscussion Discussion(IReadOnlyList<GroupLine> groups, params MergedOpinion[] opinions) => new(
        new(Guid.CreateVersion7(), "hn", "Hội nghị lần thứ 12", 12, SessionKind.Regular, "Ban Chấp hành Đảng bộ tỉnh", "XX", 2020, 2025, null, null), "Đảng bộ tỉnh Minh Họa", groups, [First, Second], opinions);

    private static GroupDiscussion Full(string text = "Đề nghị bổ sung giải pháp.") => Discussion(
        [One, Two, Silent],
        new(Said("Nguyễn Văn A", One, text, First.Id, isIllustrative: true), [Said("Trần Văn B", Two, "Bổ sung giải pháp.", First.Id), Said("Lê Văn C", null, "Bổ sung giải pháp.", First.Id, OpinionChannel.Plenary)]),
        new(Said("Phạm Văn D", null, "Tài liệu tốt.", null), []));

    private static T Read<T>(byte[] file, Func<WordprocessingDocument, T> read)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        return read(document);
    }

    private static List<string> Lines(byte[] file) => Read(file, d => d.MainDocumentPart!.Document!.Body!.Descendants<Paragraph>().Select(p => p.InnerText).Where(t => t.Length > 0).ToList());

    public static TheoryData<string> Odd => ["Đề nghị bổ sung giải pháp.", "", "{ MERGEFIELD x } <w:p/> &amp; =1+1", "Dòng một\nDòng hai\n\n", "Lỗi \u0001 ký tự \uFFFE", new string('a', 20_000), "𠀀 và 😀"];

    [Theory]
    [MemberData(nameof(Odd))]
    public void Write_IsAValidDocument_WhateverWasSaid(string text)
    {
        var file = GroupDiscussionReport.Write(Full(text));
        Assert.Empty(Read(file, d => new OpenXmlValidator(FileFormatVersions.Office2019).Validate(d).Select(e => $"{e.Path?.XPath}: {e.Description}").ToList()));
        Assert.Empty(Read(file, d => d.MainDocumentPart!.Document!.Descendants<FieldCode>().ToList()));
    }

    [Fact]
    public void Write_NamesEverybody_CountsEveryOpinion_AndSaysWhatIsEmpty()
    {
        var lines = Lines(GroupDiscussionReport.Write(Full()));
        Assert.Contains("(1) Đề nghị bổ sung (minh họa): Đề nghị bổ sung giải pháp.", lines);
        Assert.Contains("Người nêu: Nguyễn Văn A (Tổ 1); Trần Văn B (Tổ 2); Lê Văn C (hội trường).", lines);
        Assert.Contains("Các tổ có 3 ý kiến; gộp các ý kiến giống nhau còn 2 ý kiến. Ý kiến đã gộp ghi đủ những người nêu, kể cả người nêu ở kênh khác.", lines);
        Assert.Contains("Hội nghị có 3 tổ thảo luận với 33 thành viên.", lines);
        Assert.Contains("Tổ 3 chưa có ý kiến.", lines);
        Assert.Contains("1 ý kiến ghi ở kênh thảo luận tổ nhưng chưa ghi tổ nào.", lines);
        Assert.Contains("1. Kế hoạch năm 2022 (minh họa)", lines);
        Assert.Contains("Chưa có ý kiến thảo luận tổ về nội dung: 2.", lines);

        // What is not known is left open.
        Assert.Contains("……………, ngày …… tháng …… năm ………", lines);
        Assert.Contains("ĐẢNG BỘ TỈNH MINH HỌA", lines);
    }

    [Fact]
    public void Write_WithoutGroupsAndOpinions_SaysSo()
    {
        var file = GroupDiscussionReport.Write(Discussion([]));
        Assert.Empty(Read(file, d => new OpenXmlValidator(FileFormatVersions.Office2019).Validate(d).ToList()));
        Assert.Contains("Hội nghị chưa lập tổ thảo luận trên hệ thống.", Lines(file));
        Assert.Contains("Không có ý kiến chung.", Lines(file));
    }

    [Fact]
    public void Write_HasThePageOfThePartysDocuments()
    {
        var file = GroupDiscussionReport.Write(Full());
        var section = Read(file, d => d.MainDocumentPart!.Document!.Body!.Elements<SectionProperties>().Single());
        var (size, margin) = (section.GetFirstChild<PageSize>()!, section.GetFirstChild<PageMargin>()!);
        Assert.Equal((11906u, 16838u), (size.Width!.Value, size.Height!.Value));
        Assert.Equal((1134, 1134, 1701u, 850u), (margin.Top!.Value, margin.Bottom!.Value, margin.Left!.Value, margin.Right!.Value));

        // The number of the page begins on page 2; the notice stands on every page.
        var headers = Read(file, d => d.MainDocumentPart!.HeaderParts.Select(h => (h.Header!.InnerText, HasNumber: h.Header.Descendants<SimpleField>().Any(f => f.Instruction == "PAGE"))).ToList());
        Assert.NotNull(section.GetFirstChild<TitlePage>());
        Assert.Equal(1, headers.Count(h => h.HasNumber));
        Assert.All(headers, h => Assert.Contains("Tài liệu nội bộ - chưa công bố", h.InnerText, StringComparison.Ordinal));
        var defaults = Read(file, d => d.MainDocumentPart!.StyleDefinitionsPart!.Styles!.DocDefaults!.RunPropertiesDefault!.RunPropertiesBaseStyle!);
        Assert.Equal(("Times New Roman", "28"), (defaults.RunFonts!.Ascii!.Value, defaults.FontSize!.Val!.Value));
        Assert.All(Read(file, d => d.MainDocumentPart!.Document!.Descendants<Table>().Skip(1).SkipLast(1).ToList()), t => Assert.NotNull(t.Descendants<TableHeader>().FirstOrDefault()));
    }
}
