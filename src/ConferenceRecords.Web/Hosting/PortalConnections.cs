using ConferenceRecords.Data.LocalServer;
using ConferenceRecords.Data.Setup;

namespace ConferenceRecords.Web.Hosting;

/// <summary>The connection strings of one run, given by configuration or by the private server.</summary>
/// <param name="Records">Role <c>cr_office</c>; null for a process of the public surface alone.</param>
/// <param name="Publication">Role <c>cr_public</c>.</param>
/// <param name="Publisher">Role <c>cr_publisher</c>; null for a process of the public surface alone.</param>
/// <param name="RecordsOwner">Role <c>cr_owner</c>, for migrations only.</param>
/// <param name="PublicationOwner">Role <c>cr_owner</c>, for migrations only.</param>
public sealed record PortalConnections(string? Records, string? Publication, string? Publisher, string? RecordsOwner, string? PublicationOwner)
{
    /// <summary>Reads the connection strings of the configuration.</summary>
    public static PortalConnections From(IConfiguration configuration)
    {
        string? Of(string name) => configuration.GetConnectionString(name) is { Length: > 0 } value ? value : null;
        return new(Of("Records"), Of("Publication"), Of("Publisher"), Of("RecordsOwner"), Of("PublicationOwner"));
    }

    /// <summary>The connection strings of the private server.</summary>
    public static PortalConnections From(PrivateServer server)
    {
        var names = new DatabaseNames();
        return new(
            server.ConnectionStringFor("cr_office", names.Records),
            server.ConnectionStringFor("cr_public", names.Publication),
            server.ConnectionStringFor("cr_publisher", names.Publication),
            server.ConnectionStringFor(DatabaseSetup.Owner, names.Records),
            server.ConnectionStringFor(DatabaseSetup.Owner, names.Publication));
    }

    /// <summary>Whether anything at all was configured: then nothing private is started.</summary>
    public bool IsConfigured => Records is not null || Publication is not null;
}
