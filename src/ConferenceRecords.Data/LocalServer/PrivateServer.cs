using Npgsql;

namespace ConferenceRecords.Data.LocalServer;

/// <summary>
/// The program's own PostgreSQL, so that one command is enough on a fresh machine. Instances of the program share it; the last one stops it.
/// A production site gives the program a PostgreSQL of its own instead.
/// </summary>
public sealed class PrivateServer : IAsyncDisposable
{
    private readonly string folder;
    private readonly Cluster cluster;
    private readonly ServerAddress address;
    private readonly ServerSecret secret;
    private Lease? lease;

    private PrivateServer(string folder, Cluster cluster, ServerAddress address, Lease lease) =>
        (this.folder, this.cluster, this.address, this.lease, secret) = (folder, cluster, address, lease, cluster.Secret);

    /// <summary>A superuser's connection string, for the setup only.</summary>
    public string AdminConnectionString => ConnectionString(address, Cluster.Superuser, PasswordFor(Cluster.Superuser), "postgres", pooling: false);

    /// <summary>Takes the running server of a folder or starts one; installs PostgreSQL first if it may.</summary>
    /// <param name="folder">Folder of the data, see <see cref="DataFolder"/>.</param>
    /// <param name="say">Told in one line what takes time.</param>
    /// <param name="cancel">Cancellation; the next start goes on from whatever this one left.</param>
    /// <returns>The server, in use until it is disposed of.</returns>
    /// <exception cref="LocalServerException">It cannot run here; the message says what to do.</exception>
    public static Task<PrivateServer> StartAsync(string folder, Action<string> say, CancellationToken cancel) => StartAsync(folder, ServerOptions.Portal, say, cancel);

    /// <summary>Takes the running server of a folder or starts one; installs PostgreSQL first if it may.</summary>
    /// <param name="folder">Folder of the data.</param>
    /// <param name="options">How the data are treated.</param>
    /// <param name="say">Told in one line what takes time.</param>
    /// <param name="cancel">Cancellation; the next start goes on from whatever this one left.</param>
    /// <returns>The server, in use until it is disposed of.</returns>
    /// <exception cref="LocalServerException">It cannot run here; the message says what to do.</exception>
    public static async Task<PrivateServer> StartAsync(string folder, ServerOptions options, Action<string> say, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(say);
        folder = Path.GetFullPath(folder);
        try
        {
            OwnFiles.MakeFolder(folder, isPassable: !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess);
            await using var gate = await FileLock.EnterAsync(GateOf(folder), say, cancel);
            var cluster = new Cluster(folder, await ChooseAsync(folder, options, say, cancel), options);
            await cluster.EnsureAsync(say, cancel);
            return await StartAsync(folder, cluster, say, cancel);
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException or IOException)
        {
            throw new LocalServerException($"Không ghi được vào {folder}: {refused.Message}\nĐặt {DataFolder.Variable} thành một thư mục ghi được.", refused);
        }
    }

    /// <summary>The password of a role: the same in every run of the same server.</summary>
    /// <param name="role">Role.</param>
    /// <returns>Password.</returns>
    public string PasswordFor(string role) => secret.PasswordFor(role);

    /// <summary>A role's connection string to a database.</summary>
    /// <param name="role">Role.</param>
    /// <param name="database">Database.</param>
    /// <returns>Connection string.</returns>
    public string ConnectionStringFor(string role, string database) => ConnectionString(address, role, PasswordFor(role), database, pooling: true);

    /// <summary>Ends the use; the last one stops the server.</summary>
    /// <returns>When it is done.</returns>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref lease, null) is not { } mine) return;
        await using var gate = await FileLock.EnterAsync(GateOf(folder), _ => { }, CancellationToken.None);
        mine.Dispose();
        await StopUnusedAsync(cluster);
    }

    internal static string ConnectionString(ServerAddress address, string role, string password, string database, bool pooling) => new NpgsqlConnectionStringBuilder
    {
        Host = address.Host,
        Port = address.Port,
        Username = role,
        Password = password,
        Database = database,
        Pooling = pooling,
    }.ConnectionString;

    private static string GateOf(string folder) => Path.Combine(folder, "gate.lock");

    private static async Task<PrivateServer> StartAsync(string folder, Cluster cluster, Action<string> say, CancellationToken cancel)
    {
        var lease = Lease.Take(cluster.Leases);
        try
        {
            var process = new ServerProcess(cluster);
            try
            {
                return new(folder, cluster, await process.EnsureAsync(say, cancel), lease);
            }
            catch (LocalServerException) when (!cluster.Options.Keeps)
            {
                // Data that nobody misses are made anew; a lasting cause shows again at once.
                await process.StopAsync();
                await cluster.MakeAsync(cancel);
                return new(folder, cluster, await process.EnsureAsync(say, cancel), lease);
            }
        }
        catch
        {
            lease.Dispose();
            await StopUnusedAsync(cluster);
            throw;
        }
    }

    private static async Task StopUnusedAsync(Cluster cluster)
    {
        if (!Lease.IsAnyAlive(cluster.Leases)) await new ServerProcess(cluster).StopAsync();
    }

    /// <summary>The programs for the data that are there; for a new folder the newest.</summary>
    private static async Task<ServerPrograms> ChooseAsync(string folder, ServerOptions options, Action<string> say, CancellationToken cancel)
    {
        var places = ProgramPlaces.OfMachine();
        var programs = await ServerPrograms.FindAsync(places, cancel);
        if (programs.Count == 0)
        {
            await PackageInstaller.InstallAsync(PackageSet.PostgreSql, say, cancel);
            programs = await ServerPrograms.FindAsync(places, cancel);
        }
        return Choose(folder, options, programs);
    }

    internal static ServerPrograms Choose(string folder, ServerOptions options, IReadOnlyList<ServerPrograms> programs)
    {
        if (programs.Count == 0)
            throw new LocalServerException($"PostgreSQL của hệ thống cũ hơn phiên bản {ServerPrograms.Oldest}. Cài bản mới hơn rồi đặt {ServerPrograms.Variable} thành thư mục bin của nó.");
        var majors = Cluster.MajorsIn(folder);
        if (programs.FirstOrDefault(p => majors.Contains(p.Major)) is { } same) return same;
        if (majors.Count == 0 || !options.Keeps) return programs[0];
        throw new LocalServerException(
            $"Dữ liệu trong {folder} là của PostgreSQL {majors.Max()} nhưng máy chỉ có PostgreSQL {programs[0].Major}. "
            + $"Cài PostgreSQL {majors.Max()}, hoặc đặt {DataFolder.Variable} thành một thư mục khác để bắt đầu lại (dữ liệu cũ vẫn còn nguyên).");
    }
}
