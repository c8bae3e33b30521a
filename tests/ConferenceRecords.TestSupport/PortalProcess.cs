using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace ConferenceRecords.TestSupport;

/// <summary>The program as a process of its own, which can be killed: as a newcomer starts it, or on databases of a test.</summary>
public sealed class PortalProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private PortalProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Everything that the program wrote.</summary>
    public string Output
    {
        get
        {
            lock (output) return output.ToString();
        }
    }

    /// <summary>The most memory that it has held, in bytes.</summary>
    public long PeakMemory
    {
        get
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
    }

    /// <summary>Starts it with a data folder of its own and no connection string.</summary>
    public static PortalProcess Start(string data, string environment, string? input, params string[] arguments) =>
        Start(environment, input, arguments, [("CONFERENCE_RECORDS_DATA", data)]);

    /// <summary>Starts it on databases of a test, at an address that stays the same when it is started again.</summary>
    public static PortalProcess Start(TestDatabases databases, Uri address)
    {
        ArgumentNullException.ThrowIfNull(databases);
        ArgumentNullException.ThrowIfNull(address);
        return Start("Development", null, ["--urls", address.AbsoluteUri, "--Serilog:MinimumLevel:Default=Error"], Connections(databases));
    }

    /// <summary>Starts it as an operator does, to measure it.</summary>
    public static PortalProcess StartForProduction(TestDatabases databases, Uri address, params string[] settings)
    {
        ArgumentNullException.ThrowIfNull(databases);
        ArgumentNullException.ThrowIfNull(address);

        // As published: what was only built looks for its files on the disk at each request.
        return Start("Production", null, ["--urls", address.AbsoluteUri, "--Serilog:MinimumLevel:Default=Error", "--ReloadStaticAssetsAtRuntime=false", .. settings],
            [.. Connections(databases), ("DOTNET_TieredPGO", "1")]);
    }

    private static (string Name, string Value)[] Connections(TestDatabases databases) =>
    [
        ("ConnectionStrings__Records", databases.For("cr_office")), ("ConnectionStrings__Publication", databases.For("cr_public")),
        ("ConnectionStrings__Publisher", databases.For("cr_publisher")),
    ];

    private static PortalProcess Start(string environment, string? input, string[] arguments, (string Name, string Value)[] variables)
    {
        // A test runs in tests/<project>/bin/<configuration>/<framework>, and so does the program in its own project.
        var build = Path.GetRelativePath(Path.Combine(Checkout.Folder, "tests"), AppContext.BaseDirectory).Split(Path.DirectorySeparatorChar, 2)[1];
        var web = Path.Combine(Checkout.Folder, "src", "ConferenceRecords.Web");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(web, build, "ConferenceRecords.Web.dll"), .. arguments])
        {
            WorkingDirectory = web,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = start.Environment["DOTNET_ENVIRONMENT"] = environment;
        // As for the tests themselves: it lives for seconds.
        start.Environment["DOTNET_TieredPGO"] = "0";
        foreach (var (name, value) in variables) start.Environment[name] = value;
        start.Environment.TryAdd("Portal__LibreOffice", "none");
        var process = Process.Start(start)!;
        if (input is not null) process.StandardInput.WriteLine(input);
        process.StandardInput.Close();
        return new(process);
    }

    /// <summary>Waits until it serves.</summary>
    public Task<Uri> AddressAsync(TimeSpan patience) => listening.Task.WaitAsync(patience);

    /// <summary>Ends it as the power would: without a word.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Waits for the end and gives the exit code.</summary>
    public async Task<int> ExitAsync()
    {
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        return process.ExitCode;
    }

    /// <summary>Ends it as an operator does.</summary>
    public Task<int> StopAsync()
    {
        if (OperatingSystem.IsWindows()) process.Kill();
        else _ = Terminate(process.Id, 15);
        return ExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) await StopAsync();
        process.Dispose();
    }

    private void Read(string? line)
    {
        lock (output) output.AppendLine(line);
        const string Word = "Now listening on: ";
        if (line?.IndexOf(Word, StringComparison.Ordinal) is >= 0 and var at) listening.TrySetResult(new(line[(at + Word.Length)..].Trim()));
        else if (line is null && !listening.Task.IsCompleted && process.HasExited) listening.TrySetException(new InvalidOperationException(Output));
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Terminate(int process, int signal);
}
