using System.Net;
using ConferenceRecords.Data.Seeding;
using ConferenceRecords.TestSupport;
using Xunit;

namespace ConferenceRecords.Web.Tests.Accounts;

public sealed class SignInTests(Portal portal, PostgresFixture postgres) : IClassFixture<Portal>
{
    [Theory]
    [InlineData("thu-ky", "sai mật khẩu nhưng đủ dài")]
    [InlineData("khong-co-nguoi-nay", Seed.DemonstrationPassword)]
    public async Task SignIn_Failing_SaysTheSameForEveryReason(string userName, string password)
    {
        using var visitor = portal.Visit();

        var answer = await AttemptAsync(visitor, "/dang-nhap", userName, password);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.StartsWith("Tên đăng nhập hoặc mật khẩu không đúng", Assert.Single(answer.Errors), StringComparison.Ordinal);
        Assert.DoesNotContain(visitor.Cookies, c => c.Name == "ho-so");
    }

    [Fact]
    public async Task SignIn_AfterTenWrongPasswords_IsLockedForTheRightOneToo()
    {
        using var visitor = portal.Visit();
        for (var i = 0; i < 9; i++) await AttemptAsync(visitor, "/dang-nhap", "dai-bieu-khach", "sai mật khẩu nhưng đủ dài");
        using (await portal.SignInAsync("dai-bieu-khach")) { }

        for (var i = 0; i < 10; i++) await AttemptAsync(visitor, "/dang-nhap", "dai-bieu-khach", "sai mật khẩu nhưng đủ dài");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await AttemptAsync(visitor, "/dang-nhap", "dai-bieu-khach", Seed.DemonstrationPassword)).Status);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task SignIn_WithAForeignWayBack_StaysHere(string target)
    {
        using var visitor = portal.Visit();

        var answer = await AttemptAsync(visitor, "/dang-nhap?tro-lai=" + Uri.EscapeDataString(target), "nguoi-duyet", Seed.DemonstrationPassword);

        Assert.Equal((portal.Address.Authority, "/van-phong/duyet"), (answer.Response.RequestMessage!.RequestUri!.Authority, answer.Path));
    }

    [Fact]
    public async Task SignIn_WithAWayBackOnThisPortal_GoesThere()
    {
        using var visitor = portal.Visit();
        var asked = await visitor.GetAsync("/van-phong/cong-bo");
        Assert.StartsWith("/dang-nhap?tro-lai=", asked.Path, StringComparison.Ordinal);

        var answer = await AttemptAsync(visitor, asked.Path, "thu-ky", Seed.DemonstrationPassword);

        Assert.Equal("/van-phong/cong-bo", answer.Path);
    }

    [Fact]
    public async Task SignIn_WhenSignedIn_LeadsToTheOwnPlace()
    {
        using var approver = await portal.SignInAsync("nguoi-duyet");
        Assert.Equal("/van-phong/duyet", (await approver.GetAsync("/dang-nhap")).Path);
    }

    [Fact]
    public async Task SignIn_OfADemonstrationAccountInProduction_IsRefused()
    {
        await using var production = new Portal(postgres) { Environment = "Production" };
        await production.InitializeAsync();
        using var visitor = production.Visit();
        Assert.DoesNotContain(Seed.DemonstrationPassword, (await visitor.OpenAsync("/dang-nhap")).Text, StringComparison.Ordinal);

        var answer = await AttemptAsync(visitor, "/dang-nhap", "thu-ky", Seed.DemonstrationPassword);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.StartsWith("Tên đăng nhập hoặc mật khẩu không đúng", Assert.Single(answer.Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sai rồi sai rồi sai", "mật khẩu mới đủ dài", "mật khẩu mới đủ dài", "Mật khẩu hiện tại không đúng. Hãy nhập lại.")]
    [InlineData(Seed.DemonstrationPassword, "ngan", "ngan", "Mật khẩu quá ngắn. Dùng ít nhất 15 ký tự, ví dụ một câu dễ nhớ.")]
    [InlineData(Seed.DemonstrationPassword, "mật khẩu mới đủ dài", "gõ nhầm lần thứ hai", "Hai lần nhập mật khẩu mới không giống nhau")]
    public async Task ChangePassword_Wrong_SaysWhyAndKeepsTheOld(string old, string next, string repeated, string message)
    {
        using var person = await portal.SignInAsync("dai-bieu-2");

        var answer = await ChangeAsync(person, old, next, repeated);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, message), (answer.Status, Assert.Single(answer.Errors)));
        using var still = await portal.SignInAsync("dai-bieu-2");
    }

    [Fact]
    public async Task ChangePassword_EndsOtherSignInsAndKeepsThisOne()
    {
        using var person = await portal.SignInAsync("dai-bieu-1");
        using var elsewhere = await portal.SignInAsync("dai-bieu-1");

        await ChangeAsync(person, Seed.DemonstrationPassword, "mật khẩu mới đủ dài", "mật khẩu mới đủ dài");

        Assert.Equal("/tai-khoan", (await person.GetAsync("/tai-khoan")).Path);
        Assert.StartsWith("/dang-nhap", (await elsewhere.GetAsync("/tai-khoan")).Path, StringComparison.Ordinal);
        using var again = await portal.SignInAsync("dai-bieu-1", "mật khẩu mới đủ dài");
    }

    private static async Task<Answer> AttemptAsync(Visitor visitor, string page, string userName, string password) => await visitor.SubmitAsync(
        (await visitor.OpenAsync(page)).Form("Input.Password"), ("Input.UserName", userName), ("Input.Password", password));

    private static async Task<Answer> ChangeAsync(Visitor person, string old, string next, string repeated) => await person.SubmitAsync(
        (await person.OpenAsync("/tai-khoan")).Form("Input.OldPassword"), ("Input.OldPassword", old), ("Input.Password", next), ("Input.Repeated", repeated));
}
