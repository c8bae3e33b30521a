using System.Globalization;
using System.Text.RegularExpressions;

namespace ConferenceRecords.Data.LocalServer;

/// <summary>A folder with the programs of a PostgreSQL server.</summary>
/// <param name="Folder">The folder, its links resolved.</param>
/// <param name="Major">Major version.</param>
internal sealed partial record ServerPrograms(string Folder, int Major)
{
    /// <summary>Environment variable that names the folder of the programs.</summary>
    public const string Variable = "CONFERENCE_RECORDS_POSTGRES";

    /// <summary>The oldest major version that has what the portal needs (ICU as a database's provider).</summary>
    public const int Oldest = 15;

    private static readonly string[] Names = ["initdb", "postgres", "pg_ctl"];

    public string Initdb => Program(Folder, "initdb");

    public string PgCtl => Program(Folder, "pg_ctl");

    /// <summary>All usable ones, the newest first; of the same version the one that was named earlier.</summary>
    /// <param name="places">Where to look.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <exception cref="LocalServerException">The folder that the variable names has no such programs.</exception>
    public static async Task<IReadOnlyList<ServerPrograms>> FindAsync(ProgramPlaces places, CancellationToken cancel)
    {
        if (places.Named is { Length: > 0 } named)
        {
            return Real(named) is { } folder && await MajorAsync(folder, cancel) is >= Oldest and var major
                ? [new(folder, major)]
                : throw new LocalServerException($"{Variable} phải là thư mục có initdb, postgres và pg_ctl của PostgreSQL {Oldest} trở lên, nhưng đang là: {named}");
        }
        var found = new List<ServerPrograms>();
        foreach (var folder in places.Folders().Select(Real).OfType<string>().Distinct())
        {
            if (await MajorAsync(folder, cancel) is >= Oldest and var major) found.Add(new(folder, major));
        }
        return [.. found.OrderByDescending(p => p.Major)];
    }

    // A folder of PATH may hold links only, and initdb looks for its companions beside its real self.
    private static string? Real(string folder)
    {
        var initdb = Program(folder, "initdb");
        if (!File.Exists(initdb)) return null;
        var real = Path.GetDirectoryName(File.ResolveLinkTarget(initdb, returnFinalTarget: true)?.FullName ?? Path.GetFullPath(initdb))!;
        return Names.All(name => File.Exists(Program(real, name))) ? real : null;
    }

    private static async Task<int> MajorAsync(string folder, CancellationToken cancel)
    {
        try
        {
            var version = await ProgramRun.RunAsync(Program(folder, "postgres"), ["--version"], account: null, cancel);
            return version.IsGood && Version().Match(version.Output) is { Success: true } match ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : 0;
        }
        catch (LocalServerException)
        {
            return 0; // not for this machine, or not allowed: as good as absent
        }
    }

    private static string Program(string folder, string name) => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name);

    [GeneratedRegex(@"\(PostgreSQL\) ([0-9]{1,3})")]
    private static partial Regex Version();
}

/// <summary>Where the programs of a server may be.</summary>
/// <param name="Named">The folder that the user names; then nothing else counts.</param>
/// <param name="SearchPath">The value of PATH.</param>
/// <param name="Usual">Folders of the systems' packages; a part of the path may hold <c>*</c>.</param>
internal sealed record ProgramPlaces(string? Named, string SearchPath, IReadOnlyList<string> Usual)
{
    /// <summary>The places of this machine.</summary>
    public static ProgramPlaces OfMachine() => new(
        Environment.GetEnvironmentVariable(ServerPrograms.Variable),
        Environment.GetEnvironmentVariable("PATH") ?? "",
        OperatingSystem.IsWindows() ? [Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "PostgreSQL", "*", "bin")]
        : OperatingSystem.IsMacOS() ? MacOS
        : Linux);

    private static readonly string[] Linux =
    [
        "/usr/lib/postgresql/*/bin", // Debian, Ubuntu
        "/usr/pgsql-*/bin", // packages of the PostgreSQL project for Fedora and Red Hat
        "/usr/lib/postgresql*/bin", // openSUSE
        "/usr/libexec/postgresql*", // Alpine
        "/usr/lib64/postgresql-*/bin", // Gentoo
        "/usr/local/pgsql/bin", // built from source
        "/usr/bin", "/usr/local/bin", // Fedora, Arch; PATH may lack them
    ];

    private static readonly string[] MacOS =
    [
        "/opt/homebrew/opt/postgresql@*/bin", "/usr/local/opt/postgresql@*/bin", "/Applications/Postgres.app/Contents/Versions/*/bin",
        "/Library/PostgreSQL/*/bin", "/opt/local/lib/postgresql*/bin",
    ];

    /// <summary>The folders in the order they are asked.</summary>
    public IEnumerable<string> Folders() => SearchPath.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Concat(Usual.SelectMany(Matching));

    private static IEnumerable<string> Matching(string pattern)
    {
        IEnumerable<string> found = [Path.GetPathRoot(pattern)!];
        foreach (var part in pattern[Path.GetPathRoot(pattern)!.Length..].Split(Path.DirectorySeparatorChar))
        {
            found = part.Contains('*', StringComparison.Ordinal)
                ? found.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateDirectories(folder, part))
                : found.Select(folder => Path.Combine(folder, part));
        }
        return found.Where(Directory.Exists);
    }
}
