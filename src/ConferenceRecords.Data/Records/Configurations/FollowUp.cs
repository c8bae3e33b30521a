using ConferenceRecords.Data.Files;
using ConferenceRecords.Domain.Committees;
using ConferenceRecords.Domain.Conclusions;
using ConferenceRecords.Domain.FollowUp;
using ConferenceRecords.Domain.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConferenceRecords.Data.Records.Configurations;

internal sealed class AgencyConfiguration : IEntityTypeConfiguration<Agency>
{
    public void Configure(EntityTypeBuilder<Agency> builder)
    {
        builder.HasOne<Agency>().WithMany().HasForeignKey(a => a.ClassId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => a.Name).IsUnique();
        builder.ToTable(t => t.HasCheckConstraint("ck_agencies_class", "NOT is_class OR class_id IS NULL"));
    }
}

internal sealed class FollowUpTaskConfiguration : IEntityTypeConfiguration<FollowUpTask>
{
    public void Configure(EntityTypeBuilder<FollowUpTask> builder)
    {
        builder.HasIndex(t => new { t.SessionId, t.Number }).IsUnique();
        builder.HasIndex(t => t.LeadAgencyId);

        // What is open, by deadline: reminders, and the beginning of the register.
        builder.HasIndex(t => new { t.DueOn, t.Id }).HasFilter("done_on IS NULL AND removed_at IS NULL");
        builder.HasOne<Session>().WithMany().HasForeignKey(t => t.SessionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Directive>().WithMany().HasForeignKey(t => t.DirectiveId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(t => t.LeadAgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.PrimitiveCollection(t => t.CooperatingAgencyIds).HasField("cooperatingAgencyIds");
        builder.HasMany(t => t.Extensions).WithOne().HasForeignKey(e => e.TaskId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(t => t.Reports).WithOne().HasForeignKey(r => r.TaskId).OnDelete(DeleteBehavior.Restrict);
        builder.ToTable("tasks", t => t.HasCheckConstraint("ck_tasks_first_deadline", "(first_due_on IS NULL) = (due_on IS NULL)"));
    }
}

internal sealed class TaskExtensionConfiguration : IEntityTypeConfiguration<TaskExtension>
{
    public void Configure(EntityTypeBuilder<TaskExtension> builder) => builder.ToTable("task_extensions").HasIndex(e => new { e.TaskId, e.Ordinal }).IsUnique();
}

internal sealed class TaskReportConfiguration : IEntityTypeConfiguration<TaskReport>
{
    public void Configure(EntityTypeBuilder<TaskReport> builder)
    {
        builder.Ignore(r => r.IsWaiting);
        builder.HasOne<Agency>().WithMany().HasForeignKey(r => r.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsOne(r => r.Evidence, file =>
        {
            file.Property(f => f.Sha256).HasColumnName("evidence_sha256").HasMaxLength(64);
            file.Property(f => f.Name).HasColumnName("evidence_name").HasMaxLength(260);
            file.HasOne<StoredFile>().WithMany().HasForeignKey(f => f.Sha256).OnDelete(DeleteBehavior.Restrict);
        });
        builder.ToTable("task_reports", t => t.HasCheckConstraint(
            "ck_task_reports_decided", "(confirmed_at IS NULL OR returned_at IS NULL) AND (returned_at IS NULL) = (return_note IS NULL)"));
    }
}

internal sealed class FollowUpReportConfiguration : IEntityTypeConfiguration<FollowUpReport>
{
    public void Configure(EntityTypeBuilder<FollowUpReport> builder) => ReleaseMapping.Configure(builder, "follow_up_reports");
}
