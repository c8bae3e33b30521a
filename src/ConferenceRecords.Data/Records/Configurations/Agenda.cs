using ConferenceRecords.Domain.Agenda;
using ConferenceRecords.Domain.Committees;
using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.Domain.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConferenceRecords.Data.Records.Configurations;

internal sealed class AgendaItemConfiguration : IEntityTypeConfiguration<AgendaItem>
{
    public void Configure(EntityTypeBuilder<AgendaItem> builder)
    {
        builder.HasIndex(i => new { i.SessionId, i.Code }).IsUnique().HasFilter("discarded_at IS NULL");
        builder.HasIndex(i => i.ImportId);
        builder.HasOne<AgendaItem>().WithMany().HasForeignKey(i => i.ContinuesId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Session>().WithMany().HasForeignKey(i => i.SessionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Matter>().WithMany().HasForeignKey(i => i.MatterId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AgendaCategory>().WithMany().HasForeignKey(i => i.CategoryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(i => i.LeadAgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.ToTable(t =>
        {
            t.HasCheckConstraint("ck_agenda_items_internal_is_unpublished", "NOT (is_internal AND is_included_in_publication)");
            t.HasCheckConstraint("ck_agenda_items_off_the_agenda", "withdrawn_at IS NOT NULL OR (postponed_at IS NULL AND discarded_at IS NULL)");
        });
    }
}

internal sealed class AgendaVersionConfiguration : IEntityTypeConfiguration<AgendaVersion>
{
    public void Configure(EntityTypeBuilder<AgendaVersion> builder)
    {
        builder.HasIndex(v => new { v.SessionId, v.Ordinal }).IsUnique();
        builder.HasOne<Session>().WithMany().HasForeignKey(v => v.SessionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(v => v.Items).WithOne().HasForeignKey(i => i.VersionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(v => v.Papers).WithOne().HasForeignKey(p => p.VersionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AgendaVersionItemConfiguration : IEntityTypeConfiguration<AgendaVersionItem>
{
    public void Configure(EntityTypeBuilder<AgendaVersionItem> builder)
    {
        builder.ToTable("agenda_version_items").HasKey(i => new { i.VersionId, i.ItemId });
        builder.HasOne<AgendaItem>().WithMany().HasForeignKey(i => i.ItemId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AgendaVersionPaperConfiguration : IEntityTypeConfiguration<AgendaVersionPaper>
{
    public void Configure(EntityTypeBuilder<AgendaVersionPaper> builder)
    {
        builder.ToTable("agenda_version_papers").HasKey(p => new { p.VersionId, p.ItemId, p.DraftId });
        builder.HasOne<AgendaItem>().WithMany().HasForeignKey(p => p.ItemId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Draft>().WithMany().HasForeignKey(p => p.DraftId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AgendaLookConfiguration : IEntityTypeConfiguration<AgendaLook>
{
    public void Configure(EntityTypeBuilder<AgendaLook> builder)
    {
        builder.HasKey(l => new { l.SessionId, l.DelegateId });
        builder.HasOne<Session>().WithMany().HasForeignKey(l => l.SessionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Delegate>().WithMany().HasForeignKey(l => l.DelegateId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CarriedPaperConfiguration : IEntityTypeConfiguration<CarriedPaper>
{
    public void Configure(EntityTypeBuilder<CarriedPaper> builder)
    {
        builder.HasKey(p => new { p.ItemId, p.DraftId });
        builder.HasOne<AgendaItem>().WithMany().HasForeignKey(p => p.ItemId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Draft>().WithMany().HasForeignKey(p => p.DraftId).OnDelete(DeleteBehavior.Restrict);
    }
}
