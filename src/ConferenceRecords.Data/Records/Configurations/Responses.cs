using ConferenceRecords.Domain.Committees;
using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.Domain.Opinions;
using ConferenceRecords.Domain.Responses;
using ConferenceRecords.Domain.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConferenceRecords.Data.Records.Configurations;

internal sealed class ResponseConfiguration : IEntityTypeConfiguration<Response>
{
    public void Configure(EntityTypeBuilder<Response> builder)
    {
        builder.HasKey(r => r.OpinionId);
        builder.Ignore(r => r.Answer);
        builder.HasOne<Opinion>().WithOne().HasForeignKey<Response>(r => r.OpinionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(r => r.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(r => r.HandedToId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<DraftVersion>().WithMany().HasForeignKey(r => r.ChangedVersionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Paragraph>().WithMany().HasForeignKey(r => r.ChangedParagraphId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(r => r.Revisions).WithOne().HasForeignKey(r => r.OpinionId).OnDelete(DeleteBehavior.Restrict);
        builder.ToTable(t =>
        {
            t.HasCheckConstraint("ck_responses_reason", "disposition IS NULL OR disposition = 'Accepted' OR text IS NOT NULL");
            t.HasCheckConstraint("ck_responses_handed_over", "(disposition IS NOT DISTINCT FROM 'HandedOver') = (handed_to_id IS NOT NULL)");
            t.HasCheckConstraint("ck_responses_answered", "(disposition IS NULL) = (answered_at IS NULL)");
            t.HasCheckConstraint("ck_responses_confirmed", "(confirmed_at IS NULL OR disposition IS NOT NULL) AND (confirmed_at IS NULL) = (confirmed_by_id IS NULL)");
            t.HasCheckConstraint("ck_responses_change", "changed_paragraph_id IS NULL OR changed_version_id IS NOT NULL");
        });
    }
}

internal sealed class ResponseRevisionConfiguration : IEntityTypeConfiguration<ResponseRevision>
{
    public void Configure(EntityTypeBuilder<ResponseRevision> builder) => builder.HasIndex(r => new { r.OpinionId, r.Ordinal });
}

internal sealed class ResponseLedgerConfiguration : IEntityTypeConfiguration<ResponseLedger>
{
    public void Configure(EntityTypeBuilder<ResponseLedger> builder)
    {
        builder.HasKey(l => l.SessionId);
        builder.HasOne<Session>().WithOne().HasForeignKey<ResponseLedger>(l => l.SessionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ChangeReasonConfiguration : IEntityTypeConfiguration<ChangeReason>
{
    public void Configure(EntityTypeBuilder<ChangeReason> builder)
    {
        builder.HasIndex(r => new { r.VersionId, r.ParagraphId }).IsUnique();
        builder.HasOne<DraftVersion>().WithMany().HasForeignKey(r => r.VersionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Paragraph>().WithMany().HasForeignKey(r => r.ParagraphId).OnDelete(DeleteBehavior.Restrict);
    }
}
