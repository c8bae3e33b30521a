using ConferenceRecords.Documents.Office;
using ConferenceRecords.Documents.Reports;
using Xunit;

namespace ConferenceRecords.Documents.Tests.Reports;

/// <summary>
/// The table after LibreOffice has opened and saved it: <c>soffice --headless --convert-to xlsx --outdir Fixtures xuat/bang.xlsx</c> of the workbook that
/// <see cref="Table"/> makes.
/// </summary>
public sealed class LibreOfficeTests
{
    /// <summary>What a spreadsheet would like to change: formulas, numbers, dates, blanks, several lines.</summary>
    private static readonly string[] Texts = ["=1+1", "+84", "-5 %", "@SUM(A1)", "0012", "12/03/2021", "Dòng một\nDòng hai", "Đề nghị làm rõ \"6,56%\" & <tỷ lệ>", "_x000D_", "1e5"];

    private static ResponseTable Table() => Ledger.Of(40, i => Texts[i % Texts.Length] + (i < 20 ? "" : $" {i}"), i => Texts[(i + 3) % Texts.Length]);

    [Fact]
    public void SavedByLibreOffice_EveryCellIsWhatItWas()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Reports", "Fixtures", "bang.xlsx");
        var saved = FilledResponses.Read(OfficeFile.Open(File.ReadAllBytes(path), "bang.xlsx", TestContext.Current.CancellationToken), TestContext.Current.CancellationToken)!;
        var table = Table();
        Assert.Equal(table.Rows.Count, saved.Count);
        foreach (var row in table.Rows)
        {
            var read = saved.Single(r => r.Number == row.Opinion.Lead.Number);
            var cells = AnswerCells.Of(row.Response);
            Assert.Equal(cells, new AnswerCells(read.Result!, read.Text!, read.HandedTo!, read.Change!));
            Assert.Equal(cells.Token(row.Opinion.Lead.Text), read.Token);
        }
    }
}
