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
    private bool isBeside;

    public string Environment { get; init; } = "Development";

    /// <summary>Settings as on the command line, such as <c>--Portal:Surfaces=Public</c>.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    public TestDatabases Databases { get; private init; } = new(postgres);

    /// <summary>Another instance of the program on the databases of a first one, which outlives it.</summary>
    public Portal Beside(params IReadOnlyList<string> settings) => new(postgres) { Databases = Databases, isBeside = true, Settings = settings };

    public IServiceProvider Services => App.Services;

    public Uri Address => new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    private WebApplication App => app ?? throw new InvalidOperationException("The portal is not started");

    public async ValueTask InitializeAsync()
    {
        if (!isBeside) await Databases.InitializeAsync();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            // Pages ask at each request whether they still hold: a test that has just published sees it. No PDF is made of the demonstration for each class of tests;
            // the one that asks for it names the program itself.
            Args = ["--urls=http://127.0.0.1:0", "--Serilog:MinimumLevel:Default=Error", "--Portal:PageCheckMilliseconds=0", "--Portal:LibreOffice=none", .. Settings],
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
        if (!isBeside) await Databases.DisposeAsync();
    }
}
