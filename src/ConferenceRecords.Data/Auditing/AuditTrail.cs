using System.Security.Cryptography;
using System.Text.Json;
using ConferenceRecords.Data.Jobs;
using ConferenceRecords.Data.Mails;
using ConferenceRecords.Data.Publishing;
using ConferenceRecords.Data.Searching;
using ConferenceRecords.Domain.Drafts;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace ConferenceRecords.Data.Auditing;

/// <summary>Turns the pending changes of a context into audit entries, to be saved in the same transaction.</summary>
internal static class AuditTrail
{
    public static List<AuditEntry> Of(ChangeTracker changes, Guid? actorId, DateTimeOffset at) =>
    [
        .. changes.Entries()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Where(e => e.Entity is not (AuditEntry or OutboxMessage or DataProtectionKey or ImportJob or Mail or Reading or EditionPdf or SearchEntry))
            .Select(e => Of(e, actorId, at)),
    ];

    private static AuditEntry Of(EntityEntry entry, Guid? actorId, DateTimeOffset at) => new()
    {
        At = at,
        ActorId = actorId,
        Action = entry.State switch { EntityState.Added => "added", EntityState.Deleted => "deleted", _ => "changed" },
        ObjectType = entry.Metadata.ClrType.Name,
        ObjectId = string.Join('/', entry.Properties.Where(p => p.Metadata.IsPrimaryKey()).Select(p => p.CurrentValue)),
        Fields = [.. entry.Properties.Where(p => entry.State == EntityState.Modified && p.IsModified).Select(p => p.Metadata.Name)],
        HashBefore = entry.State == EntityState.Added ? null : Hash(entry, p => p.OriginalValue),
        HashAfter = entry.State == EntityState.Deleted ? null : Hash(entry, p => p.CurrentValue),
    };

    private static byte[] Hash(EntityEntry entry, Func<PropertyEntry, object?> value) => SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(
        entry.Properties.Where(p => !p.Metadata.IsConcurrencyToken).OrderBy(p => p.Metadata.Name, StringComparer.Ordinal)
            .ToDictionary(p => p.Metadata.Name, value)));
}
