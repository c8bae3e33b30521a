namespace ConferenceRecords.TestSupport;

/// <summary>The folder of the sources.</summary>
public static class Checkout
{
    public static string Folder { get; } = Find();

    /// <summary>The demonstration data.</summary>
    public static string Seeds => Path.Combine(Folder, "seeds");

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "ConferenceRecords.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException($"{AppContext.BaseDirectory} is not inside the checkout");
        return folder;
    }
}
