using ConferenceRecords.Data.Jobs;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Documents.Office;
using ConferenceRecords.Documents.People;
using Xunit;

namespace ConferenceRecords.Documents.Tests.People;

public sealed class PeopleTableTests
{
    private static readonly Membership Now = new(Guid.NewGuid(), Guid.NewGuid(), "Ban Chấp hành", "XX", 2020, 2025);
    private static readonly Membership Before = Now with { TermId = Guid.NewGuid(), TermLabel = "XIX", TermStart = 2015, TermEnd = 2020 };

    private static PeopleList? Read(string text, bool members = false) => PeopleTable.Read(TextTable.Read(text), new([Now, Before], members), cancel: TestContext.Current.CancellationToken);

    [Fact]
    public void Columns_InAnyOrder_AreRecognisedByTheirWords()
    {
        var list = Read("DANH SÁCH ĐẠI BIỂU\t\nĐơn vị công tác\tNgày sinh\tHỌ VÀ TÊN\tTừ ngày\tTư cách\tChức danh\tKhóa\nSở A\t1970\tNguyễn Văn Đức\t05/2020\tUVBCH\tGiám đốc\tXIX")!;
        Assert.Equal(["Ngày sinh"], list.LeftOut);
        var row = Assert.Single(list.Rows);
        Assert.Equal((3, "Nguyễn Văn Đức", "Giám đốc", "Sở A", new DateOnly(2020, 5, 1)), (row.Number, row.FullName, row.Position, row.Unit, row.Since!.Value));
        Assert.Equal((Before.BodyId, Before.TermId), (row.BodyId!.Value, row.TermId!.Value));
    }

    [Theory]
    [InlineData("Bình", "Bình")]
    [InlineData("Công Tằng Tôn Nữ Thị Ngọc Minh Hòa An Bình", "Công Tằng Tôn Nữ Thị Ngọc Minh Hòa An Bình")]
    [InlineData("  Lê   Thị  Mơ ", "Lê Thị Mơ")]
    [InlineData("Đ/c Trần Văn Hai", "Trần Văn Hai")]
    [InlineData("Đồng chí Trần Văn Hai", "Trần Văn Hai")]
    [InlineData("Nguye\u0302\u0303n Ba", "Nguyễn Ba")]
    public void Names_OfAnyNumberOfWords_AreCleaned(string written, string name) => Assert.Equal(name, Assert.Single(Read($"Họ và tên\n{written}")!.Rows).FullName);

    [Fact]
    public void Name_InTwoColumns_IsPutTogether() => Assert.Equal(
        ["Nguyễn Văn An", "Trần Thị Bé"],
        Read("STT\tHọ và tên\t\tChức vụ\n1\tNguyễn Văn\tAn\tBí thư\n2\tTrần Thị\tBé\t")!.Rows.Select(r => r.FullName));

    [Fact]
    public void TitlesBetweenPeople_RepeatedHeadings_AndExamples_ArePassedOver() => Assert.Equal(
        ["An", "Bình", "Cúc"],
        Read($"STT\tHọ và tên\tChức vụ\nI\tBAN THƯỜNG VỤ\t\n1\tAn\tBí thư\nB.\tỦY VIÊN\nSTT\tHọ và tên\tChức vụ\n2\tBình\t\nĐẠI BIỂU KHÁCH MỜI\n9\tMột {PeopleTable.Example}\tx\n3\tCúc\tPhó\n\tTổng cộng: 3 đồng chí\t")!.Rows.Select(r => r.FullName));

    [Theory]
    [InlineData("\tSở A\t05/2020\t\t", PersonProblem.NoName, null)]
    [InlineData("An\tSở A\t31/02/2020\t\t", PersonProblem.BadSince, "31/02/2020")]
    [InlineData("An\tSở A\t\tnăm ngoái\t", PersonProblem.BadUntil, "năm ngoái")]
    [InlineData("An\tSở A\t06/2021\t05/2021\t", PersonProblem.DatesReversed, null)]
    [InlineData("An\tSở A\t\t\tđặc biệt", PersonProblem.UnclearStanding, "đặc biệt")]
    public void Problems_AreNamedWithTheirText(string line, PersonProblem kind, string? text) =>
        Assert.Equal([new RowProblem(kind, text)], Assert.Single(Read("Họ và tên\tĐơn vị\tTừ ngày\tĐến ngày\tTư cách\n" + line)!.Rows).Problems);

    [Fact]
    public void TooLong_IsAProblem_AndCut()
    {
        var row = Assert.Single(Read($"Họ và tên\tChức vụ\n{new string('a', 201)}\t{new string('b', 301)}")!.Rows);
        Assert.Equal([PersonProblem.NameTooLong, PersonProblem.PlaceTooLong], row.Problems.Select(p => p.Kind));
        Assert.Equal((200, 300), (row.FullName.Length, row.Position!.Length));
    }

    [Theory]
    [InlineData("x", true)]
    [InlineData("Có", true)]
    [InlineData("Ủy viên BCH", true)]
    [InlineData("Khách mời", false)]
    [InlineData("không", false)]
    [InlineData("", true)]
    public void Standing_IsRead_AndItsAbsenceFollowsTheForm(string standing, bool isMember) =>
        Assert.Equal(isMember, Assert.Single(Read($"Họ và tên\tLà ủy viên\nAn\t{standing}", members: true)!.Rows).BodyId is not null);

    [Theory]
    [InlineData("khóa XIX", true)]
    [InlineData("2015-2020", true)]
    [InlineData("2015 – 2020", true)]
    [InlineData("khóa XVIII", false)]
    public void Term_IsFoundByLabelOrYears(string term, bool found)
    {
        var row = Assert.Single(Read($"Họ và tên\tTư cách\tNhiệm kỳ\nAn\tỦy viên\t{term}")!.Rows);
        Assert.Equal(found ? Before.TermId : null, row.TermId);
        Assert.Equal(!found, row.Problems.Any(p => p.Kind == PersonProblem.UnknownTerm));
    }

    [Fact]
    public void WithoutHeading_ThereIsNoList() => Assert.Null(Read("1\tNguyễn Văn An\tBí thư"));

    [Fact]
    public void PastedCells_InQuotes_MayHoldLineBreaks()
    {
        var row = Assert.Single(Read("Họ và tên\tĐơn vị\n\"Nguyễn \"\"Ba\"\"\nVăn An\"\t\"Sở\"")!.Rows);
        Assert.Equal(("Nguyễn \"Ba\" Văn An", "Sở"), (row.FullName, row.Unit));
        Assert.Equal("\"Trích dẫn\" Văn An", Assert.Single(Read("Họ và tên\n\"Trích dẫn\" Văn An")!.Rows).FullName);
    }

    [Fact]
    public void Template_IsReadBack_WithoutItsExamples_AndFilledIn()
    {
        var file = OfficeFile.Open(PeopleTemplate.Write(), "mau.xlsx", TestContext.Current.CancellationToken);
        var rows = SheetRows.Read(file, cancel: TestContext.Current.CancellationToken);
        Assert.Equal(3, rows.Count);
        var filled = PeopleTable.Read([.. rows, new(4, ["3", "An", "Bí thư", "Huyện A", "05/2020", "", "Ủy viên", ""])], new([Now], false), cancel: TestContext.Current.CancellationToken)!;
        Assert.Equal(("An", Now.TermId), (Assert.Single(filled.Rows).FullName, filled.Rows[0].TermId!.Value));
        Assert.Empty(filled.LeftOut);
    }
}
