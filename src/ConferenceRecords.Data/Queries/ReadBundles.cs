using System.Collections.Concurrent;
using ConferenceRecords.Data.Publishing;
using ConferenceRecords.Domain.Publishing;

namespace ConferenceRecords.Data.Queries;

/// <summary>A bundle as it was read, with the hash of its bytes.</summary>
internal sealed record ReadBundle(byte[] Sha256, EditionBundle Bundle);

/// <summary>
/// Bundles that were read lately, by the hash of their bytes: whatever database they come from, the same bytes are the same bundle, and none ever changes. A query
/// tells the database which hashes it has at hand, so that their bytes are neither sent nor read again.
/// </summary>
internal static class ReadBundles
{
    /// <summary>Of JSON; as objects it is about three times as much.</summary>
    private const long Limit = 16 << 20;

    private const int MostQuestions = 2_000;

    private static readonly ConcurrentDictionary<Guid, ReadBundle> ByHash = new();
    private static readonly ConcurrentDictionary<(string Kind, string? Place, int Number), ReadBundle[]> ByQuestion = new();
    private static long size;

    /// <summary>What a question was answered with last.</summary>
    public static ReadBundle[] Last((string Kind, string? Place, int Number) question) => ByQuestion.GetValueOrDefault(question) ?? [];

    /// <summary>Notes what a question was answered with.</summary>
    public static void Note((string Kind, string? Place, int Number) question, ReadBundle[] last, ReadBundle[] now)
    {
        if (now.Length == 0 || now.SequenceEqual(last)) return;
        if (ByQuestion.Count >= MostQuestions) ByQuestion.Clear();
        ByQuestion[question] = now;
    }

    /// <summary>The bundle of a row, read only where it is not at hand.</summary>
    /// <param name="known">What the query named as known.</param>
    /// <param name="sha256">Hash of the row's bundle.</param>
    /// <param name="bytes">Its bytes; null where the hash is among the known.</param>
    public static ReadBundle Of<TBundle>(ReadBundle[] known, byte[] sha256, byte[]? bytes)
        where TBundle : EditionBundle
    {
        if (bytes is null) return Array.Find(known, k => k.Sha256.AsSpan().SequenceEqual(sha256))!;
        var key = new Guid(sha256.AsSpan(0, 16));
        if (ByHash.TryGetValue(key, out var read) && read.Bundle is TBundle && read.Sha256.AsSpan().SequenceEqual(sha256)) return read;
        read = new(sha256, BundleFormat.Read<TBundle>(bytes));
        if (Interlocked.Add(ref size, bytes.Length) > Limit)
        {
            // Rare, and cheap to fill again: what is read most comes first.
            ByHash.Clear();
            ByQuestion.Clear();
            Interlocked.Exchange(ref size, bytes.Length);
        }
        return ByHash[key] = read;
    }
}
