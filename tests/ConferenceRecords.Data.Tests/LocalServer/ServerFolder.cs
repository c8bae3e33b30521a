using System.Diagnostics;
using System.Globalization;
using ConferenceRecords.Data.LocalServer;
using Npgsql;
using Xunit;

namespace ConferenceRecords.Data.Tests.LocalServer;

/// <summary>A folder for one private server; at the end nothing of it runs or is left.</summary>
internal sealed class ServerFolder(string name = "cr") : IAsyncDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory(name).FullName;
    private readonly List<Process> instances = [];

    public string Path => System.IO.Path.Combine(root, "data");

    public List<string> Said { get; } = [];

    /// <summary>The cluster's folder.</summary>
    public string Home => Assert.Single(Directory.GetDirectories(Path, "postgresql-*"));

    public string PidFile => System.IO.Path.Combine(Home, "data", "postmaster.pid");

    public int ServerId => int.Parse(File.ReadLines(PidFile).First(), CultureInfo.InvariantCulture);

    public bool IsRunning => Directory.Exists(Path) && Directory.GetDirectories(Path, "postgresql-*").Length > 0 && File.Exists(PidFile);

    /// <summary>Opens the folder for the user that the server runs as.</summary>
    public ServerFolder LetThrough()
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(root, (UnixFileMode)0b111_001_001);
        return this;
    }

    public Task<PrivateServer> StartAsync(ServerOptions? options = null) =>
        PrivateServer.StartAsync(Path, options ?? ServerOptions.Portal, Said.Add, TestContext.Current.CancellationToken);

    /// <summary>Starts another instance of the program and waits until it has the server.</summary>
    public async Task<Process> StartInstanceAsync()
    {
        var instance = Process.Start(new ProcessStartInfo("dotnet", ["exec", typeof(Program).Assembly.Location, "hold", Path])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        instances.Add(instance);
        Assert.Equal("ready", await instance.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
        return instance;
    }

    public static async Task KillAsync(int processId)
    {
        using var process = Process.GetProcessById(processId);
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public static async Task<string> AskAsync(PrivateServer server, string sql)
    {
        await using var connection = new NpgsqlConnection(server.AdminConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return Convert.ToString(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken), CultureInfo.InvariantCulture) ?? "";
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var instance in instances)
        {
            if (!instance.HasExited) instance.Kill();
            instance.Dispose();
        }
        if (IsRunning) await KillAsync(ServerId);
        Directory.Delete(root, recursive: true);
    }
}
