namespace ConferenceRecords.Data.LocalServer;

/// <summary>Where the private server keeps its data: outside the checkout, so that cleaning or moving the sources loses nothing.</summary>
public static class DataFolder
{
    /// <summary>Environment variable that names another folder.</summary>
    public const string Variable = "CONFERENCE_RECORDS_DATA";

    /// <summary>The folder of the portal.</summary>
    /// <returns>An absolute path; the folder may not exist yet.</returns>
    /// <exception cref="LocalServerException">The user has no folder for data, or the variable names one inside the checkout.</exception>
    public static string Default() => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named
        ? OutsideCheckout(named, Variable)
        : Usual("ConferenceRecords", "conference-records");

    /// <summary>The usual place of a folder of data on this system.</summary>
    /// <param name="name">Its name among the user's data.</param>
    /// <param name="systemName">Its name among the system's data, where root keeps it.</param>
    /// <returns>An absolute path.</returns>
    /// <exception cref="LocalServerException">The user has no folder for data.</exception>
    public static string Usual(string name, string systemName)
    {
        // The server of root runs as another user, who cannot enter root's own folder.
        if (!OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess) return Path.Combine("/var/lib", systemName);
        var data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return data.Length > 0
            ? Path.Combine(data, name)
            : throw new LocalServerException($"Người dùng này không có thư mục dữ liệu riêng. Đặt biến môi trường {Variable} thành một thư mục ghi được.");
    }

    /// <summary>Checks a folder that a variable names.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="variable">The variable.</param>
    /// <returns>The absolute path.</returns>
    /// <exception cref="LocalServerException">It lies inside the checkout.</exception>
    public static string OutsideCheckout(string folder, string variable)
    {
        var full = Path.GetFullPath(folder);
        for (var above = full; above is not null; above = Path.GetDirectoryName(above))
        {
            if (File.Exists(Path.Combine(above, "ConferenceRecords.sln")))
                throw new LocalServerException($"{variable} chỉ vào thư mục mã nguồn ({full}). Chọn một thư mục ở ngoài.");
        }
        return full;
    }
}
