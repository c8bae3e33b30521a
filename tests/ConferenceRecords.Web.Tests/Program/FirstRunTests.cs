using System.Net;
using ConferenceRecords.Data.LocalServer;
using ConferenceRecords.Data.Seeding;
using ConferenceRecords.TestSupport;
using Xunit;

namespace ConferenceRecords.Web.Tests.Program;

/// <summary>The one command on a fresh machine, and what the program writes while it is used.</summary>
public sealed class FirstRunTests : IAsyncLifetime
{
    private const string Secret = "zqbimat-8814";

    private static readonly TimeSpan FirstPage = TimeSpan.FromSeconds(90);

    // Beside the portal's usual folder, where the account of the server gets in, too.
    private readonly string data = DataFolder.Usual("ConferenceRecords.FirstRun", "conference-records-first-run") + "-" + Guid.NewGuid().ToString("N")[..8];

    [Fact]
    public async Task OneCommand_ShowsConference12_AgainAfterAKill_AndKeepsTextsOutOfItsOutput()
    {
        await using (var first = PortalProcess.Start(data, "Development", null, "--urls", "http://127.0.0.1:0"))
        {
            using var visitor = new Visitor(await first.AddressAsync(FirstPage));
            await SeeConference12Async(visitor);
            await first.KillAsync();
        }

        await using var second = PortalProcess.Start(data, "Development", null, "--urls", "http://127.0.0.1:0");
        using var secretary = new Visitor(await second.AddressAsync(FirstPage));
        await SeeConference12Async(secretary);
        await UseAsync(secretary);
        Assert.Equal(0, await second.StopAsync());
        Assert.Contains("/van-phong", second.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, second.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Seed.DemonstrationPassword, second.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(data, "postmaster.pid", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Production_IsNotSeeded_AndGetsItsFirstAdministratorByAVerb()
    {
        await using var seed = PortalProcess.Start(data, "Production", null, "seed");
        Assert.Equal(1, await seed.ExitAsync());
        Assert.Contains("seed --reference", seed.Output, StringComparison.Ordinal);

        await using var weak = PortalProcess.Start(data, "Production", "ngan", "user", "add", "--user-name", "quan-tri.1", "--name", "Quản trị thử (minh họa)", "--role", "Administrator");
        Assert.Equal(1, await weak.ExitAsync());
        Assert.Contains("15", weak.Output, StringComparison.Ordinal);

        await using var add = PortalProcess.Start(data, "Production", "mat-khau-du-dai-1", "user", "add", "--user-name", "quan-tri.1", "--name", "Quản trị thử (minh họa)", "--role", "Administrator");
        Assert.Equal(0, await add.ExitAsync());

        // http and not https: the cookie of Production is for TLS only, so what can be seen here is the public page and the refusal of demonstration accounts.
        await using var portal = PortalProcess.Start(data, "Production", null, "--urls", "http://127.0.0.1:0");
        using var visitor = new Visitor(await portal.AddressAsync(FirstPage));
        var home = await visitor.OpenAsync("/");
        Assert.DoesNotContain("Hội nghị lần thứ 12", home.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("thu-ky", (await visitor.OpenAsync("/dang-nhap")).Words, StringComparison.Ordinal);
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        if (Directory.Exists(data)) Directory.Delete(data, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static async Task SeeConference12Async(Visitor visitor)
    {
        // The publisher delivers the seeded edition within a moment of the start.
        for (var attempt = 0; attempt < 50; attempt++, await Task.Delay(100))
        {
            if ((await visitor.OpenAsync("/")).Words.Contains("Hội nghị lần thứ 12", StringComparison.Ordinal)) return;
        }
        Assert.Fail("The home page does not show Conference 12");
    }

    /// <summary>Everything that might carry a text into the log: a good and a bad form, a search, a bad password, an address that is not there.</summary>
    private static async Task UseAsync(Visitor visitor)
    {
        var signIn = await visitor.OpenAsync("/dang-nhap");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.SubmitAsync(signIn.Form("Input.Password"), ("Input.UserName", Secret), ("Input.Password", Secret))).Status);
        var office = await visitor.SubmitAsync(signIn.Form("Input.Password"), ("Input.UserName", "thu-ky"), ("Input.Password", Seed.DemonstrationPassword));
        Assert.Equal("/van-phong", office.Path);
        var sessions = await visitor.OpenAsync("/van-phong/hoi-nghi");
        var session = sessions.Document.QuerySelector("main a.row-title")!.GetAttribute("href");
        var form = (await visitor.OpenAsync($"{session}/y-kien")).Form("Input.Text");
        await visitor.SubmitAsync(form, ("Input.Text", Secret), ("Input.SpeakerName", Secret));
        await visitor.SubmitAsync(form, ("Input.Text", new string('x', 30_000) + Secret), ("Input.Kind", Secret));
        await visitor.GetAsync("/tim-kiem?q=" + Secret);
        await visitor.PostAsync($"{session}/y-kien", null, ("Input.Text", Secret));
    }
}
