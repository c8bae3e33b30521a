using System.Net;
using System.Text;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.TestSupport;
using Xunit;

namespace ConferenceRecords.Web.Tests.Publishing;

public sealed class ConclusionTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Write_Paragraphs_AreNumberedLineByLine()
    {
        var session = await portal.NewSessionAsync();
        using var secretary = await portal.SignInAsync("thu-ky");

        var page = await secretary.WriteAsync(session, "Đoạn một.\n\nĐoạn hai.");

        Assert.Equal(["Đoạn một.", "Đoạn hai."], page.Document.QuerySelectorAll(".paragraph-text").Select(e => e.TextContent.Trim()));
        Assert.Equal(ReleaseState.Drafting, (await portal.ConclusionAsync(session)).State);
    }

    [Theory]
    [InlineData("Input.Title", "", "Nhập tên kết luận")]
    [InlineData("Input.Body", " \n ", "Nhập nội dung kết luận")]
    [InlineData("Input.IssuedOn", "31/02/2021", "Không có ngày này trong lịch. Hãy kiểm tra lại ngày và tháng")]
    [InlineData("Input.IssuedOn", "hôm qua", "Ngày phải có dạng ngày/tháng/năm, ví dụ 03/12/2021")]
    public async Task Write_WithAWrongField_SaysWhatToDoAndKeepsWhatWasTyped(string field, string value, string message)
    {
        var session = await portal.NewSessionAsync();
        using var secretary = await portal.SignInAsync("thu-ky");
        var page = await secretary.OpenAsync(session.Office("ket-luan"));
        (string, string)[] values = [("Input.Title", "Kết luận"), ("Input.Body", "Đoạn một."), ("Input.Signer", "Bí thư"), ("Input.IssuedOn", "")];

        var answer = await secretary.SubmitAsync(page.Form("Input.Body"), [.. values.Where(v => v.Item1 != field), (field, value)]);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, message), (answer.Status, Assert.Single(answer.Errors)));
        Assert.Equal("Bí thư", answer.Document.QuerySelector("#Input_Signer")!.GetAttribute("value"));
        if (field == "Input.IssuedOn") Assert.Equal(value, answer.Document.QuerySelector("#Input_IssuedOn")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Write_ATitleOfOneMegabyte_IsRefusedWithAMessage()
    {
        var session = await portal.NewSessionAsync();
        using var secretary = await portal.SignInAsync("thu-ky");

        var answer = await secretary.WriteAsync(session, "Đoạn.", new string('a', 1 << 20));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.StartsWith("Tên kết luận dài quá", Assert.Single(answer.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_DecomposedLetters_AreStoredComposed()
    {
        var session = await portal.NewSessionAsync();
        using var secretary = await portal.SignInAsync("thu-ky");

        await secretary.WriteAsync(session, "Kết luận về chỉ tiêu.".Normalize(NormalizationForm.FormD));

        Assert.Equal("Kết luận về chỉ tiêu.", (await portal.ConclusionAsync(session)).Body);
    }

    [Fact]
    public async Task Write_TheSameNewFormTwice_IsOneConclusion()
    {
        var session = await portal.NewSessionAsync();
        using var secretary = await portal.SignInAsync("thu-ky");
        var form = (await secretary.OpenAsync(session.Office("ket-luan"))).Form("Input.Body");

        var first = await secretary.SubmitAsync(form, ("Input.Body", "Đoạn."));
        var second = await secretary.SubmitAsync(form, ("Input.Body", "Đoạn."));

        Assert.Equal((first.Status, first.Path), (second.Status, second.Path));
        Assert.Equal("Đoạn.", (await portal.ConclusionAsync(session)).Body);
    }

    [Fact]
    public async Task Write_WithTheKeyOfAnotherSession_IsAConflict()
    {
        var (session, other) = (await portal.NewSessionAsync(), await portal.NewSessionAsync());
        using var secretary = await portal.SignInAsync("thu-ky");
        await secretary.WriteAsync(other, "Của hội nghị khác.");
        var form = (await secretary.OpenAsync(session.Office("ket-luan"))).Form("Input.Body");

        var answer = await secretary.SubmitAsync(form, ("Input.Id", (await portal.ConclusionAsync(other)).Id.ToString()), ("Input.Body", "Giả."));

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal("Của hội nghị khác.", (await portal.ConclusionAsync(other)).Body);
    }

    [Fact]
    public async Task Write_Stale_ShowsBothTextsAndASecondSaveIsKnowing()
    {
        var session = await portal.NewSessionAsync();
        using var secretary = await portal.SignInAsync("thu-ky");
        await secretary.WriteAsync(session, "Bản đầu.");
        var mine = (await secretary.OpenAsync(session.Office("ket-luan"))).Form("Input.Body");
        await secretary.WriteAsync(session, "Bản của người khác.");

        var conflict = await secretary.SubmitAsync(mine, ("Input.Body", "Bản của tôi."));

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Equal("Bản của tôi.", conflict.Document.QuerySelector("#Input_Body")!.TextContent.Trim());
        Assert.Contains("Bản của người khác.", conflict.Document.QuerySelector(".theirs")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Bản của người khác.", (await portal.ConclusionAsync(session)).Body);
        Assert.Equal(HttpStatusCode.OK, (await secretary.SubmitAsync(conflict.Form("Input.Body"))).Status);
        Assert.Equal("Bản của tôi.", (await portal.ConclusionAsync(session)).Body);
    }

    [Fact]
    public async Task Write_WhileItWaits_IsRefused()
    {
        var session = await portal.NewSessionAsync();
        using var secretary = await portal.SignInAsync("thu-ky");
        await secretary.WriteAsync(session, "Đoạn một.");
        var form = (await secretary.OpenAsync(session.Office("ket-luan"))).Form("Input.Body");
        await secretary.HandInAsync(session);

        var answer = await secretary.SubmitAsync(form, ("Input.Body", "Sửa lén."));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal("Đoạn một.", (await portal.ConclusionAsync(session)).Body);
    }

    [Fact]
    public async Task Directive_RemovedAndRestored_KeepsItsNumber()
    {
        var session = await portal.NewSessionAsync();
        using var secretary = await portal.SignInAsync("thu-ky");
        await secretary.WriteAsync(session, "Đoạn một.");
        await secretary.AddDirectiveAsync(session, "Việc thứ nhất");
        var page = await secretary.AddDirectiveAsync(session, "Việc thứ hai");

        var removed = await secretary.SubmitAsync(page.FormWithButton("Xóa chỉ đạo 1"));
        Assert.DoesNotContain("Việc thứ nhất", removed.Words, StringComparison.Ordinal);
        var restored = await secretary.SubmitAsync(removed.FormWithButton("Hoàn tác"));

        Assert.Contains("Việc thứ nhất", restored.Words, StringComparison.Ordinal);
        Assert.Equal([(1, "Việc thứ nhất"), (2, "Việc thứ hai")], (await portal.ConclusionAsync(session)).Directives.OrderBy(d => d.Number).Select(d => (d.Number, d.Text)));
    }

    [Fact]
    public async Task Directive_SameFormTwice_IsStoredOnce()
    {
        var session = await portal.NewSessionAsync();
        using var secretary = await portal.SignInAsync("thu-ky");
        await secretary.WriteAsync(session, "Đoạn một.");
        var form = (await secretary.OpenAsync(session.Office("ket-luan/chi-dao"))).Form("Input.Text");

        await secretary.SubmitAsync(form, ("Input.Text", "Một việc"));
        var again = await secretary.SubmitAsync(form, ("Input.Text", "Một việc"));

        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Single((await portal.ConclusionAsync(session)).Directives);
        var other = await secretary.SubmitAsync(form, ("Input.Text", "Việc khác"));
        Assert.Equal((HttpStatusCode.Conflict, "Việc khác"), (other.Status, other.Document.QuerySelector("#Input_Text")!.TextContent.Trim()));
        await secretary.SubmitAsync(other.Form("Input.Text"));
        Assert.Equal(["Một việc", "Việc khác"], (await portal.ConclusionAsync(session)).Directives.OrderBy(d => d.Number).Select(d => d.Text));
    }

    [Theory]
    [InlineData("Input.Text", "", "Nhập nội dung chỉ đạo")]
    [InlineData("Input.Place", "9", "Không có đoạn này trong kết luận. Chọn một đoạn, hoặc để trống")]
    [InlineData("Input.Place", "0", "Không có đoạn này trong kết luận. Chọn một đoạn, hoặc để trống")]
    public async Task Directive_WithAWrongField_IsRefused(string field, string value, string message)
    {
        var session = await portal.NewSessionAsync();
        using var secretary = await portal.SignInAsync("thu-ky");
        await secretary.WriteAsync(session, "Đoạn một.");
        var form = (await secretary.OpenAsync(session.Office("ket-luan/chi-dao"))).Form("Input.Text");

        var answer = await secretary.SubmitAsync(form, field == "Input.Text" ? [(field, value)] : [("Input.Text", "Việc"), (field, value)]);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, message), (answer.Status, Assert.Single(answer.Errors)));
    }

    [Fact]
    public async Task Directive_StaleEdit_IsAConflictThatShowsWhatIsStored()
    {
        var session = await portal.NewSessionAsync();
        using var secretary = await portal.SignInAsync("thu-ky");
        await secretary.WriteAsync(session, "Đoạn một.");
        await secretary.AddDirectiveAsync(session, "Việc ban đầu");
        var address = session.Office($"ket-luan/chi-dao/{(await portal.ConclusionAsync(session)).Directives[0].Id}");
        var mine = (await secretary.OpenAsync(address)).Form("Input.Text");
        await secretary.SubmitAsync((await secretary.OpenAsync(address)).Form("Input.Text"), ("Input.Text", "Việc của người khác"));

        var conflict = await secretary.SubmitAsync(mine, ("Input.Text", "Việc của tôi"));

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("Việc của người khác", conflict.Document.QuerySelector(".theirs")!.TextContent, StringComparison.Ordinal);
        await secretary.SubmitAsync(conflict.Form("Input.Text"));
        Assert.Equal("Việc của tôi", (await portal.ConclusionAsync(session)).Directives[0].Text);
    }

    [Fact]
    public async Task Directive_OfAnotherSession_IsNotFound()
    {
        var (session, other) = (await portal.NewSessionAsync(), await portal.NewSessionAsync());
        using var secretary = await portal.SignInAsync("thu-ky");
        await secretary.WriteAsync(session, "Đoạn một.");
        await secretary.WriteAsync(other, "Đoạn một.");
        await secretary.AddDirectiveAsync(other, "Việc");
        var foreign = (await portal.ConclusionAsync(other)).Directives[0].Id;

        Assert.Equal(HttpStatusCode.NotFound, (await secretary.GetAsync(session.Office($"ket-luan/chi-dao/{foreign}"))).Status);
    }

    [Fact]
    public async Task Submit_AfterADirectiveWasAddedElsewhere_AsksToLookAgain()
    {
        var session = await portal.NewSessionAsync();
        using var secretary = await portal.SignInAsync("thu-ky");
        await secretary.WriteAsync(session, "Đoạn một.");
        var form = (await secretary.OpenAsync(session.Office("cong-bo/ket-luan"))).FormWithButton("Trình duyệt");
        await secretary.AddDirectiveAsync(session, "Việc thêm");

        var answer = await secretary.SubmitAsync(form);

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal(ReleaseState.Drafting, (await portal.ConclusionAsync(session)).State);
        Assert.Equal(HttpStatusCode.OK, (await secretary.SubmitAsync(answer.FormWithButton("Trình duyệt"))).Status);
        Assert.Equal(ReleaseState.Submitted, (await portal.ConclusionAsync(session)).State);
    }

    [Fact]
    public async Task Preview_OfSomethingUnpublished_IsForTheOfficeAlone()
    {
        var session = await portal.NewSessionAsync();
        using var secretary = await portal.SignInAsync("thu-ky");
        using var person = await portal.SignInAsync("dai-bieu-1");
        Assert.Equal(HttpStatusCode.NotFound, (await secretary.GetAsync(session.Office("cong-bo/ket-luan/xem-truoc"))).Status);
        await secretary.WriteAsync(session, "Chưa ai biết.");

        Assert.Contains("Chưa ai biết.", (await secretary.OpenAsync(session.Office("cong-bo/ket-luan/xem-truoc"))).Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await person.GetAsync(session.Office("cong-bo/ket-luan/xem-truoc"))).Status);
        Assert.DoesNotContain("Chưa ai biết.", (await person.GetAsync("/ket-luan")).Words, StringComparison.Ordinal);
    }
}
