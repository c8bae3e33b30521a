using ConferenceRecords.Data.Auditing;
using ConferenceRecords.Data.LocalServer;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Data.Setup;
using ConferenceRecords.Domain.Text;
using ConferenceRecords.Web.Hosting;

namespace ConferenceRecords.Web.Verbs;

/// <summary>What a verb works with: settings, environment, connections and the office's context.</summary>
internal sealed class VerbScope(IConfiguration configuration, IHostEnvironment environment, PortalConnections connections, PrivateServer? server) : IAsyncDisposable
{
    public IConfiguration Configuration { get; } = configuration;

    public IHostEnvironment Environment { get; } = environment;

    public PortalConnections Connections { get; } = connections;

    public static async Task<VerbScope> OpenAsync(CancellationToken cancel)
    {
        VietnameseText.EnsureIcu();
        var builder = Host.CreateApplicationBuilder();
        var (connections, server) = await PortalHost.ConnectAsync(builder.Configuration, cancel);
        return new(builder.Configuration, builder.Environment, connections, server);
    }

    public RecordsContext NewRecords() =>
        new(ContextOptions.Records(Connections.Records ?? throw PortalHost.Missing("Records")), new Actor(), TimeProvider.System);

    public async ValueTask DisposeAsync()
    {
        if (server is not null) await server.DisposeAsync();
    }
}
