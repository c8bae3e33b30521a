using System.Net;
using ConferenceRecords.Data.Accounts;
using ConferenceRecords.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ConferenceRecords.Web.Tests.Accounts;

public sealed class AdministrationTests(Portal portal) : IClassFixture<Portal>
{
    /// <summary>With a no-break space: what is cleaned out of a text stays in a password.</summary>
    private const string Password = "một câu dễ nhớ\u00A0và dài";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Create_WithRoles_LetsThePersonSignIn()
    {
        using var administrator = await portal.SignInAsync("quan-tri");

        var answer = await CreateAsync(administrator, "nguyen-van-b", ("Input.Roles", "Secretariat"), ("Input.Roles", "Approver"));

        Assert.Equal("/quan-tri", answer.Path);
        Assert.Equal([PortalRole.Secretariat, PortalRole.Approver], (await AccountAsync("nguyen-van-b")).Roles);
        using var person = await portal.SignInAsync("nguyen-van-b", Password);
        Assert.Equal(HttpStatusCode.OK, (await person.GetAsync("/van-phong/duyet")).Status);
    }

    [Fact]
    public async Task Create_TheSameFormTwice_IsOneAccount()
    {
        using var administrator = await portal.SignInAsync("quan-tri");
        var form = (await administrator.OpenAsync("/quan-tri/tai-khoan/tao")).Form("Input.UserName");
        (string, string)[] values = [("Input.UserName", "hai-lan"), ("Input.DisplayName", "Hai Lần"), ("Input.Password", Password)];

        var first = await administrator.SubmitAsync(form, values);
        var second = await administrator.SubmitAsync(form, values);

        Assert.Equal((HttpStatusCode.OK, "/quan-tri"), (first.Status, first.Path));
        Assert.Equal((HttpStatusCode.OK, "/quan-tri"), (second.Status, second.Path));
    }

    [Theory]
    [InlineData("Input.UserName", "", "Nhập tên đăng nhập")]
    [InlineData("Input.UserName", "Nguyễn A", "Tên đăng nhập chỉ gồm chữ thường không dấu")]
    [InlineData("Input.UserName", "thu-ky", "Đã có tài khoản với tên đăng nhập này")]
    [InlineData("Input.Password", "ngan", "Mật khẩu quá ngắn")]
    [InlineData("Input.DisplayName", " ", "Nhập họ và tên")]
    [InlineData("Input.Roles", "Emperor", "Giá trị không hợp lệ")]
    public async Task Create_WithAWrongField_SaysInVietnameseWhatToDo(string field, string value, string message)
    {
        using var administrator = await portal.SignInAsync("quan-tri");
        var form = (await administrator.OpenAsync("/quan-tri/tai-khoan/tao")).Form("Input.UserName");
        (string, string)[] values = [("Input.UserName", "chua-co"), ("Input.DisplayName", "Chưa Có"), ("Input.Password", Password)];

        var answer = await administrator.SubmitAsync(form, [.. values.Where(v => v.Item1 != field), (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(answer.Errors, e => e.StartsWith(message, StringComparison.Ordinal));
        Assert.DoesNotContain(Password, answer.Text, StringComparison.Ordinal);
        await using var records = portal.Databases.NewRecords();
        Assert.False(await records.Users.AnyAsync(u => u.UserName == "chua-co", Cancel));
    }

    [Fact]
    public async Task Create_ForADelegate_TiesBothInOneSave()
    {
        using var administrator = await portal.SignInAsync("quan-tri");
        await using var records = portal.Databases.NewRecords();
        var free = await records.Delegates.AsNoTracking().FirstAsync(d => d.UserId == null, Cancel);

        await CreateAsync(administrator, "dai-bieu-moi", ("Input.Roles", "Delegate"), ("Input.DelegateId", free.Id.ToString()));

        Assert.Equal((await AccountAsync("dai-bieu-moi")).Id, await records.Delegates.Where(d => d.Id == free.Id).Select(d => d.UserId).SingleAsync(Cancel));
        var again = await CreateAsync(administrator, "dai-bieu-nua", ("Input.Roles", "Delegate"), ("Input.DelegateId", free.Id.ToString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.False(await records.Users.AnyAsync(u => u.UserName == "dai-bieu-nua", Cancel));
    }

    [Fact]
    public async Task Disable_TakesEffectAtTheNextRequest()
    {
        using var administrator = await portal.SignInAsync("quan-tri");
        await CreateAsync(administrator, "sap-khoa", ("Input.Roles", "Secretariat"));
        using var person = await portal.SignInAsync("sap-khoa", Password);
        Assert.Equal("/tai-khoan", (await person.GetAsync("/tai-khoan")).Path);

        await EditAsync(administrator, "sap-khoa", ("Input.IsDisabled", "true"));

        Assert.StartsWith("/dang-nhap", (await person.GetAsync("/tai-khoan")).Path, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => portal.SignInAsync("sap-khoa", Password));
    }

    [Fact]
    public async Task TakeARole_TakesEffectAtTheNextRequest()
    {
        using var administrator = await portal.SignInAsync("quan-tri");
        await CreateAsync(administrator, "mat-vai-tro", ("Input.Roles", "Approver"));
        using var person = await portal.SignInAsync("mat-vai-tro", Password);
        Assert.Equal(HttpStatusCode.OK, (await person.GetAsync("/van-phong/duyet")).Status);

        await EditAsync(administrator, "mat-vai-tro", ("Input.Roles", "Delegate"));

        Assert.NotEqual("/van-phong/duyet", (await person.GetAsync("/van-phong/duyet") is { Status: HttpStatusCode.OK } answer ? answer.Path : ""));
    }

    [Theory]
    [InlineData("Input.IsDisabled", "true", "Administrator")]
    [InlineData("Input.IsDisabled", "false", "Delegate")]
    public async Task LastAdministrator_CanNeitherDisableNorDemoteHimself(string field, string value, string role)
    {
        using var administrator = await portal.SignInAsync("quan-tri");

        var answer = await EditAsync(administrator, "quan-tri", (field, value), ("Input.Roles", role));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Single(answer.Errors, e => e.StartsWith("Đây là quản trị duy nhất", StringComparison.Ordinal));
        var stored = await AccountAsync("quan-tri");
        Assert.Equal((false, true), (stored.IsDisabled, stored.Roles.Contains(PortalRole.Administrator)));
    }

    [Fact]
    public async Task Edit_Stale_ShowsWhatIsStoredAndKeepsWhatWasTyped()
    {
        using var administrator = await portal.SignInAsync("quan-tri");
        await CreateAsync(administrator, "hai-nguoi-sua", ("Input.Roles", "Secretariat"));
        var address = $"/quan-tri/tai-khoan/{(await AccountAsync("hai-nguoi-sua")).Id}";
        var mine = (await administrator.OpenAsync(address)).Form("Input.Stamp");
        await EditAsync(administrator, "hai-nguoi-sua", ("Input.DisplayName", "Tên của người khác"));

        var conflict = await administrator.SubmitAsync(mine, ("Input.DisplayName", "Tên của tôi"));

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("Tên của người khác", conflict.Document.QuerySelector(".theirs")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Tên của tôi", conflict.Document.QuerySelector("#Input_DisplayName")!.GetAttribute("value"));
        Assert.Equal("/quan-tri", (await administrator.SubmitAsync(conflict.Form("Input.Stamp"))).Path);
        Assert.Equal("Tên của tôi", (await AccountAsync("hai-nguoi-sua")).DisplayName);
    }

    [Fact]
    public async Task SetPassword_EndsTheOldOne()
    {
        using var administrator = await portal.SignInAsync("quan-tri");
        await CreateAsync(administrator, "quen-mat-khau");
        using var person = await portal.SignInAsync("quen-mat-khau", Password);
        var address = $"/quan-tri/tai-khoan/{(await AccountAsync("quen-mat-khau")).Id}/mat-khau";
        var form = (await administrator.OpenAsync(address)).Form("Input.Password");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await administrator.SubmitAsync(form, ("Input.Password", "ngan"))).Status);
        Assert.Equal("/tai-khoan", (await person.GetAsync("/tai-khoan")).Path);
        await administrator.SubmitAsync(form, ("Input.Password", "một câu khác còn dài hơn"));

        Assert.StartsWith("/dang-nhap", (await person.GetAsync("/tai-khoan")).Path, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => portal.SignInAsync("quen-mat-khau", Password));
        using var again = await portal.SignInAsync("quen-mat-khau", "một câu khác còn dài hơn");
    }

    [Theory]
    [InlineData("thu-ky")]
    [InlineData("nguoi-duyet")]
    public async Task Administration_ForAnybodyElse_IsNotFound(string person)
    {
        using var visitor = await portal.SignInAsync(person);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/quan-tri")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsync("/quan-tri/tai-khoan/tao", "/tai-khoan", ("Input.UserName", "gia"))).Status);
    }

    [Fact]
    public async Task Edit_UnknownAccount_IsNotFound()
    {
        using var administrator = await portal.SignInAsync("quan-tri");
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetAsync($"/quan-tri/tai-khoan/{Guid.CreateVersion7()}")).Status);
    }

    private static async Task<Answer> CreateAsync(Visitor administrator, string userName, params (string, string)[] more) => await administrator.SubmitAsync(
        (await administrator.OpenAsync("/quan-tri/tai-khoan/tao")).Form("Input.UserName"),
        [("Input.UserName", userName), ("Input.DisplayName", "Người Thử"), ("Input.Password", Password), .. more]);

    private async Task<Answer> EditAsync(Visitor administrator, string userName, params (string, string)[] values) => await administrator.SubmitAsync(
        (await administrator.OpenAsync($"/quan-tri/tai-khoan/{(await AccountAsync(userName)).Id}")).Form("Input.Stamp"), values);

    private async Task<PortalUser> AccountAsync(string userName)
    {
        await using var records = portal.Databases.NewRecords();
        return await records.Users.AsNoTracking().SingleAsync(u => u.UserName == userName, Cancel);
    }
}
