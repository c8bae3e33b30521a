using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ConferenceRecords.Data.LocalServer;

/// <summary>Where a server listens: a socket in a folder of its own, or where that cannot be a port of this machine alone.</summary>
/// <param name="Host">Folder of the socket, or the loopback address.</param>
/// <param name="Port">Port; for a socket a part of its name.</param>
internal sealed record ServerAddress(string Host, int Port)
{
    private const string Loopback = "127.0.0.1";

    /// <summary>The usual port, which nothing but the name of the socket shows.</summary>
    private const int SocketPort = 5432;

    /// <summary>Longest path of a socket in bytes: 103 on macOS, 107 on Linux.</summary>
    private const int LongestPath = 103;

    public bool IsSocket => Host != Loopback;

    /// <summary>The socket of a folder, or a free port when its path would be too long.</summary>
    public static ServerAddress For(string socketFolder)
    {
        var isShort = Encoding.UTF8.GetByteCount(Path.Combine(socketFolder, ".s.PGSQL.5432")) <= LongestPath;
        return isShort && !OperatingSystem.IsWindows() ? new(socketFolder, SocketPort) : new(Loopback, FreePort());
    }

    /// <summary>The address that a running server wrote into its <c>postmaster.pid</c>; null while it has not.</summary>
    public static ServerAddress? Of(string[] pidFile) =>
        pidFile.Length < 6 || !int.TryParse(pidFile[3], CultureInfo.InvariantCulture, out var port) ? null
        : pidFile[4].Length > 0 ? new(pidFile[4], port)
        : new(Loopback, port);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
