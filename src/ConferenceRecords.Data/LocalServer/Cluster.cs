using System.Globalization;

namespace ConferenceRecords.Data.LocalServer;

/// <summary>The data of one server on disk: made once, complete or not there at all.</summary>
/// <param name="folder">Folder of the private server; the cluster's own folder in it carries the major version, since no other version reads it.</param>
/// <param name="programs">The programs.</param>
/// <param name="options">How the data are treated.</param>
internal sealed class Cluster(string folder, ServerPrograms programs, ServerOptions options)
{
    /// <summary>The superuser; nothing but the setup uses it.</summary>
    public const string Superuser = "conference_records";

    private const string Prefix = "postgresql-";

    public string Home { get; } = Path.Combine(folder, Prefix + programs.Major.ToString(CultureInfo.InvariantCulture));

    public string Data => Path.Combine(Home, "data");

    public string Leases => Path.Combine(Home, "leases");

    public ServerOptions Options => options;

    public ServerPrograms Programs => programs;

    public string? Account => ServerAccount.For(AccountNote);

    public ServerSecret Secret => ServerSecret.ReadOrMake(Path.Combine(Home, "secret"));

    public string SocketFolder => Path.Combine(Home, "socket");

    private string AccountNote => Path.Combine(Home, "account");

    /// <summary>The major versions whose clusters are in a folder.</summary>
    public static IReadOnlyList<int> MajorsIn(string folder) =>
    [
        .. Directory.EnumerateDirectories(folder, Prefix + "*")
            .Where(home => File.Exists(Path.Combine(home, "data", "PG_VERSION")))
            .Select(home => int.TryParse(Path.GetFileName(home)[Prefix.Length..], CultureInfo.InvariantCulture, out var major) ? major : 0)
            .Where(major => major > 0),
    ];

    /// <summary>Makes the cluster where there is none.</summary>
    public async Task EnsureAsync(Action<string> say, CancellationToken cancel)
    {
        OwnFiles.MakeFolder(Home, isPassable: Account is not null);
        var version = Path.Combine(Data, "PG_VERSION");
        if (File.Exists(version))
        {
            var found = (await File.ReadAllTextAsync(version, cancel)).Trim();
            if (found == programs.Major.ToString(CultureInfo.InvariantCulture)) return;
            if (options.Keeps) throw new LocalServerException($"Dữ liệu trong {Data} là của PostgreSQL {found}, không phải {programs.Major}. Trả thư mục về đúng chỗ rồi chạy lại.");
        }
        say($"Đang tạo PostgreSQL {programs.Major} riêng trong {Home}");
        await MakeAsync(cancel);
    }

    /// <summary>
    /// Makes a cluster in place of what is there. It grows under another name: killed on the way nothing half-made carries the right one,
    /// and a maker that was left behind only touches its own.
    /// </summary>
    public async Task MakeAsync(CancellationToken cancel)
    {
        foreach (var half in Directory.EnumerateDirectories(Home, "making-*")) Remove(half);
        var account = Account;
        await ServerAccount.CheckWayAsync(Home, account, cancel);
        var making = Path.Combine(Home, $"making-{Guid.NewGuid():N}");
        var password = making + ".password";
        try
        {
            OwnFiles.MakeFolder(making);
            OwnFiles.Write(password, Secret.PasswordFor(Superuser));
            await ServerAccount.OwnAsync(making, account, cancel);
            await ServerAccount.OwnAsync(password, account, cancel);
            string[] arguments =
            [
                "-D", making, "-U", Superuser, "--pwfile=" + password, "--auth=scram-sha-256", "--encoding=UTF8", "--data-checksums", "--no-instructions",
                OperatingSystem.IsLinux() ? "--locale=C.UTF-8" : "--locale=C", .. options.Keeps ? (string[])[] : ["--no-sync"],
            ];
            var result = await ProgramRun.RunAsync(programs.Initdb, arguments, account, cancel);
            if (!result.IsGood) throw new LocalServerException($"Không tạo được cơ sở dữ liệu trong {Home}:\n{result.End}");
            await File.AppendAllTextAsync(Path.Combine(making, "postgresql.conf"), "\n# Written anew at each start.\ninclude = '../server.conf'\n", cancel);
            OwnFiles.Write(AccountNote, account ?? Environment.UserName);
            Remove(Data);
            Directory.Move(making, Data);
        }
        catch
        {
            Remove(making);
            throw;
        }
        finally
        {
            File.Delete(password);
        }
    }

    /// <summary>Writes the settings of the next start and prepares where it will listen.</summary>
    public async Task ConfigureAsync(CancellationToken cancel)
    {
        OwnFiles.MakeFolder(SocketFolder);
        await ServerAccount.OwnAsync(SocketFolder, Account, cancel);
        OwnFiles.Write(Path.Combine(Home, "server.conf"), ServerSettings.Write(ServerAddress.For(SocketFolder), options), isReadable: Account is not null);
    }

    private static void Remove(string path)
    {
        for (var attempt = 0; Directory.Exists(path); attempt++)
        {
            try
            {
                Directory.Delete(path, recursive: true);
            }
            catch (IOException) when (attempt < 20)
            {
                Thread.Sleep(50); // a program that dies this moment still writes into it
            }
        }
    }
}
