using ConferenceRecords.Domain.Agenda;
using ConferenceRecords.Domain.Committees;
using ConferenceRecords.Domain.People;
using ConferenceRecords.Domain.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConferenceRecords.Data.Records.Configurations;

internal sealed class SessionConfiguration : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.HasIndex(s => s.Slug).IsUnique();
        builder.HasIndex(s => new { s.BodyId, s.TermId, s.Ordinal }).IsUnique();
        builder.HasOne<Body>().WithMany().HasForeignKey(s => s.BodyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Term>().WithMany().HasForeignKey(s => s.TermId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(s => s.Sittings).WithOne().HasForeignKey(s => s.SessionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class InvitationConfiguration : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.HasIndex(i => new { i.SessionId, i.DelegateId }).IsUnique();
        builder.HasOne<DiscussionGroup>().WithMany().HasForeignKey(i => i.GroupId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Session>().WithMany().HasForeignKey(i => i.SessionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Delegate>().WithMany().HasForeignKey(i => i.DelegateId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DiscussionGroupConfiguration : IEntityTypeConfiguration<DiscussionGroup>
{
    public void Configure(EntityTypeBuilder<DiscussionGroup> builder)
    {
        builder.HasOne<Session>().WithMany().HasForeignKey(g => g.SessionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Delegate>().WithMany().HasForeignKey(g => g.LeaderId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Delegate>().WithMany().HasForeignKey(g => g.SecretaryId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class StatedCountConfiguration : IEntityTypeConfiguration<StatedCount>
{
    public void Configure(EntityTypeBuilder<StatedCount> builder)
    {
        builder.HasIndex(c => new { c.SessionId, c.CategoryId }).IsUnique();
        builder.HasOne<Session>().WithMany().HasForeignKey(c => c.SessionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AgendaCategory>().WithMany().HasForeignKey(c => c.CategoryId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DelegateConfiguration : IEntityTypeConfiguration<Delegate>
{
    public void Configure(EntityTypeBuilder<Delegate> builder)
    {
        builder.HasIndex(d => d.UserId).IsUnique();
        builder.HasIndex(d => d.ImportId);
        builder.HasMany(d => d.Posts).WithOne().HasForeignKey(p => p.DelegateId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PostConfiguration : IEntityTypeConfiguration<Post>
{
    public void Configure(EntityTypeBuilder<Post> builder)
    {
        builder.HasOne<Body>().WithMany().HasForeignKey(p => p.BodyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Term>().WithMany().HasForeignKey(p => p.TermId).OnDelete(DeleteBehavior.Restrict);
        builder.ToTable(t => t.HasCheckConstraint("ck_posts_membership", "(body_id IS NULL) = (term_id IS NULL)"));
    }
}

internal sealed class AttendanceConfiguration : IEntityTypeConfiguration<Attendance>
{
    public void Configure(EntityTypeBuilder<Attendance> builder)
    {
        builder.HasIndex(a => new { a.SittingId, a.DelegateId }).IsUnique();
        builder.HasOne<Sitting>().WithMany().HasForeignKey(a => a.SittingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Delegate>().WithMany().HasForeignKey(a => a.DelegateId).OnDelete(DeleteBehavior.Restrict);
        builder.ToTable(t => t.HasCheckConstraint("ck_attendances_late_has_time", "(state = 'Late') = (arrived_at IS NOT NULL) OR state IS NULL"));
    }
}
