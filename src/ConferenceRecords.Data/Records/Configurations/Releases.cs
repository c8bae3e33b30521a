using ConferenceRecords.Data.Accounts;
using ConferenceRecords.Domain.Agenda;
using ConferenceRecords.Domain.Opinions;
using ConferenceRecords.Domain.Publishing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConferenceRecords.Data.Records.Configurations;

internal sealed class PapersReleaseConfiguration : IEntityTypeConfiguration<PapersRelease>
{
    public void Configure(EntityTypeBuilder<PapersRelease> builder)
    {
        ReleaseMapping.Configure(builder, "papers_releases");
        builder.PrimitiveCollection(r => r.VersionIds).HasField("versionIds");
        builder.PrimitiveCollection(r => r.NumberedDraftIds).HasField("numberedDraftIds");
    }
}

internal sealed class OpinionSummaryConfiguration : IEntityTypeConfiguration<OpinionSummary>
{
    public void Configure(EntityTypeBuilder<OpinionSummary> builder)
    {
        ReleaseMapping.Configure(builder, "opinion_summaries");
        builder.HasMany(s => s.Lines).WithOne().HasForeignKey(l => l.SummaryId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SummaryLineConfiguration : IEntityTypeConfiguration<SummaryLine>
{
    public void Configure(EntityTypeBuilder<SummaryLine> builder)
    {
        builder.HasIndex(l => new { l.SummaryId, l.OpinionId }).IsUnique();
        builder.HasOne<Opinion>().WithMany().HasForeignKey(l => l.OpinionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AgendaItem>().WithMany().HasForeignKey(l => l.ItemId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(l => l.AllowedRecordedById).OnDelete(DeleteBehavior.Restrict);
        builder.ToTable("summary_lines", t => t.HasCheckConstraint(
            "ck_summary_lines_names_allowed",
            "num_nonnulls(speakers, allowed_by, allowed_recorded_by_id, allowed_recorded_at) IN (0, 4) AND (allowed_by IS NULL OR btrim(allowed_by) LIKE '% %')"));
    }
}
