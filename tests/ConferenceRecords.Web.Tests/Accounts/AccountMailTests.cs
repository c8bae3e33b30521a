using System.Net;
using ConferenceRecords.Data.Accounts;
using ConferenceRecords.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ConferenceRecords.Web.Tests.Accounts;

/// <summary>Address, wish for mail and agency in the forms of accounts.</summary>
public sealed class AccountMailTests(Portal portal) : IClassFixture<Portal>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AgencyAccount_NeedsItsAgency_AndNobodyElseHasOne()
    {
        using var administrator = await portal.SignInAsync("quan-tri");
        var agency = await AgencyAsync();
        var without = await CreateAsync(administrator, "co-quan-a", ("Input.Roles", "Agency"));
        Assert.Contains("Chọn cơ quan mà người này trả lời thay", without.Errors);
        var other = await CreateAsync(administrator, "co-quan-a", ("Input.Roles", "Secretariat"), ("Input.AgencyId", agency));
        Assert.Contains("Chọn thêm vai trò Cơ quan trả lời, hoặc bỏ chọn cơ quan", other.Errors);
        var unknown = await CreateAsync(administrator, "co-quan-a", ("Input.Roles", "Agency"), ("Input.AgencyId", Guid.NewGuid().ToString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.Status);

        var made = await CreateAsync(administrator, "co-quan-a", ("Input.Roles", "Agency"), ("Input.AgencyId", agency), ("Input.Email", "co-quan-a@example.vn"), ("Input.WantsMail", "true"));
        Assert.Equal("/quan-tri", made.Path);
        var account = await AccountAsync("co-quan-a");
        Assert.Equal((Guid.Parse(agency), "co-quan-a@example.vn", true), (account.AgencyId, account.Email, account.WantsMail));

        // Taken back with the role; the form shows what is stored.
        var form = (await administrator.OpenAsync($"/quan-tri/tai-khoan/{account.Id}")).Form("Input.Email");
        Assert.Equal("co-quan-a@example.vn", form.QuerySelector("[name='Input.Email']")!.GetAttribute("value"));
        await administrator.SubmitAsync(form, ("Input.Roles", "Secretariat"), ("Input.AgencyId", ""), ("Input.Email", ""));
        account = await AccountAsync("co-quan-a");
        Assert.Equal((null, null), (account.AgencyId, account.Email));
    }

    [Theory]
    [InlineData("ten")]
    [InlineData("ten@example")]
    [InlineData("a@example.vn, b@example.vn")]
    [InlineData("Tên <ten@example.vn>")]
    [InlineData("tên@example.vn")]
    [InlineData("ten@example.vn\r\nBcc: a@example.vn")]
    public async Task Address_ThatIsNone_IsRefused(string email)
    {
        using var administrator = await portal.SignInAsync("quan-tri");
        var answer = await CreateAsync(administrator, "thu-sai", ("Input.Email", email));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(answer.Errors, e => e.StartsWith("Địa chỉ thư chưa đúng", StringComparison.Ordinal));
    }

    [Fact]
    public async Task DemonstrationAccounts_HaveNoAddress()
    {
        await using var records = portal.Databases.NewRecords();
        Assert.False(await records.Users.AnyAsync(u => u.IsDemonstration && u.Email != null, Cancel));
    }

    private static async Task<Answer> CreateAsync(Visitor administrator, string userName, params (string, string)[] values) => await administrator.SubmitAsync(
        (await administrator.OpenAsync("/quan-tri/tai-khoan/tao")).Form("Input.UserName"),
        [("Input.UserName", userName), ("Input.DisplayName", "Người Thử"), ("Input.Password", "một câu dễ nhớ và dài"), .. values]);

    private async Task<string> AgencyAsync()
    {
        await using var records = portal.Databases.NewRecords();
        return (await records.Agencies.OrderBy(a => a.Name).Select(a => a.Id).FirstAsync(Cancel)).ToString();
    }

    private async Task<PortalUser> AccountAsync(string userName)
    {
        await using var records = portal.Databases.NewRecords();
        return await records.Users.AsNoTracking().SingleAsync(u => u.UserName == userName, Cancel);
    }
}
