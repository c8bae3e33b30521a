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
        modelBuilder.Entity<Passage>(passage =>
        {
            passage.HasKey(p => new { p.EditionId, p.Ordinal });
            passage.HasOne<Edition>().WithMany().HasForeignKey(p => p.EditionId).OnDelete(DeleteBehavior.Restrict);
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

/// <summary>A passage of an edition that search finds and links to.</summary>
public sealed class Passage
{
    /// <summary>The edition.</summary>
    public Guid EditionId { get; init; }

    /// <summary>Order within the edition, from 1.</summary>
    public int Ordinal { get; init; }

    /// <summary>Address it links to, without a leading slash, such as <c>ket-luan/...#doan-3</c>.</summary>
    public string Address { get; init; } = "";

    /// <summary>Text as published.</summary>
    public string Text { get; init; } = "";

    /// <summary>Text without marks, lower case, for search.</summary>
    public string Folded { get; init; } = "";
}
