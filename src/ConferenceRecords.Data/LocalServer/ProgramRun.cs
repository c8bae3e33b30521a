using System.ComponentModel;
using System.Diagnostics;

namespace ConferenceRecords.Data.LocalServer;

/// <summary>What a program that ended left behind.</summary>
/// <param name="Code">Exit code; 0 is success.</param>
/// <param name="Output">What it wrote, errors last.</param>
internal sealed record ProgramResult(int Code, string Output)
{
    public bool IsGood => Code == 0;

    /// <summary>The last lines, for a message.</summary>
    public string End => string.Join('\n', Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).TakeLast(8));
}

/// <summary>Runs the programs of PostgreSQL and of the system, without a shell.</summary>
internal static class ProgramRun
{
    private const int NotPermitted = 1;

    /// <summary>Runs a program to its end; cancelled, it ends the program with all that it started.</summary>
    /// <param name="file">Program.</param>
    /// <param name="arguments">Arguments.</param>
    /// <param name="account">User to run as; null for the present one.</param>
    /// <param name="cancel">Cancellation.</param>
    public static async Task<ProgramResult> RunAsync(string file, IEnumerable<string> arguments, string? account, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        using var process = Start(Describe(file, arguments, account), account);
        process.StandardInput.Close();
        var output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(CancellationToken.None), process.StandardError.ReadToEndAsync(CancellationToken.None));
        try
        {
            await process.WaitForExitAsync(cancel);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            throw;
        }
        // A server that pg_ctl started may hold the pipe (on Windows): its end is not waited for.
        await Task.WhenAny(output, Task.Delay(TimeSpan.FromSeconds(2), CancellationToken.None));
        return new(process.ExitCode, output.IsCompletedSuccessfully ? string.Join('\n', output.Result) : "");
    }

    /// <summary>Full path of a program on PATH; null when it is not there.</summary>
    public static string? OnPath(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name))
        .FirstOrDefault(File.Exists);

    private static ProcessStartInfo Describe(string file, IEnumerable<string> arguments, string? account)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // Another user may be unable to enter the present folder, and a server would keep it busy.
            WorkingDirectory = Path.GetPathRoot(Environment.SystemDirectory) is { Length: > 0 } root ? root : "/",
        };
        if (account is not null) start.UserName = account;
        // Settings of the user's own PostgreSQL must not steer this one; messages are read by the program and so in English.
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("PG", StringComparison.Ordinal)).ToList()) start.Environment.Remove(name);
        start.Environment["LC_ALL"] = OperatingSystem.IsLinux() ? "C.UTF-8" : "C";
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        return start;
    }

    private static Process Start(ProcessStartInfo start, string? account)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception refused) when (account is not null && refused.NativeErrorCode == NotPermitted)
        {
            throw new LocalServerException(
                $"Chương trình chạy bằng root nhưng không được quyền chuyển sang người dùng {account} (CAP_SETUID, CAP_SETGID), mà PostgreSQL không chạy bằng root. "
                + "Hãy chạy bằng một người dùng thường, hoặc đặt ConnectionStrings__Records và ConnectionStrings__Publication để dùng PostgreSQL có sẵn.",
                refused);
        }
        catch (Win32Exception refused)
        {
            throw new LocalServerException($"Không chạy được {start.FileName}: {refused.Message}", refused);
        }
    }
}
