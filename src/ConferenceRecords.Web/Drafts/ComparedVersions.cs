namespace ConferenceRecords.Web.Drafts;

/// <summary>Chooses which two versions are compared.</summary>
public static class ComparedVersions
{
    /// <summary>The two versions, the older one first however they were named.</summary>
    /// <param name="versions">Those that the person may read, the newest first.</param>
    /// <param name="from">The one asked for as older; null for <paramref name="usual"/>.</param>
    /// <param name="to">The one asked for as newer; null for the newest.</param>
    /// <param name="usual">The older one when none is asked for.</param>
    /// <returns>The versions; null when one is not there or both are the same.</returns>
    public static (VersionChoice Older, VersionChoice Newer)? Choose(IReadOnlyList<VersionChoice> versions, int? from, int? to, int usual)
    {
        ArgumentNullException.ThrowIfNull(versions);
        var newer = versions.FirstOrDefault(v => to is null || v.Ordinal == to);
        var older = versions.FirstOrDefault(v => v.Ordinal == (from ?? (to is { } asked ? asked - 1 : usual)));
        return older is null || newer is null || older == newer ? null : older.Ordinal < newer.Ordinal ? (older, newer) : (newer, older);
    }
}
