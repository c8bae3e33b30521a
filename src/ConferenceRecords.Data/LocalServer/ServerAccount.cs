namespace ConferenceRecords.Data.LocalServer;

/// <summary>PostgreSQL refuses to run as root, so root runs it as a user without rights.</summary>
internal static class ServerAccount
{
    private static readonly string[] Preferred = ["postgres", "_postgres", "nobody"];

    /// <summary>The user to run a server as; null for the present one.</summary>
    /// <param name="note">The file that remembers whom the data belong to.</param>
    public static string? For(string note)
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess) return null;
        if (File.Exists(note) && File.ReadAllText(note) is { Length: > 0 } owner && owner != Environment.UserName) return owner;
        var known = File.ReadLines("/etc/passwd").Select(line => line.Split(':')[0]).ToHashSet();
        return Preferred.FirstOrDefault(known.Contains)
            ?? throw new LocalServerException("PostgreSQL không chạy bằng root và máy không có người dùng postgres hay nobody. Hãy chạy chương trình bằng một người dùng thường.");
    }

    /// <summary>Gives a file or folder to the user of the server.</summary>
    public static async Task OwnAsync(string path, string? account, CancellationToken cancel)
    {
        if (account is null) return;
        var result = await ProgramRun.RunAsync("chown", [account, path], account: null, cancel);
        if (!result.IsGood) throw new LocalServerException($"Không giao được {path} cho người dùng {account}: {result.End}");
    }

    /// <summary>Checks that the user of the server gets into a folder: every folder above must let it through.</summary>
    public static async Task CheckWayAsync(string folder, string? account, CancellationToken cancel)
    {
        if (account is null) return;
        var result = await ProgramRun.RunAsync("/bin/sh", ["-c", "cd \"$1\"", "sh", folder], account, cancel);
        if (!result.IsGood)
            throw new LocalServerException($"Người dùng {account} không vào được {folder}. Đặt {DataFolder.Variable} thành một thư mục mà người dùng ấy vào được, ví dụ /var/lib/conference-records.");
    }
}
