using ConferenceRecords.Data.LocalServer;

namespace ConferenceRecords.TestSupport;

/// <summary>The browser of the machine for the browser tests; Chromium or one of its kin.</summary>
public static class ChromiumBrowser
{
    /// <summary>Environment variable that names the browser's program.</summary>
    public const string Variable = "CONFERENCE_RECORDS_CHROMIUM";

    /// <summary>Chromium, and a serif with all Vietnamese letters, which the browser's package does not bring along.</summary>
    public static PackageSet Packages { get; } = new(
        "Chromium", "chromium fonts-liberation2", "chromium liberation-fonts", "chromium font-liberation", "chromium liberation-fonts", "chromium ttf-liberation",
        "--cask google-chrome", "Google.Chrome");

    /// <summary>
    /// The same without windows, where the system has it as a package of its own (Debian): tests that need no window take half of the processor time with it.
    /// </summary>
    private static PackageSet ShellPackages { get; } = Packages with { Apt = "chromium-headless-shell fonts-liberation2" };

    private static readonly string[] Names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "microsoft-edge-stable", "chrome", "msedge"];

    private static readonly string[] MacApplications = ["Google Chrome", "Chromium", "Microsoft Edge"];

    private static readonly string[] WindowsPrograms = [@"Google\Chrome\Application\chrome.exe", @"Chromium\Application\chrome.exe", @"Microsoft\Edge\Application\msedge.exe"];

    /// <summary>Finds a browser, or installs one if the system lets it be done without asking.</summary>
    /// <exception cref="LocalServerException">There is none; the message holds the command to type.</exception>
    public static async Task<string> FindOrInstallAsync(Action<string> say, CancellationToken cancel = default)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
            return File.Exists(named) ? named : throw new LocalServerException($"{Variable} phải là đường dẫn tới chương trình Chromium, nhưng không có tệp {named}");
        if (Find() is { } browser) return browser;
        try
        {
            await PackageInstaller.InstallAsync(ShellPackages, say, cancel);
        }
        catch (LocalServerException)
        {
            await PackageInstaller.InstallAsync(Packages, say, cancel);
        }
        return Find() ?? throw new LocalServerException($"Đã cài Chromium nhưng không tìm thấy chương trình. Đặt {Variable} thành đường dẫn tới nó.");
    }

    private static string? Find() => Names.Select(ProgramRun.OnPath).FirstOrDefault(path => path is not null) ?? UsualPlaces().FirstOrDefault(File.Exists);

    private static IEnumerable<string> UsualPlaces()
    {
        if (OperatingSystem.IsMacOS()) return MacApplications.Select(name => $"/Applications/{name}.app/Contents/MacOS/{name}");
        if (!OperatingSystem.IsWindows()) return ["/usr/bin/chromium", "/usr/lib/chromium/chromium", "/opt/google/chrome/chrome", "/snap/bin/chromium"];
        Environment.SpecialFolder[] roots = [Environment.SpecialFolder.ProgramFiles, Environment.SpecialFolder.ProgramFilesX86, Environment.SpecialFolder.LocalApplicationData];
        return WindowsPrograms.SelectMany(program => roots.Select(root => Path.Combine(Environment.GetFolderPath(root), program)));
    }
}
