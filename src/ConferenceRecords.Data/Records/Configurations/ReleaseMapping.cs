using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Domain.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConferenceRecords.Data.Records.Configurations;

/// <summary>
/// What holds for the table of every kind of release: one a session, and the two-person rule in the database too. A table made with it also needs the trigger
/// that keeps the list of authors (<see cref="GuardTriggers"/>).
/// </summary>
internal static class ReleaseMapping
{
    public static void Configure<TRelease>(EntityTypeBuilder<TRelease> builder, string table)
        where TRelease : Release
    {
        builder.Ignore(r => r.Kind).Ignore(r => r.HasLiveEdition).Ignore(r => r.AwaitsReview);
        builder.HasIndex(r => r.SessionId).IsUnique();
        builder.HasOne<Session>().WithMany().HasForeignKey(r => r.SessionId).OnDelete(DeleteBehavior.Restrict);
        builder.PrimitiveCollection(r => r.AuthorIds).HasField("writers");
        builder.ToTable(table, t =>
        {
            t.HasCheckConstraint(
                $"ck_{table}_two_persons",
                "approved_by_id IS NULL OR emergency_reason IS NOT NULL OR (approved_by_id <> ALL (author_ids) AND approved_by_id IS DISTINCT FROM submitted_by_id)");
            t.HasCheckConstraint(
                $"ck_{table}_reviewed_by_another",
                "reviewed_by_id IS NULL OR state <> 'Approved' OR (reviewed_by_id <> ALL (author_ids) AND reviewed_by_id IS DISTINCT FROM submitted_by_id)");
            t.HasCheckConstraint($"ck_{table}_approved_by_somebody", "(state IN ('Approved', 'Withdrawn')) = (approved_by_id IS NOT NULL)");
            t.HasCheckConstraint($"ck_{table}_has_author", "cardinality(author_ids) > 0");
            t.HasCheckConstraint($"ck_{table}_withdrawn", "withdrawn_through BETWEEN 0 AND edition_count AND (withdrawn_through = 0) = (withdrawal_reason IS NULL)");
        });
    }
}
