using System.Security.Cryptography;
using ConferenceRecords.Data.Records;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Files;

/// <summary>Keeps uploaded files by their SHA-256: the one place where they are put and taken, so that a bigger installation can keep them elsewhere.</summary>
/// <param name="records">The office's context.</param>
/// <param name="clock">Clock.</param>
public sealed class FileStore(RecordsContext records, TimeProvider clock)
{
    /// <summary>The key of a file.</summary>
    /// <param name="content">Its bytes.</param>
    /// <returns>SHA-256, lower-case hexadecimal.</returns>
    public static string Key(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>Puts a file; one that is there already stays as it is. Belongs into the transaction of the record that names it.</summary>
    /// <param name="content">Its bytes.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>Its key.</returns>
    public async Task<string> PutAsync(byte[] content, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(content);
        var key = Key(content);
        var at = clock.GetUtcNow();
        await records.Database.ExecuteSqlAsync($"INSERT INTO records.files (sha256, content, stored_at) VALUES ({key}, {content}, {at}) ON CONFLICT (sha256) DO NOTHING", cancel);
        return key;
    }

    /// <summary>Takes a file.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>Its bytes; null where there is none.</returns>
    public Task<byte[]?> TakeAsync(string key, CancellationToken cancel) =>
        records.Files.AsNoTracking().Where(f => f.Sha256 == key).Select(f => f.Content).SingleOrDefaultAsync(cancel);
}
