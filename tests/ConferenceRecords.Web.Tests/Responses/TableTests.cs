using System.Net;
using System.Text.Json;
using ConferenceRecords.Data.Jobs;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Documents.Reports;
using ConferenceRecords.Domain.Opinions;
using ConferenceRecords.Domain.Responses;
using ConferenceRecords.TestSupport;
using ConferenceRecords.Web.Tests.Office;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Answer = ConferenceRecords.TestSupport.Answer;

namespace ConferenceRecords.Web.Tests.Responses;

/// <summary>The table of responses as files, and a filled one on its way back.</summary>
public sealed class TableTests(Portal portal) : IClassFixture<Portal>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("bang-word", "docx")]
    [InlineData("bang-excel", "xlsx")]
    public async Task Table_IsAFileThatIsNotStored_AndLeavesATrace(string page, string extension)
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var (place, exported) = (await portal.PlacesAsync(), await portal.AuditedAsync("responses.exported"));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{place.Session}/tiep-thu/{page}");
        var answer = await secretary.SendAsync(request);
        Assert.Equal("attachment", answer.Response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.EndsWith("." + extension, answer.Response.Content.Headers.ContentDisposition.FileNameStar, StringComparison.Ordinal);
        Assert.True(answer.Response.Headers.CacheControl!.NoStore);
        Assert.Equal(exported + 1, await portal.AuditedAsync("responses.exported"));
    }

    [Fact]
    public async Task Filled_Untouched_ChangesNothing()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var preview = await UploadAsync(secretary, await ExportAsync(secretary));
        Assert.Contains("Không có gì thay đổi", preview.Words, StringComparison.Ordinal);
        Assert.Empty(preview.Document.QuerySelectorAll("input[name=chon]"));
    }

    [Fact]
    public async Task Filled_IsShownFirst_GivenOnce_AndKeepsTheEarlierAnswer()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var rows = await LeadsAsync();
        var (fresh, answered) = (rows.First(r => r.Response is null or { Disposition: null }), rows.First(r => r.State == ResponseState.Confirmed));
        var before = await AnswersAsync();
        var preview = await UploadAsync(secretary, Fill(await ExportAsync(secretary), (fresh.Opinion.Lead.Number, "tiếp thu một phần", "=1+1 là phần tiếp thu"), (answered.Opinion.Lead.Number, "Giữ nguyên", "Lý do đã bổ sung.")));
        Assert.Equal(2, preview.Document.QuerySelectorAll("input[name=chon][checked]").Length);
        Assert.Equal(before, await AnswersAsync());

        var form = preview.Form("chon");
        var done = await secretary.SubmitAsync(form);
        Assert.Contains("Đã ghi trả lời cho 2 ý kiến.", done.Words, StringComparison.Ordinal);
        var again = await secretary.SubmitAsync(form);
        Assert.Equal(HttpStatusCode.OK, again.Status);

        var (first, second) = (await ResponseAsync(fresh), await ResponseAsync(answered));
        Assert.Equal((Disposition.PartlyAccepted, "=1+1 là phần tiếp thu"), (first.Disposition, first.Text));
        Assert.NotNull(first.ConfirmedAt);
        Assert.Equal((Disposition.Kept, answered.Response!.Text), (second.Disposition, second.Revisions[^1].Text));
        Assert.Equal((1, second.Revisions.Count + 1), (first.Revision, second.Revision));
        var job = await portal.ReadAsync(r => r.ImportJobs.OrderByDescending(j => j.StartedAt).FirstAsync(j => j.Kind == "responses", Cancel));
        Assert.Equal((ImportState.Entered, null, 2), (job.State, job.Rows, job.Done));
    }

    [Fact]
    public async Task Filled_WhatSomebodyElseChangedMeanwhile_IsShownAndNotTicked_AndNothingIsOverwrittenUnseen()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var rows = (await LeadsAsync()).Where(r => r.State == ResponseState.Confirmed).Skip(2).Take(2).ToList();
        var file = Fill(await ExportAsync(secretary), (rows[0].Opinion.Lead.Number, "Giữ nguyên", "Bản trong tệp."));
        await GiveAsync(rows[0], "Bản của người khác.");
        await GiveAsync(rows[1], "Cũng sửa trên cổng, không sửa trong tệp.");
        var preview = await UploadAsync(secretary, file);
        var box = Assert.Single(preview.Document.QuerySelectorAll("input[name=chon]"));
        Assert.False(box.HasAttribute("checked"));
        Assert.Contains("Đã đổi sau khi tải bảng về", preview.Words, StringComparison.Ordinal);
        Assert.Contains("Bản của người khác.", preview.Words, StringComparison.Ordinal);
        Assert.Contains("1 dòng không được điền thêm trong tệp", preview.Words, StringComparison.Ordinal);

        // Ticked, and changed once more before the button: nothing is given, both are shown again.
        await GiveAsync(rows[0], "Lại sửa.");
        var refused = await secretary.PostAsync(preview.Path, preview.Path, ("chon", box.GetAttribute("value")!));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal("Lại sửa.", (await ResponseAsync(rows[0])).Text);
        var now = refused.Document.QuerySelector("input[name=chon]")!;
        await secretary.PostAsync(preview.Path, preview.Path, ("chon", now.GetAttribute("value")!));
        Assert.Equal("Bản trong tệp.", (await ResponseAsync(rows[0])).Text);
    }

    [Fact]
    public async Task Filled_WithFaults_SaysWhatIsWrongWithEachRow()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var other = await portal.AddOtherSessionAsync();
        var number = await OtherOpinionAsync(other);
        var leads = (await LeadsAsync()).Where(r => r.Response is null or { Disposition: null }).Select(r => r.Opinion.Lead.Number).Concat(Enumerable.Repeat("", 3)).ToList();
        var (agency, merged) = (await portal.ReadAsync(r => r.Agencies.Select(a => a.ShortName).FirstAsync(Cancel)), (await LeadsAsync()).SelectMany(r => r.Opinion.Others).Select(o => o.Number).FirstOrDefault());
        List<FilledRow> rows =
        [
            new(2, "YK-99/XX-01-001", "Tiếp thu", "", "", "", null), new(3, number, "Tiếp thu", "", "", "", null), new(4, leads[0], "Giữ nguyên", " ", "", "", null),
            new(5, leads[0], "Tiếp thu", "", "", "", null), new(6, leads[1], "Đồng ý", "", "", "", null), new(7, leads[2], "Tiếp thu", "", agency, "", null),
            new(8, leads[3], "Tiếp thu", "", "", "bản 99, đoạn 1", null),
        ];
        if (merged is not null) rows.Add(new(9, merged, "Tiếp thu", "", "", "", null));
        var compared = await CompareAsync(rows);
        FilledProblem?[] expected =
        [
            FilledProblem.UnknownNumber, FilledProblem.OtherSession, FilledProblem.NoReason, FilledProblem.Repeated, FilledProblem.UnknownResult, FilledProblem.NotHandedOver, FilledProblem.UnknownPlace,
            .. merged is null ? Array.Empty<FilledProblem?>() : [FilledProblem.Merged],
        ];
        Assert.Equal(expected, compared.Differences.Select(d => d.Problem));
    }

    [Fact]
    public async Task Filled_RefusedFile_LeavesNoTrace()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var page = (await portal.PlacesAsync()).Session + "/tiep-thu/nhap";
        var jobs = await portal.CountAsync<ImportJob>();
        foreach (var (name, content, message) in new (string, byte[], string)[]
        {
            ("bang.xlsx", [1, 2, 3], "Nội dung tệp không đúng với tên tệp"),
            ("bang.docx", await ExportAsync(secretary, "bang-word"), "Cần tệp Excel"),
            ("MẬT.xlsx", await ExportAsync(secretary), "có dấu chỉ độ mật"),
        })
        {
            var answer = await secretary.UploadAsync((await secretary.OpenAsync(page)).Form("Input.File"), "Input.File", (name, content), ("Input.IsNotSecret", "true"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            Assert.Contains(answer.Errors, e => e.Contains(message, StringComparison.Ordinal));
        }
        Assert.Equal(jobs, await portal.CountAsync<ImportJob>());
    }

    [Fact]
    public async Task Filled_OfAnotherPerson_IsNotThere()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var place = await portal.PlacesAsync();
        await using var records = portal.Databases.NewRecords();
        var job = new ImportJob
        {
            Kind = "responses", SessionId = place.SessionId, OwnerId = await records.Users.Where(u => u.UserName == "quan-tri").Select(u => u.Id).SingleAsync(Cancel), StartedAt = DateTimeOffset.UtcNow,
            State = ImportState.Ready, Rows = JsonSerializer.Serialize(Array.Empty<FilledRow>()),
        };
        records.Add(job);
        await records.SaveChangesAsync(Cancel);
        Assert.Equal(HttpStatusCode.NotFound, (await secretary.GetAsync($"{place.Session}/tiep-thu/nhap/{job.Id}")).Status);
    }

    private async Task<byte[]> ExportAsync(Visitor secretary, string page = "bang-excel")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{(await portal.PlacesAsync()).Session}/tiep-thu/{page}");
        return await (await secretary.SendAsync(request)).Response.Content.ReadAsByteArrayAsync(Cancel);
    }

    private async Task<Answer> UploadAsync(Visitor secretary, byte[] file) => await secretary.UploadAsync(
        (await secretary.OpenAsync((await portal.PlacesAsync()).Session + "/tiep-thu/nhap")).Form("Input.File"), "Input.File", ("bang.xlsx", file), ("Input.IsNotSecret", "true"));

    /// <summary>Types into the workbook as a person does: the result and the text of some rows.</summary>
    private static byte[] Fill(byte[] file, params (string Number, string Result, string Text)[] answers)
    {
        using var memory = new MemoryStream();
        memory.Write(file);
        using (var workbook = SpreadsheetDocument.Open(memory, isEditable: true))
        {
            var rows = workbook.WorkbookPart!.WorksheetParts.Select(p => p.Worksheet!).Single(w => w.Descendants<SheetProtection>().Any()).Descendants<Row>();
            foreach (var cells in rows.Select(r => r.Elements<Cell>().ToList()))
            {
                foreach (var (_, result, text) in answers.Where(a => cells[0].InnerText == a.Number))
                    (cells[4].InlineString, cells[5].InlineString) = (new(new Text(result)), new(new Text(text)));
            }
        }
        return memory.ToArray();
    }

    private async Task<List<ResponseRow>> LeadsAsync() => await portal.ReadAsync(async r => await r.ResponseRowsAsync((await portal.PlacesAsync()).SessionId, Cancel));

    private Task<Response> ResponseAsync(ResponseRow row) => portal.ReadAsync(r => r.Responses.Include(x => x.Revisions).SingleAsync(x => x.OpinionId == row.Opinion.Lead.Id, Cancel));

    private Task<int> AnswersAsync() => portal.ReadAsync(r => r.Responses.CountAsync(x => x.Disposition != null, Cancel));

    private Task<ResponseComparison> CompareAsync(IReadOnlyList<FilledRow> rows) =>
        portal.ReadAsync(async r => await ResponseComparison.LoadAsync(r, (await r.SessionHeadAsync((await portal.PlacesAsync()).SessionId, Cancel))!, rows, Cancel));

    private async Task GiveAsync(ResponseRow row, string text)
    {
        await using var records = portal.Databases.NewRecords();
        var response = await records.Responses.Include(r => r.Revisions).SingleAsync(r => r.OpinionId == row.Opinion.Lead.Id, Cancel);
        response.Give(new(Disposition.Kept, text), await records.Users.Where(u => u.UserName == "thu-ky").Select(u => u.Id).SingleAsync(Cancel), isOffice: true, DateTimeOffset.UtcNow);
        await records.SaveChangesAsync(Cancel);
    }

    private async Task<string> OtherOpinionAsync(Places other)
    {
        await using var records = portal.Databases.NewRecords();
        var author = await records.Users.Where(u => u.UserName == "thu-ky").Select(u => u.Id).SingleAsync(Cancel);
        var opinion = new Opinion(
            Guid.CreateVersion7(), other.SessionId, other.ItemId, "YK-0/XX-01-777", new(other.Delegates[0], null), new(OpinionKind.Add, OpinionChannel.Written, "Ý kiến ở hội nghị khác"), author, DateTimeOffset.UtcNow);
        records.Add(opinion);
        await records.SaveChangesAsync(Cancel);
        return opinion.Number;
    }
}
