using System.Collections.Concurrent;

namespace ConferenceRecords.Web.Caching;

/// <summary>What of the publication a page may depend on: its tables only ever grow, so that equal counts are equal contents. And the day, which pages print.</summary>
internal readonly record struct Generation(long Editions, long Withdrawals, long Files, DateOnly Day);

/// <summary>The pages made of one generation of the publication; thrown away as a whole when the next one is seen.</summary>
/// <param name="generation">Read from the database before any of these pages was made: none of them is older.</param>
/// <param name="limit">Bytes that they may take.</param>
internal sealed class PageStore(Generation generation, long limit)
{
    private const int MostLarge = 1_000;

    /// <summary>The pages of the generation before: what of them did not change is taken over. Null when there is none, and as soon as there is a third.</summary>
    private PageStore? before;

    private readonly ConcurrentDictionary<PageKey, StoredPage> pages = new();

    /// <summary>Answers that are too large to be kept: their readers are left to the page, which knows 304 and what the reader can unpack.</summary>
    private readonly ConcurrentDictionary<PageKey, bool> large = new();

    /// <summary>The pages in the order in which a clock's hand passes them.</summary>
    private readonly Queue<StoredPage> round = new();

    private long size;

    public Generation Generation => generation;

    /// <summary>The pages that are being made, so that each is made once however many wait for it; the result says whether it could be kept.</summary>
    public ConcurrentDictionary<PageKey, Task<bool>> InTheMaking { get; } = new();

    /// <summary>What the pages take, in bytes.</summary>
    public long Size => Interlocked.Read(ref size);

    /// <summary>Begins the store of the next generation.</summary>
    public PageStore Next(Generation next)
    {
        before = null;
        return new(next, limit) { before = this };
    }

    /// <summary>A page of the generation before.</summary>
    public StoredPage? FindBefore(in PageKey key) => before?.Find(key);

    public StoredPage? Find(in PageKey key)
    {
        if (!pages.TryGetValue(key, out var page)) return null;
        page.Mark();
        return page;
    }

    /// <summary>Whether an answer was too large to be kept.</summary>
    public bool IsLarge(in PageKey key) => !large.IsEmpty && large.ContainsKey(key);

    /// <summary>Notes that an answer is too large to be kept.</summary>
    public void NoteLarge(in PageKey key)
    {
        if (large.Count < MostLarge) large[key] = true;
    }

    /// <summary>Keeps a page; pages that nobody read since the hand last passed make room.</summary>
    public bool Add(StoredPage page)
    {
        if (page.Size > limit / 4) return false;
        lock (round)
        {
            if (!pages.TryAdd(page.Key, page)) return true;
            round.Enqueue(page);
            Interlocked.Add(ref size, page.Size);
            while (size > limit && round.TryDequeue(out var oldest))
            {
                if (oldest.TakeMark())
                {
                    round.Enqueue(oldest);
                    continue;
                }
                pages.TryRemove(oldest.Key, out _);
                Interlocked.Add(ref size, -oldest.Size);
            }
        }
        return true;
    }
}
