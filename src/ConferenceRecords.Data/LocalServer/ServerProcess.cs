using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using Npgsql;

namespace ConferenceRecords.Data.LocalServer;

/// <summary>Starts, finds and stops the server of a cluster. Only to be used inside the gate.</summary>
internal sealed class ServerProcess(Cluster cluster)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Failed starts before giving up: children of a server that was killed hold its memory for some seconds.</summary>
    private const int MostFailures = 100;

    private const int WaitsBeforeWord = 25;

    private const long LongestLog = 5 << 20;

    private string PidFile => Path.Combine(cluster.Data, "postmaster.pid");

    private string Log => Path.Combine(cluster.Data, "server.log");

    /// <summary>Takes the running server or starts one, whatever state the last run left.</summary>
    public async Task<ServerAddress> EnsureAsync(Action<string> say, CancellationToken cancel)
    {
        var (failures, waits) = (0, 0);
        for (; ; await Task.Delay(Pause, cancel))
        {
            cancel.ThrowIfCancellationRequested();
            if (await AnsweringAsync(cancel) is { } address) return address;
            if (IsAlive())
            {
                if (++waits == WaitsBeforeWord) say("PostgreSQL đang phục hồi dữ liệu sau lần dừng trước, đang chờ.");
                continue;
            }
            ForgetStranger();
            if (await TryStartAsync(cancel) is not { } problem) continue;
            var passes = problem.Contains("shared memory", StringComparison.Ordinal) || problem.Contains("lock file", StringComparison.Ordinal)
                || problem.Contains("in use", StringComparison.Ordinal);
            if (!passes || ++failures == MostFailures) throw new LocalServerException($"PostgreSQL riêng không khởi động được (nhật ký: {Log}):\n{problem}");
        }
    }

    /// <summary>Stops the server if it runs; open connections end.</summary>
    public async Task StopAsync()
    {
        if (!IsAlive()) return;
        NpgsqlConnection.ClearAllPools();
        await ProgramRun.RunAsync(cluster.Programs.PgCtl, ["-D", cluster.Data, "-m", "fast", "-w", "-t", "60", "stop"], cluster.Account, CancellationToken.None);
    }

    /// <summary>Starts the server; null when it runs or is on its way, otherwise what it wrote.</summary>
    private async Task<string?> TryStartAsync(CancellationToken cancel)
    {
        await cluster.ConfigureAsync(cancel);
        if (File.Exists(Log) && new FileInfo(Log).Length > LongestLog) File.Delete(Log);
        var before = File.Exists(Log) ? new FileInfo(Log).Length : 0;
        // Not cancelled on the way: that would kill a server in the midst of its start. It waits seconds at most; a long recovery is waited for outside.
        var result = await ProgramRun.RunAsync(
            cluster.Programs.PgCtl, ["-D", cluster.Data, "-l", Log, "-w", "-t", "5", "start"], cluster.Account, CancellationToken.None);
        if (result.IsGood || IsAlive()) return null;
        var written = await ReadLogAsync(before, cancel);
        return (written.Length > 0 ? result with { Output = written } : result).End;
    }

    private async Task<string> ReadLogAsync(long from, CancellationToken cancel)
    {
        if (!File.Exists(Log)) return "";
        await using var log = new FileStream(Log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        log.Position = from;
        using var reader = new StreamReader(log);
        return await reader.ReadToEndAsync(cancel);
    }

    /// <summary>The address of the server if it takes connections.</summary>
    private async Task<ServerAddress?> AnsweringAsync(CancellationToken cancel)
    {
        if (ServerAddress.Of(ReadPidFile()) is not { } address) return null;
        if (!address.IsSocket && !IsAlive()) return null; // another program may have the port by now
        try
        {
            await using var connection = new NpgsqlConnection(PrivateServer.ConnectionString(address, Cluster.Superuser, cluster.Secret.PasswordFor(Cluster.Superuser), "postgres", pooling: false));
            await connection.OpenAsync(cancel);
            return address;
        }
        catch (PostgresException refused) when (refused.SqlState is PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification)
        {
            throw new LocalServerException($"Mật khẩu trong {cluster.Home} không khớp với dữ liệu. Khôi phục tệp secret của thư mục ấy từ bản sao lưu.", refused);
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.TooManyConnections)
        {
            return address;
        }
        catch (Exception silent) when (silent is NpgsqlException or SocketException or TimeoutException)
        {
            return null;
        }
    }

    /// <summary>
    /// Removes the lock files of a server that is gone when another process has its number by now: PostgreSQL would refuse to start. A number that nobody has
    /// it finds stale by itself, and it needs the file to see whether children of the old server still live.
    /// </summary>
    private void ForgetStranger()
    {
        using var stranger = Listed();
        if (stranger is null || IsServer(stranger)) return;
        File.Delete(PidFile);
        foreach (var left in Directory.GetFiles(cluster.SocketFolder)) File.Delete(left);
    }

    private bool IsAlive()
    {
        using var process = Listed();
        return process is not null && IsServer(process);
    }

    /// <summary>The process whose number is in <c>postmaster.pid</c>; null when there is none.</summary>
    private Process? Listed()
    {
        if (ReadPidFile() is not [var first, ..] || !int.TryParse(first, CultureInfo.InvariantCulture, out var id)) return null;
        try
        {
            return Process.GetProcessById(id);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Whether a process is this cluster's server.</summary>
    private bool IsServer(Process process)
    {
        try
        {
            if (process.HasExited || !process.ProcessName.StartsWith("postgres", StringComparison.Ordinal)) return false;
            // A server works in its data folder. Where the system tells it, another cluster's server is told apart too.
            return !OperatingSystem.IsLinux()
                || (Directory.ResolveLinkTarget($"/proc/{process.Id}/cwd", returnFinalTarget: false)?.FullName is { } work && IsData(work));
        }
        catch (Exception gone) when (gone is InvalidOperationException or Win32Exception or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    // The data folder may itself lie behind a link: what counts is that both hold the same pid file.
    private bool IsData(string folder) => folder == cluster.Data || ReadLines(Path.Combine(folder, "postmaster.pid")).SequenceEqual(ReadPidFile());

    private string[] ReadPidFile() => ReadLines(PidFile);

    private static string[] ReadLines(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (Exception absent) when (absent is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
