using System.Net;
using ConferenceRecords.TestSupport;
using Xunit;

namespace ConferenceRecords.Web.Tests.Hosting;

/// <summary>Each side of the portal as a process of its own.</summary>
public sealed class SurfaceTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Public_HasNoDoorToTheOffice()
    {
        await using var portal = await StartAsync("Public");
        using var visitor = portal.Visit();
        var home = await visitor.OpenAsync("/");
        Assert.DoesNotContain(home.Document.QuerySelectorAll("a[href]"), a => a.GetAttribute("href")!.Contains("dang-nhap", StringComparison.Ordinal));
        foreach (var address in (string[])["/dang-nhap", "/van-phong", "/van-phong/duyet", "/dai-bieu", "/quan-tri", "/tai-khoan", "/dang-xuat"])
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(address)).Status);
        Assert.Null(portal.Services.GetService(typeof(Data.Records.RecordsContext)));
    }

    [Fact]
    public async Task Office_BeginsAtTheSignIn_AndHasNoPublicPage()
    {
        await using var portal = await StartAsync("Office");
        using var visitor = portal.Visit();
        Assert.Equal("/dang-nhap", (await visitor.OpenAsync("/")).Path);
        Assert.Equal("/en/dang-nhap", (await visitor.OpenAsync("/en")).Path);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/ket-luan")).Status);
        using var secretary = await portal.SignInAsync("thu-ky");
        Assert.DoesNotContain("Trang công khai", (await secretary.OpenAsync("/van-phong")).Words, StringComparison.Ordinal);
        Assert.Null(portal.Services.GetService(typeof(Data.Publication.PublicationContext)));
    }

    private async Task<Portal> StartAsync(string surface)
    {
        var portal = new Portal(postgres) { Settings = [$"--Portal:Surfaces={surface}"] };
        await portal.InitializeAsync();
        return portal;
    }
}
