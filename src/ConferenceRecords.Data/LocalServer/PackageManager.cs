namespace ConferenceRecords.Data.LocalServer;

/// <summary>The program that installs packages on a kind of system.</summary>
/// <param name="Name">Its program.</param>
/// <param name="NeedsRoot">Whether only root may install.</param>
/// <param name="Refresh">Arguments that fetch the lists of packages; null when <paramref name="Install"/> does that.</param>
/// <param name="Install">Arguments before the packages.</param>
/// <param name="Packages">Picks the names of the packages.</param>
public sealed record PackageManager(string Name, bool NeedsRoot, string? Refresh, string Install, Func<PackageSet, string> Packages)
{
    /// <summary>Windows is named apart: there the program never installs by itself.</summary>
    public static PackageManager Winget { get; } = new("winget", NeedsRoot: false, null, "install -e --id", p => p.Winget);

    /// <summary>Those that the program may use, in the order they are looked for.</summary>
    public static IReadOnlyList<PackageManager> All { get; } =
    [
        new("apt-get", NeedsRoot: true, "update", "install -y --no-install-recommends", p => p.Apt),
        new("dnf", NeedsRoot: true, null, "install -y", p => p.Dnf),
        new("apk", NeedsRoot: true, null, "add --no-cache", p => p.Apk),
        new("zypper", NeedsRoot: true, null, "--non-interactive install", p => p.Zypper),
        new("pacman", NeedsRoot: true, null, "-Sy --noconfirm --needed", p => p.Pacman),
        new("brew", NeedsRoot: false, null, "install", p => p.Brew),
    ];

    /// <summary>The one of this machine; null when there is none.</summary>
    /// <returns>A package manager.</returns>
    public static PackageManager? OfMachine() =>
        OperatingSystem.IsWindows() ? Winget : All.FirstOrDefault(manager => ProgramRun.OnPath(manager.Name) is not null);

    /// <summary>What a person types to install.</summary>
    /// <param name="packages">What to install.</param>
    /// <param name="asRoot">Whether the person is root.</param>
    /// <returns>One line for a shell.</returns>
    public string CommandFor(PackageSet packages, bool asRoot)
    {
        var sudo = NeedsRoot && !asRoot ? "sudo " : "";
        var refresh = Refresh is null ? "" : $"{sudo}{Name} {Refresh} && ";
        return $"{refresh}{sudo}{Name} {Install} {Packages(packages)}";
    }
}
