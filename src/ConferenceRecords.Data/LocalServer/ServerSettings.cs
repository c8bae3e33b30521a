using System.Globalization;

namespace ConferenceRecords.Data.LocalServer;

/// <summary>The settings of a private server.</summary>
internal static class ServerSettings
{
    public static string Write(ServerAddress address, ServerOptions options) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
         listen_addresses = '{(address.IsSocket ? "" : address.Host)}'
         port = {address.Port}
         unix_socket_directories = {Quote(address.IsSocket ? address.Host : "")}
         unix_socket_permissions = 0700
         max_connections = {options.Connections}
         shared_buffers = 128MB
         log_checkpoints = off
         # The texts are unpublished: no statement and no value of a row goes into the log.
         log_min_error_statement = panic
         log_error_verbosity = terse
         {(options.Keeps ? "" : Careless)}
         """);

    private const string Careless =
        """
        fsync = off
        synchronous_commit = off
        full_page_writes = off
        wal_level = minimal
        max_wal_senders = 0
        """;

    private static string Quote(string text) => $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'";
}
