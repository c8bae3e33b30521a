using ConferenceRecords.Documents.Conclusions;
using ConferenceRecords.Documents.Drafts;
using ConferenceRecords.Documents.Office;
using ConferenceRecords.Documents.Word;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Domain.Sessions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Xunit;

namespace ConferenceRecords.Documents.Tests.Conclusions;

public sealed class ConclusionDocumentTests
{
    private static readonly string[] Body = ["I. KẾT QUẢ", "1. Kinh tế tăng trưởng 6,56%.", "Giá trị xuất khẩu tăng gần 18%.", "- Giao các cơ quan tham mưu.", "Nơi nhận báo cáo là Văn phòng."];

    private static SessionBundle Bundle(PublicConclusion conclusion, string? timeNote = "cuối năm 2021") => new(
        Guid.Empty, "hn", 1, DateTimeOffset.UnixEpoch, new("Hội nghị lần thứ 12", "Đảng bộ tỉnh", "Ban Chấp hành", "XX", 2020, 2025, 12, SessionKind.Regular, timeNote, null, [], 21, 50, "trên"), [], conclusion, []);

    private static readonly SessionBundle Bare = Bundle(new("Kết luận Hội nghị lần thứ 12", null, null, null, Body, [], Issuer: "Tỉnh ủy Minh Họa", IssuerCode: "TU"));

    private static readonly SessionBundle Full = Bundle(new(
        "Thông báo kết luận", "07-TB/TU", new(2021, 12, 5), "Bí thư", Body, [], "Diễn đạt lại.", "Nguyễn Văn Minh Họa", "T/M Ban Thường vụ", "Minh Họa", ["Ban Bí thư,", "- Các cơ quan,"], "Tỉnh ủy Minh Họa", "TU"));

    private static T Read<T>(byte[] file, Func<WordprocessingDocument, T> read)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        return read(document);
    }

    private static List<string> Lines(byte[] file) => Read(file, d => d.MainDocumentPart!.Document!.Body!.Descendants<Paragraph>().Select(p => p.InnerText).Where(t => t.Length > 0).ToList());

    [Fact]
    public void Write_WhatTheRecordSays_StandsWhereTheGuidePutsIt()
    {
        var lines = Lines(ConclusionDocument.Write(Full));

        Assert.Equal(["TỈNH ỦY MINH HỌA", "*", "Số 07-TB/TU", "ĐẢNG CỘNG SẢN VIỆT NAM", "Minh Họa, ngày 05 tháng 12 năm 2021", "THÔNG BÁO", "Kết luận", "-----", "(Diễn đạt lại.)", .. Body], lines[..(9 + Body.Length)]);
        Assert.Equal(["Nơi nhận:", "- Ban Bí thư,", "- Các cơ quan,", "- Lưu Văn phòng Tỉnh ủy.", "T/M BAN THƯỜNG VỤ", "BÍ THƯ", "(chưa ký)", "Nguyễn Văn Minh Họa"], lines[(9 + Body.Length)..]);
    }

    [Fact]
    public void Write_WhatTheRecordDoesNotSay_IsLeftToBeFilledIn()
    {
        var lines = Lines(ConclusionDocument.Write(Bare, isDraft: true));

        Assert.Contains("Số       -KL/TU", lines);
        Assert.Contains($"{PartyDocument.Dots}, ngày      tháng      năm 2021", lines);
        Assert.Contains(PartyDocument.Dots + ", ngày      tháng      năm         ", Lines(ConclusionDocument.Write(Bundle(Bare.Conclusion, timeNote: "giữa nhiệm kỳ"))));
        Assert.Equal(["T/M " + PartyDocument.Dots, PartyDocument.Dots, "(chưa ký)", PartyDocument.Dots], lines[^4..]);
        Assert.All(Read(ConclusionDocument.Write(Bare, isDraft: true), d => d.MainDocumentPart!.HeaderParts.Select(h => h.Header!.InnerText).ToList()), header => Assert.Contains(ConclusionDocument.Draft, header, StringComparison.Ordinal));
    }

    [Fact]
    public void Write_IsValidAndGivesTheSameBytesEachTime()
    {
        foreach (var bundle in (SessionBundle[])[Bare, Full])
        {
            var file = ConclusionDocument.Write(bundle);
            Assert.Empty(Read(file, d => new OpenXmlValidator(FileFormatVersions.Office2019).Validate(d).Select(e => $"{e.Path?.XPath}: {e.Description}").ToList()));
            Thread.Sleep(TimeSpan.FromSeconds(2.1));
            Assert.Equal(file, ConclusionDocument.Write(bundle));
        }
    }

    [Fact]
    public void Body_OfTheFileThatComesBack_IsTheTextThatWentOut()
    {
        foreach (var bundle in (SessionBundle[])[Bare, Full])
        {
            var read = WordDraft.Read(OfficeFile.Open(ConclusionDocument.Write(bundle, isDraft: true), "ket-luan.docx", TestContext.Current.CancellationToken), cancel: TestContext.Current.CancellationToken);

            Assert.Equal(string.Join('\n', Body), ReturnedConclusion.WithoutNote(ReturnedConclusion.Body(read.Paragraphs), bundle.Conclusion.SourceNote));
        }
    }

    [Theory]
    [InlineData(2021, "36-HD/VPTW", true)]
    [InlineData(2025, "36-HD/VPTW", true)]
    [InlineData(2026, "05-HD/VPTW", false)]
    [InlineData(null, "36-HD/VPTW", true)]
    public void InForce_ByTheYear_IsTheGuideThatHolds(int? year, string guide, bool isComplete)
    {
        var layout = PartyLayout.InForce(null, year);

        Assert.Equal((guide, isComplete, isComplete), (layout.Guide, layout.IsComplete, layout.Note is null));
        Assert.Equal((20, 20, 30, 15, 14), (layout.MarginTop, layout.MarginBottom, layout.MarginLeft, layout.MarginRight, layout.BodySize));
    }
}
