using ConferenceRecords.Data.Accounts;
using ConferenceRecords.Data.Auditing;
using ConferenceRecords.Data.Files;
using ConferenceRecords.Data.Jobs;
using ConferenceRecords.Data.Mails;
using ConferenceRecords.Data.Publishing;
using ConferenceRecords.Domain.Committees;
using ConferenceRecords.Domain.Sessions;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConferenceRecords.Data.Records.Configurations;

/// <summary>Schema <c>identity</c>. The naming convention does not reach the names that ASP.NET Core Identity sets itself.</summary>
internal sealed class AccountConfiguration :
    IEntityTypeConfiguration<PortalUser>,
    IEntityTypeConfiguration<IdentityUserClaim<Guid>>,
    IEntityTypeConfiguration<IdentityUserLogin<Guid>>,
    IEntityTypeConfiguration<IdentityUserToken<Guid>>,
    IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<PortalUser> builder)
    {
        builder.ToTable("users", "identity");
        builder.Property(u => u.DisplayName).HasMaxLength(200);
        builder.HasOne<Agency>().WithMany().HasForeignKey(u => u.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.PrimitiveCollection(u => u.Roles).ElementType().HasConversion<string>();
    }

    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> builder) => builder.ToTable("user_claims", "identity");

    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> builder) => builder.ToTable("user_logins", "identity");

    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> builder) => builder.ToTable("user_tokens", "identity");

    public void Configure(EntityTypeBuilder<DataProtectionKey> builder) => builder.ToTable("data_protection_keys", "identity");
}

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("entries", "audit");
        builder.HasIndex(e => e.At);
    }
}

internal sealed class OutboxConfiguration : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("outbox", "jobs", t => t.HasCheckConstraint("ck_outbox_sha256", "sha256 = sha256(bundle)"));
        builder.HasIndex(m => new { m.SessionId, m.Kind, m.Edition, m.IsWithdrawal }).IsUnique().HasFilter("cancelled_at IS NULL");
        builder.HasIndex(m => m.PublishAt).HasFilter("delivered_at IS NULL AND cancelled_at IS NULL");
        builder.HasOne<Session>().WithMany().HasForeignKey(m => m.SessionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class EditionPdfConfiguration : IEntityTypeConfiguration<EditionPdf>
{
    public void Configure(EntityTypeBuilder<EditionPdf> builder)
    {
        builder.ToTable("edition_pdfs", "jobs").HasKey(p => p.EditionId);
        builder.Property(p => p.Problem).HasMaxLength(50);
        builder.HasOne<OutboxMessage>().WithMany().HasForeignKey(p => p.EditionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ImportJobConfiguration : IEntityTypeConfiguration<ImportJob>
{
    public void Configure(EntityTypeBuilder<ImportJob> builder)
    {
        builder.ToTable("imports", "jobs", t => t.HasCheckConstraint("ck_imports_rows_are_dropped", "(rows IS NULL AND file IS NULL) OR state IN ('Reading', 'Ready')"));
        builder.Property(j => j.Rows).HasColumnType("jsonb");
        builder.Property(j => j.Form).HasColumnType("jsonb");
        builder.HasOne<Session>().WithMany().HasForeignKey(j => j.SessionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MailConfiguration : IEntityTypeConfiguration<Mail>
{
    public void Configure(EntityTypeBuilder<Mail> builder)
    {
        builder.ToTable("mails", "jobs");

        // A reminder is written once, whichever instance looks first.
        builder.HasIndex(m => new { m.Kind, m.UserId, m.SubjectId, m.Deadline, m.DaysLeft }).IsUnique().AreNullsDistinct(false);
        builder.HasIndex(m => m.NotBefore).HasFilter("sent_at IS NULL AND given_up_at IS NULL");
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(m => m.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class StoredFileConfiguration : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> builder)
    {
        builder.ToTable("files", "records", t => t.HasCheckConstraint("ck_files_sha256", "sha256 = encode(sha256(content), 'hex')")).HasKey(f => f.Sha256);
        builder.Property(f => f.Sha256).HasMaxLength(64);
    }
}

internal sealed class NumberSeriesConfiguration : IEntityTypeConfiguration<NumberSeries>
{
    public void Configure(EntityTypeBuilder<NumberSeries> builder) => builder.ToTable("number_series", "jobs").HasKey(s => s.Scope);
}
