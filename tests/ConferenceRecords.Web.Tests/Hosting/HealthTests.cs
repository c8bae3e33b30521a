using System.Net;
using ConferenceRecords.TestSupport;
using Xunit;

[assembly: AssemblyFixture(typeof(PostgresFixture))]

namespace ConferenceRecords.Web.Tests.Hosting;

public sealed class HealthTests(Portal portal) : IClassFixture<Portal>
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_OfARunningPortal_IsGood(string path)
    {
        using var visitor = portal.Visit();
        var answer = await visitor.GetAsync(path);
        Assert.Equal((HttpStatusCode.OK, "Healthy"), (answer.Status, answer.Text));
    }

    [Theory]
    [InlineData("/css/base.css", "text/css")]
    [InlineData("/js/forms.js", "text/javascript")]
    public async Task StaticFiles_AreServed_WithAnswersThatMayBeKept(string path, string type)
    {
        using var visitor = portal.Visit();
        var answer = await visitor.OpenAsync(path);
        Assert.Equal(type, answer.Response.Content.Headers.ContentType!.MediaType);
        Assert.NotEmpty(answer.Text);
    }

    [Fact]
    public async Task SignIn_OfADemonstrationPerson_OpensTheAccountArea()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        Assert.Contains(secretary.Cookies, c => c.Name == "ho-so" && c.HttpOnly);
    }
}
