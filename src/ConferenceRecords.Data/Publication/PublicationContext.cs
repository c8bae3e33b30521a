using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Publication;

/// <summary>The public's world: immutable editions and the passages for search. Read-only; may point to a replica.</summary>
/// <param name="options">Options with the connection of role <c>cr_public</c>.</param>
public sealed class PublicationContext(DbContextOptions<PublicationContext> options) : DbContext(options)
{
    /// <summary>All editions.</summary>
    public DbSet<Edition> Editions => Set<Edition>();

    /// <summary>Passages for search.</summary>
    public DbSet<Passage> Passages => Set<Passage>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.HasDefaultSchema("publication");
        modelBuilder.Entity<Edition>(edition =>
        {
            edition.Property(e => e.Id).ValueGeneratedNever();
            edition.HasIndex(e => new { e.SessionId, e.Number }).IsUnique();
            edition.HasIndex(e => new { e.Slug, e.Number }).IsUnique();
        });
        modelBuilder.HasSequence<long>("passage_ids");
        modelBuilder.Entity<Passage>(passage =>
        {
            passage.Property(p => p.Id).ValueGeneratedNever();
            passage.HasOne<Edition>().WithMany().HasForeignKey(p => p.EditionId).OnDelete(DeleteBehavior.Restrict);
            // Without the list of what waits to be entered: the save that flushes it would take seconds.
            passage.HasIndex(p => p.Terms).HasMethod("gin").HasStorageParameter("fastupdate", false);
        });
    }
}

/// <summary>An immutable public snapshot of a session (bản công bố). A correction is a new edition.</summary>
public sealed class Edition
{
    /// <summary>Key: that of the outbox row it came from.</summary>
    public Guid Id { get; init; }

    /// <summary>The session.</summary>
    public Guid SessionId { get; init; }

    /// <summary>Permanent part of the address.</summary>
    public string Slug { get; init; } = "";

    /// <summary>Number, from 1.</summary>
    public int Number { get; init; }

    /// <summary>When it was approved.</summary>
    public DateTimeOffset ApprovedAt { get; init; }

    /// <summary>The bundle, UTF-8 JSON.</summary>
    public byte[] Bundle { get; init; } = [];

    /// <summary>SHA-256 of the bundle.</summary>
    public byte[] Sha256 { get; init; } = [];
}
