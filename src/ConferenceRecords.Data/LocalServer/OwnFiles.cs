namespace ConferenceRecords.Data.LocalServer;

/// <summary>Files and folders of the program's user alone. The mode is set after the making, because a umask only takes away.</summary>
internal static class OwnFiles
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes a folder where there is none.</summary>
    /// <param name="path">Path.</param>
    /// <param name="isPassable">Whether another user may pass through to what lies beneath.</param>
    public static void MakeFolder(string path, bool isPassable = false)
    {
        if (Directory.Exists(path)) return;
        Directory.CreateDirectory(path);
        if (OperatingSystem.IsWindows()) return;
        File.SetUnixFileMode(path, Owner | UnixFileMode.UserExecute | (isPassable ? UnixFileMode.GroupExecute | UnixFileMode.OtherExecute : 0));
    }

    /// <summary>Writes a whole file or nothing: a reader, or the next run after a crash, never sees half of it.</summary>
    /// <param name="path">Path.</param>
    /// <param name="text">Text.</param>
    /// <param name="isReadable">Whether other users may read it.</param>
    public static void Write(string path, string text, bool isReadable = false)
    {
        var draft = path + ".new";
        File.Delete(draft);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = Owner;
        using (var file = new StreamWriter(draft, options)) file.Write(text);
        if (isReadable && !OperatingSystem.IsWindows()) File.SetUnixFileMode(draft, Owner | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        File.Move(draft, path, overwrite: true);
    }
}
