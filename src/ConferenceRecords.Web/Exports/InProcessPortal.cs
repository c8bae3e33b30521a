using ConferenceRecords.Web.Hosting;
using Microsoft.AspNetCore.TestHost;

namespace ConferenceRecords.Web.Exports;

/// <summary>What an address of the public side answers.</summary>
/// <param name="Status">Status.</param>
/// <param name="MediaType">Media type without its parameters; empty where there is none.</param>
/// <param name="Body">The bytes.</param>
internal sealed record PublicAnswer(int Status, string MediaType, byte[] Body);

/// <summary>The public side of the portal within this process, asked without a network: what it answers is what visitors get at the address that is named.</summary>
internal sealed class InProcessPortal : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient client;

    private InProcessPortal(WebApplication app, Uri address)
    {
        this.app = app;
        client = app.GetTestServer().CreateClient();
        client.BaseAddress = Address = address;
    }

    /// <summary>Where the portal is for its visitors: absolute links begin with it.</summary>
    public Uri Address { get; }

    public IServiceProvider Services => app.Services;

    /// <summary>Starts it.</summary>
    /// <param name="publication">Connection string of role <c>cr_public</c>.</param>
    /// <param name="address">Where the portal is for its visitors.</param>
    /// <param name="environment">Environment of the program.</param>
    /// <param name="cancel">Cancellation.</param>
    public static async Task<InProcessPortal> StartAsync(string publication, Uri address, IHostEnvironment environment, CancellationToken cancel)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(InProcessPortal).Assembly.GetName().Name, EnvironmentName = environment.EnvironmentName, ContentRootPath = environment.ContentRootPath,
            Args = [$"--Portal:Surfaces={PortalSurfaces.Public}", $"--Portal:Address={address.AbsoluteUri}", "--AllowedHosts=*", "--Serilog:MinimumLevel:Default=Error"],
        });
        builder.WebHost.UseTestServer();
        var app = PortalHost.Build(builder, new(null, publication, null, null, null));
        await app.StartAsync(cancel);
        return new(app, address);
    }

    /// <summary>Asks an address; redirects are not followed.</summary>
    public async Task<PublicAnswer> GetAsync(string address, CancellationToken cancel)
    {
        using var response = await client.GetAsync(new Uri(address, UriKind.Relative), cancel);
        return new((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType ?? "", await response.Content.ReadAsByteArrayAsync(cancel));
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
