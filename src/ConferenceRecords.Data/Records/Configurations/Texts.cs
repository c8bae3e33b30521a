using ConferenceRecords.Data.Files;
using ConferenceRecords.Domain.Agenda;
using ConferenceRecords.Domain.Committees;
using ConferenceRecords.Domain.Conclusions;
using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.Domain.Indicators;
using ConferenceRecords.Domain.Opinions;
using ConferenceRecords.Domain.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConferenceRecords.Data.Records.Configurations;

internal sealed class DraftConfiguration : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> builder)
    {
        builder.HasOne<AgendaItem>().WithMany().HasForeignKey(d => d.ItemId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(d => d.Versions).WithOne().HasForeignKey(v => v.DraftId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DraftVersionConfiguration : IEntityTypeConfiguration<DraftVersion>
{
    public void Configure(EntityTypeBuilder<DraftVersion> builder)
    {
        builder.HasIndex(v => new { v.DraftId, v.Ordinal }).IsUnique();
        builder.HasMany(v => v.Paragraphs).WithOne().HasForeignKey(p => p.VersionId).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsOne(v => v.File, file =>
        {
            file.Property(f => f.Sha256).HasColumnName("file_sha256").HasMaxLength(64);
            file.Property(f => f.Name).HasColumnName("file_name").HasMaxLength(260);
            file.Property(f => f.Kind).HasColumnName("file_kind");
            file.Property(f => f.Tracked).HasColumnName("file_tracked");
            file.Property(f => f.LeftOut).HasColumnName("file_left_out").HasMaxLength(500);
            file.HasOne<StoredFile>().WithMany().HasForeignKey(f => f.Sha256).OnDelete(DeleteBehavior.Restrict);
        });
    }
}

internal sealed class ParagraphConfiguration : IEntityTypeConfiguration<Paragraph>
{
    public void Configure(EntityTypeBuilder<Paragraph> builder) => builder.HasIndex(p => new { p.VersionId, p.Number }).IsUnique();
}

internal sealed class OpinionConfiguration : IEntityTypeConfiguration<Opinion>
{
    public void Configure(EntityTypeBuilder<Opinion> builder)
    {
        builder.HasIndex(o => new { o.SessionId, o.Number }).IsUnique();
        // Pages of a session's opinions, and its count without looking at a row.
        builder.HasIndex(o => new { o.SessionId, o.RecordedAt, o.Id }).IncludeProperties(o => o.WithdrawnAt);
        builder.HasOne<Session>().WithMany().HasForeignKey(o => o.SessionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AgendaItem>().WithMany().HasForeignKey(o => o.ItemId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Delegate>().WithMany().HasForeignKey(o => o.DelegateId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<DiscussionGroup>().WithMany().HasForeignKey(o => o.GroupId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Opinion>().WithMany().HasForeignKey(o => o.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(o => o.Revisions).WithOne().HasForeignKey(r => r.OpinionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<DraftVersion>().WithMany().HasForeignKey(o => o.DraftVersionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Paragraph>().WithMany().HasForeignKey(o => o.ParagraphId).OnDelete(DeleteBehavior.Restrict);
        builder.ToTable(t =>
        {
            t.HasCheckConstraint("ck_opinions_speaker", "delegate_id IS NOT NULL OR speaker_name IS NOT NULL");
            t.HasCheckConstraint("ck_opinions_not_merged_into_itself", "merged_into_id <> id");
        });
    }
}

internal sealed class PlacementConfiguration : IEntityTypeConfiguration<Placement>
{
    public void Configure(EntityTypeBuilder<Placement> builder)
    {
        builder.HasKey(p => new { p.OpinionId, p.VersionId });
        builder.HasOne<Opinion>().WithMany().HasForeignKey(p => p.OpinionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<DraftVersion>().WithMany().HasForeignKey(p => p.VersionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Paragraph>().WithMany().HasForeignKey(p => p.ParagraphId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReadingConfiguration : IEntityTypeConfiguration<Reading>
{
    public void Configure(EntityTypeBuilder<Reading> builder)
    {
        builder.HasKey(r => new { r.VersionId, r.DelegateId });
        builder.HasOne<DraftVersion>().WithMany().HasForeignKey(r => r.VersionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Delegate>().WithMany().HasForeignKey(r => r.DelegateId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DraftNoteConfiguration : IEntityTypeConfiguration<DraftNote>
{
    public void Configure(EntityTypeBuilder<DraftNote> builder)
    {
        builder.HasIndex(n => new { n.DelegateId, n.VersionId });
        builder.HasOne<Delegate>().WithMany().HasForeignKey(n => n.DelegateId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<DraftVersion>().WithMany().HasForeignKey(n => n.VersionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Paragraph>().WithMany().HasForeignKey(n => n.ParagraphId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Opinion>().WithMany().HasForeignKey(n => n.OpinionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OpinionRevisionConfiguration : IEntityTypeConfiguration<OpinionRevision>
{
    // Not unique: of two people who change the same words, the second shall fail on the opinion's version and not on a key.
    public void Configure(EntityTypeBuilder<OpinionRevision> builder) => builder.HasIndex(r => new { r.OpinionId, r.Ordinal });
}

internal sealed class CountingRuleConfiguration : IEntityTypeConfiguration<CountingRule>
{
    public void Configure(EntityTypeBuilder<CountingRule> builder)
    {
        builder.HasIndex(r => new { r.SessionId, r.Channel }).IsUnique();
        builder.HasOne<Session>().WithMany().HasForeignKey(r => r.SessionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ConclusionConfiguration : IEntityTypeConfiguration<Conclusion>
{
    public void Configure(EntityTypeBuilder<Conclusion> builder)
    {
        ReleaseMapping.Configure(builder, "conclusions");
        builder.HasMany(c => c.Directives).WithOne().HasForeignKey(d => d.ConclusionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DirectiveConfiguration : IEntityTypeConfiguration<Directive>
{
    public void Configure(EntityTypeBuilder<Directive> builder)
    {
        builder.ToTable("directives").HasIndex(d => new { d.ConclusionId, d.Number }).IsUnique();
        builder.HasOne<Agency>().WithMany().HasForeignKey(d => d.LeadAgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.PrimitiveCollection(d => d.CooperatingAgencyIds).HasField("cooperatingAgencyIds");
    }
}

internal sealed class IndicatorConfiguration : IEntityTypeConfiguration<Indicator>
{
    public void Configure(EntityTypeBuilder<Indicator> builder) =>
        builder.HasOne<Session>().WithMany().HasForeignKey(i => i.SessionId).OnDelete(DeleteBehavior.Restrict);
}
