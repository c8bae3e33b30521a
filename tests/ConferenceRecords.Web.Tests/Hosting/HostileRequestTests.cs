using System.Net;
using System.Text;
using ConferenceRecords.TestSupport;
using Xunit;

namespace ConferenceRecords.Web.Tests.Hosting;

/// <summary>Requests that no page of the portal makes: each is refused as what it is, none is an error of the program.</summary>
public sealed class HostileRequestTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task SignIn_PasswordWithANonCharacter_IsAWrongPassword()
    {
        using var visitor = portal.Visit();
        var answer = await visitor.PostAsync("/dang-nhap", "/dang-nhap", ("Input.UserName", "thu-ky"), ("Input.Password", "mật khẩu \uFFFE"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
    }

    [Theory]
    [InlineData("Input.Password=%00", "application/x-www-form-urlencoded")]
    [InlineData("no parts", "multipart/form-data")]
    [InlineData("{}", "application/json")]
    public async Task Post_BrokenForm_IsABadRequest(string body, string type)
    {
        using var visitor = portal.Visit();
        var answer = await SendAsync(visitor, body, type);
        Assert.Equal((HttpStatusCode.BadRequest, "Yêu cầu không hợp lệ"), (answer.Status, answer.Document.QuerySelector("h1")?.TextContent));
    }

    [Fact]
    public async Task Post_BodyOverTheLimit_SaysThatItIsTooLarge()
    {
        using var visitor = portal.Visit();
        var answer = await SendAsync(visitor, new string('x', 5_000_000), "application/x-www-form-urlencoded");
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "Nội dung gửi lên quá lớn"), (answer.Status, answer.Document.QuerySelector("h1")?.TextContent));
    }

    [Theory]
    [InlineData("/loi/500")]
    [InlineData("/loi/401")]
    public async Task ErrorPage_AskedForByItself_IsNotFound(string path)
    {
        using var visitor = portal.Visit();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(path)).Status);
    }

    private static async Task<Answer> SendAsync(Visitor visitor, string body, string type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/dang-nhap", UriKind.Relative)) { Content = new StringContent(body, Encoding.UTF8, type) };
        // The body is sent only when the portal asks for it, so that an early refusal is read and not lost with the connection.
        request.Headers.ExpectContinue = true;
        return await visitor.SendAsync(request);
    }
}
