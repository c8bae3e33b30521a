namespace ConferenceRecords.Data.LocalServer;

/// <summary>How a private server treats its data.</summary>
/// <param name="Keeps">
/// Whether the data must survive everything. Without it the server skips what only matters after a power cut, and a cluster that cannot be used is made anew.
/// </param>
/// <param name="Connections">The most connections at a time.</param>
public sealed record ServerOptions(bool Keeps, int Connections)
{
    /// <summary>For the portal: every commit is on the disk before it is confirmed.</summary>
    public static ServerOptions Portal { get; } = new(Keeps: true, Connections: 100);

    /// <summary>For tests: quick, and the data may be lost.</summary>
    public static ServerOptions ForTests { get; } = new(Keeps: false, Connections: 300);
}
