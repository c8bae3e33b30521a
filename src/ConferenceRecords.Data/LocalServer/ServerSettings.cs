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
         shared_buffers = {Buffers(options)}MB
         log_checkpoints = off
         # The texts are unpublished: no statement and no value of a row goes into the log.
         log_min_error_statement = panic
         log_error_verbosity = terse
         {(options.Keeps ? "" : Careless)}
         """);

    /// <summary>
    /// Megabytes that the server keeps pages in: an eighth of the machine's, since it shares it with others and the system keeps files as well. The default of
    /// PostgreSQL is far less than the index of a million passages.
    /// </summary>
    private static long Buffers(ServerOptions options) => options.Keeps ? Math.Clamp((GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 8) >> 20, 128, 4096) : 128;

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
