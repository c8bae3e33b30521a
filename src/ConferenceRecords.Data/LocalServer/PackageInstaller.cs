namespace ConferenceRecords.Data.LocalServer;

/// <summary>Installs what is missing when the system lets it do so without asking, and otherwise says what to type.</summary>
public static class PackageInstaller
{
    private const string NoMainCluster =
        "mkdir -p /etc/postgresql-common && [ -e /etc/postgresql-common/createcluster.conf ] || echo 'create_main_cluster = false' > /etc/postgresql-common/createcluster.conf";

    /// <summary>Installs packages with the system's package manager.</summary>
    /// <param name="packages">What to install.</param>
    /// <param name="say">Told in one line what is run.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <exception cref="LocalServerException">It may not or cannot be installed; the message holds the command to type.</exception>
    public static async Task InstallAsync(PackageSet packages, Action<string> say, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(packages);
        ArgumentNullException.ThrowIfNull(say);
        var manager = PackageManager.OfMachine()
            ?? throw new LocalServerException($"Máy chưa có {packages.Name} và không tìm thấy trình cài đặt gói. Hãy cài {packages.Name} rồi chạy lại.");
        var isRoot = !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess;
        if (await PrefixAsync(manager, isRoot, cancel) is not { } prefix)
            throw Missing(packages, manager.CommandFor(packages, isRoot), "Gõ lệnh sau rồi chạy lại:");

        say($"Máy chưa có {packages.Name}, đang cài: {manager.CommandFor(packages, isRoot)}");
        // Debian would start a server of its own at once, which nobody here asked for.
        if (manager.Name == "apt-get" && packages == PackageSet.PostgreSql) await RunAsync([.. prefix, "sh", "-c", NoMainCluster], cancel);
        string[] install = [.. prefix, manager.Name, .. Words(manager.Install), .. Words(manager.Packages(packages))];
        var result = await RunAsync(install, cancel);
        if (!result.IsGood && manager.Refresh is { } refresh)
        {
            await RunAsync([.. prefix, manager.Name, .. Words(refresh)], cancel);
            result = await RunAsync(install, cancel);
        }
        if (!result.IsGood) throw Missing(packages, manager.CommandFor(packages, isRoot), $"Không cài được:\n{result.End}\nHãy tự gõ lệnh sau rồi chạy lại:");
    }

    /// <summary>The words before a command that may install; null when the user has to do it.</summary>
    private static async Task<string[]?> PrefixAsync(PackageManager manager, bool isRoot, CancellationToken cancel)
    {
        if (manager == PackageManager.Winget) return null;
        if (manager.NeedsRoot == isRoot) return [];
        // Homebrew refuses root.
        if (isRoot || ProgramRun.OnPath("sudo") is not { } sudo) return null;
        return (await RunAsync([sudo, "-n", "true"], cancel)).IsGood ? [sudo, "-n", "env", "DEBIAN_FRONTEND=noninteractive"] : null;
    }

    private static Task<ProgramResult> RunAsync(string[] words, CancellationToken cancel) => ProgramRun.RunAsync(words[0], words[1..], account: null, cancel);

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static LocalServerException Missing(PackageSet packages, string command, string what) => new($"Máy chưa có {packages.Name}. {what}\n    {command}");
}
