using ConferenceRecords.Data.Files;
using Microsoft.Extensions.Caching.Memory;

namespace ConferenceRecords.Web.Drafts;

/// <summary>
/// The files that were asked for last, by their hash: when everybody saves the same draft in the same minute they share its bytes, instead of 25 MB for each of them. Who may
/// read a file is asked by the page, on every request.
/// </summary>
public sealed class KeptFiles : IDisposable
{
    private const long Room = 100 << 20;

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = Room });
    private readonly SemaphoreSlim one = new(1);

    /// <summary>The bytes; null where there is no such file.</summary>
    public async Task<byte[]?> OfAsync(FileStore files, string key, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(files);
        if (kept.TryGetValue<byte[]>(key, out var there)) return there;

        // One at a time: the others find there what the first one fetched.
        await one.WaitAsync(cancel);
        try
        {
            if (kept.TryGetValue(key, out there)) return there;
            var content = await files.TakeAsync(key, cancel);
            return content is null ? null : kept.Set(key, content, new MemoryCacheEntryOptions { Size = content.Length, SlidingExpiration = TimeSpan.FromMinutes(5) });
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose()
    {
        kept.Dispose();
        one.Dispose();
    }
}
