using System.Net;
using ConferenceRecords.Data.Seeding;
using ConferenceRecords.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace ConferenceRecords.TestSupport;

/// <summary>The real portal on a loopback port and databases of its own.</summary>
public sealed class Portal : IAsyncDisposable
{
    private readonly WebApplication app;

    private Portal(WebApplication app, TestDatabases databases)
    {
        (this.app, Databases) = (app, databases);
        Address = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public Uri Address { get; }

    public TestDatabases Databases { get; }

    public IServiceProvider Services => app.Services;

    /// <summary>Starts the portal; settings are those of the command line, such as <c>--Portal:Surfaces=Public</c>.</summary>
    public static async Task<Portal> StartAsync(TestDatabases databases, string environment = "Development", params string[] settings)
    {
        ArgumentNullException.ThrowIfNull(databases);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = ["--urls=http://127.0.0.1:0", "--Serilog:MinimumLevel:Default=Error", .. settings],
            ApplicationName = "ConferenceRecords.Web",
            EnvironmentName = environment,
            ContentRootPath = AppContext.BaseDirectory,
        });
        var app = PortalHost.Build(builder, new(
            databases.Records("cr_office"), databases.Publication("cr_public"), databases.Publication("cr_publisher"), null, null));
        await app.StartAsync();
        return new(app, databases);
    }

    /// <summary>Somebody with an empty browser.</summary>
    public Visitor Visit() => new(Address);

    /// <summary>A demonstration person, signed in through the sign-in page.</summary>
    public async Task<Visitor> SignInAsync(string userName, string password = Seed.DemonstrationPassword)
    {
        var visitor = Visit();
        var page = await visitor.OpenAsync("/dang-nhap");
        var answer = await visitor.SubmitAsync(page.Form("Input.Password"), ("Input.UserName", userName), ("Input.Password", password));
        if (answer.Status != HttpStatusCode.OK || answer.Path == "/dang-nhap") throw new InvalidOperationException($"{userName} could not sign in: {(int)answer.Status}");
        return visitor;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await Databases.DisposeAsync();
    }
}
