using System.Security.Cryptography;
using ConferenceRecords.Data.Publication;
using ConferenceRecords.Data.Publishing;
using ConferenceRecords.Data.Setup;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.TestSupport;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ConferenceRecords.Web.Tests.Public;

/// <summary>Editions beyond the seeded one, as the publisher would deliver them.</summary>
internal static class PublicEditions
{
    public const string Slug = "ban-chap-hanh-khoa-xx-lan-12";

    /// <summary>The seeded bundle.</summary>
    public static async Task<SessionBundle> SeededAsync(this TestDatabases databases)
    {
        await using var publication = databases.NewPublication();
        return BundleFormat.Read<SessionBundle>((await publication.Editions.SingleAsync(e => e.Slug == Slug && e.Number == 1)).Bundle);
    }

    /// <summary>Adds editions with their passages.</summary>
    public static async Task PublishAsync(this TestDatabases databases, params IEnumerable<EditionBundle> bundles)
    {
        await using var connection = new NpgsqlConnection(databases.PublicationOwner);
        await connection.OpenAsync();
        foreach (var bundle in bundles)
        {
            await using var publication = new PublicationContext(ContextOptions.Publication(databases.PublicationOwner));
            var bytes = BundleFormat.Write(bundle);
            var edition = new Edition
            {
                Id = Guid.CreateVersion7(), SessionId = bundle.SessionId, Slug = bundle.Slug, Number = bundle.Edition, PublishedAt = bundle.PublishedAt,
                Kind = bundle switch { PapersBundle => ReleaseKind.Papers, OpinionSummaryBundle => ReleaseKind.OpinionSummary, FollowUpBundle => ReleaseKind.FollowUp, _ => ReleaseKind.Conclusion },
                Bundle = bytes, Sha256 = SHA256.HashData(bytes),
            };
            publication.Add(edition);
            await publication.SaveChangesAsync();
            await connection.EnterPassagesAsync(edition.Id, bundle, CancellationToken.None);
        }
    }

    /// <summary>Withdraws the editions of the seeded conclusion up to a number.</summary>
    public static async Task WithdrawAsync(this TestDatabases databases, int through)
    {
        var first = await databases.SeededAsync();
        await using var publication = new PublicationContext(ContextOptions.Publication(databases.PublicationOwner));
        publication.Add(new Withdrawal
        {
            Id = Guid.CreateVersion7(), SessionId = first.SessionId, Slug = first.Slug, Kind = ReleaseKind.Conclusion, Through = through, WithdrawnAt = DateTimeOffset.UtcNow, Reason = "Thử thu hồi",
        });
        await publication.SaveChangesAsync();
    }
}
