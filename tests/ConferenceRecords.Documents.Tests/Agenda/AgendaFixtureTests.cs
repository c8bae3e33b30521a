using ConferenceRecords.Documents.Agenda;
using ConferenceRecords.Documents.Office;
using ConferenceRecords.Domain.Text;
using Xunit;

namespace ConferenceRecords.Documents.Tests.Agenda;

/// <summary>The list of twenty-one contents as each program hands it over (see the notes beside the files).</summary>
public sealed class AgendaFixtureTests
{
    private const int First = 14;

    private static readonly IReadOnlyList<(int Group, string Title, string? Agency)> Expected =
        [.. File.ReadLines(Fixture("expected.tsv")).Select(line => line.Split('\t')).Select(parts => (parts[0][0] - '1', parts[1], parts[2].Length > 0 ? parts[2] : null))];

    public static TheoryData<string, bool, bool> Lists => new()
    {
        { "word-list.html", false, false },
        { "word-list-restarting.html", false, true },
        { "word-table.html", true, false },
        { "word-list.txt", false, false },
        { "excel-table.html", true, false },
        { "writer-list.html", false, true },
        { "writer-table.html", true, false },
        { "writer-list.txt", false, true },
        { "calc-sheet.html", true, false },
        { "list.docx", false, true },
        { "table.docx", true, false },
        { "sheet.xlsx", true, false },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public void Read_GivesFourteenFiveTwo_WithWholeTitles(string name, bool withAgencies, bool restarts)
    {
        var draft = Read(name);
        Assert.Equal([(14, 14), (5, 5), (2, 2)], draft.Groups.Select(g => (g.Stated ?? 0, g.Counted)));
        Assert.Equal(Categories.All.Select(c => c.Id), draft.Groups.Select(g => g.CategoryId ?? Guid.Empty));
        Assert.Equal(Expected.Select(e => (e.Group, e.Title)), draft.Rows.Select(r => (r.Group ?? -1, r.Title)));
        Assert.Equal(Expected.Select(e => withAgencies ? e.Agency : null), draft.Rows.Select(r => r.LeadAgency));
        Assert.All(draft.Rows, row => Assert.Empty(row.Problems));
        Assert.Equal(LegacyEncoding.None, draft.Encoding);
        var numbers = Expected.Index().Select(e => !restarts || e.Index < First ? e.Index + 1 : e.Item.Group == 1 ? e.Index + 1 - First : e.Index + 1 - First - 5);
        Assert.Equal(numbers, draft.Rows.Select(r => int.Parse(r.Number!.TrimEnd('.'), System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Read_KeepsTheNumberAsWritten() => Assert.Equal(["01.", "02.", "03."], Read("word-list-restarting.html").Rows.Take(3).Select(r => r.Number));

    [Theory]
    [InlineData("word-list.html")]
    [InlineData("word-table.html")]
    public void Read_HeadOfThePaper_IsNotTaken(string name) =>
        Assert.DoesNotContain(Read(name).Rows, r => r.Title.Contains("CHƯƠNG TRÌNH", StringComparison.Ordinal));

    private static AgendaDraft Read(string name)
    {
        var reader = new AgendaReader(Categories.All);
        return Path.GetExtension(name) switch
        {
            ".html" => reader.FromHtml(File.ReadAllText(Fixture(name))),
            ".txt" => reader.FromText(File.ReadAllText(Fixture(name))),
            _ => reader.FromFile(OfficeFile.Open(File.ReadAllBytes(Fixture(name)), name, TestContext.Current.CancellationToken), cancel: TestContext.Current.CancellationToken),
        };
    }

    private static string Fixture(string name) => Path.Combine(AppContext.BaseDirectory, "Agenda", "Fixtures", name);
}
