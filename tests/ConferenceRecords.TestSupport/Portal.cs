using ConferenceRecords.Data.Seeding;
using ConferenceRecords.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ConferenceRecords.TestSupport;

/// <summary>The real portal on a loopback port and databases of its own, for one test class: <c>IClassFixture&lt;Portal&gt;</c>.</summary>
public sealed class Portal(PostgresFixture postgres) : IAsyncLifetime
{
    private WebApplication? app;

    public string Environment { get; init; } = "Development";

    /// <summary>Settings as on the command line, such as <c>--Portal:Surfaces=Public</c>.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    public TestDatabases Databases { get; } = new(postgres);

    public IServiceProvider Services => App.Services;

    public Uri Address => new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    private WebApplication App => app ?? throw new InvalidOperationException("The portal is not started");

    public async ValueTask InitializeAsync()
    {
        await Databases.InitializeAsync();

        // No PDF is made of the demonstration for each class of tests; the one that asks for it names the program itself.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = ["--urls=http://127.0.0.1:0", "--Serilog:MinimumLevel:Default=Error", "--Portal:LibreOffice=none", .. Settings],
            ApplicationName = "ConferenceRecords.Web",
            EnvironmentName = Environment,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Services.Configure<PasswordHasherOptions>(options => options.IterationCount = Template.PasswordIterations);
        app = PortalHost.Build(builder, new(Databases.For("cr_office"), Databases.For("cr_public"), Databases.For("cr_publisher"), null, null));
        await app.StartAsync();
    }

    /// <summary>Somebody with an empty browser.</summary>
    public Visitor Visit() => new(Address);

    /// <summary>A demonstration person, signed in through the sign-in page.</summary>
    public async Task<Visitor> SignInAsync(string userName, string password = Seed.DemonstrationPassword)
    {
        var visitor = Visit();
        var page = await visitor.OpenAsync("/dang-nhap");
        var answer = await visitor.SubmitAsync(page.Form("Input.Password"), ("Input.UserName", userName), ("Input.Password", password));
        return visitor.Cookies.Any(c => c.Name.EndsWith("ho-so", StringComparison.Ordinal))
            ? visitor : throw new InvalidOperationException($"{userName} could not sign in: {(int)answer.Status} {answer.Path}");
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }
        await Databases.DisposeAsync();
    }
}
