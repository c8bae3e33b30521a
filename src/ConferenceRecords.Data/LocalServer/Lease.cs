namespace ConferenceRecords.Data.LocalServer;

/// <summary>
/// The sign that an instance of the program uses a server: a file held open and locked. The system frees the lock however the instance ends,
/// so a lease that can be locked is a dead one.
/// </summary>
internal sealed class Lease : IDisposable
{
    private readonly FileStream file;

    private Lease(FileStream file) => this.file = file;

    public static Lease Take(string folder)
    {
        OwnFiles.MakeFolder(folder);
        return new(new FileStream(
            Path.Combine(folder, $"{Environment.ProcessId}-{Guid.NewGuid():N}"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose));
    }

    /// <summary>Whether an instance lives; what dead ones left is removed. Only to be asked inside the gate.</summary>
    public static bool IsAnyAlive(string folder)
    {
        var isAny = false;
        foreach (var path in Directory.EnumerateFiles(folder))
        {
            if (FileLock.Try(path) is { } freed)
            {
                freed.Dispose();
                File.Delete(path);
            }
            else
            {
                isAny = true;
            }
        }
        return isAny;
    }

    public void Dispose() => file.Dispose();
}

/// <summary>Files as locks between processes.</summary>
internal static class FileLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50), PatienceBeforeWord = TimeSpan.FromSeconds(2);

    /// <summary>Locks a file; null when somebody holds it.</summary>
    public static FileStream? Try(string path)
    {
        try
        {
            return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException held) when (held.GetType() == typeof(IOException))
        {
            return null;
        }
    }

    /// <summary>Enters the gate: one process at a time makes, starts or stops a server.</summary>
    public static async Task<FileStream> EnterAsync(string path, Action<string> say, CancellationToken cancel)
    {
        for (var waited = TimeSpan.Zero; ; waited += Pause)
        {
            if (Try(path) is { } gate) return gate;
            if (waited == PatienceBeforeWord) say("Một bản khác của chương trình đang khởi động PostgreSQL, đang chờ.");
            await Task.Delay(Pause, cancel);
        }
    }
}
