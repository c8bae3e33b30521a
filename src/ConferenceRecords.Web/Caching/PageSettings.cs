namespace ConferenceRecords.Web.Caching;

/// <summary>How many pages are kept, and how long one is shown without asking whether it still holds.</summary>
/// <param name="Limit">Bytes; 0 keeps none.</param>
/// <param name="CheckEvery">Zero asks the database at each request whether anything was published; less than zero, for the edition itself.</param>
internal sealed record PageSettings(long Limit, TimeSpan CheckEvery)
{
    /// <summary>Whether no page is sent before the database was asked for its own edition.</summary>
    public bool AsksForEachPage => CheckEvery < TimeSpan.Zero;

    /// <summary>Reads <c>Portal:PageCacheMegabytes</c> and <c>Portal:PageCheckMilliseconds</c>.</summary>
    public static PageSettings Read(IConfiguration configuration) => new(
        configuration.GetValue("Portal:PageCacheMegabytes", 128L) << 20,
        TimeSpan.FromMilliseconds(Math.Clamp(configuration.GetValue("Portal:PageCheckMilliseconds", 1000), -1, 1000)));
}
