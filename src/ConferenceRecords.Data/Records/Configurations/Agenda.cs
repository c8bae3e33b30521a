using ConferenceRecords.Domain.Agenda;
using ConferenceRecords.Domain.Committees;
using ConferenceRecords.Domain.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConferenceRecords.Data.Records.Configurations;

internal sealed class AgendaItemConfiguration : IEntityTypeConfiguration<AgendaItem>
{
    public void Configure(EntityTypeBuilder<AgendaItem> builder)
    {
        builder.HasIndex(i => new { i.SessionId, i.Code }).IsUnique();
        builder.HasOne<Session>().WithMany().HasForeignKey(i => i.SessionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Matter>().WithMany().HasForeignKey(i => i.MatterId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AgendaCategory>().WithMany().HasForeignKey(i => i.CategoryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(i => i.LeadAgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.ToTable(t => t.HasCheckConstraint("ck_agenda_items_internal_is_unpublished", "NOT (is_internal AND is_included_in_publication)"));
    }
}

internal sealed class AgendaVersionConfiguration : IEntityTypeConfiguration<AgendaVersion>
{
    public void Configure(EntityTypeBuilder<AgendaVersion> builder)
    {
        builder.HasIndex(v => new { v.SessionId, v.Ordinal }).IsUnique();
        builder.HasOne<Session>().WithMany().HasForeignKey(v => v.SessionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(v => v.Items).WithOne().HasForeignKey(i => i.VersionId).OnDelete(DeleteBehavior.Restrict);
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
