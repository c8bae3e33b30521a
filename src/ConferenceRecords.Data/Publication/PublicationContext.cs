using ConferenceRecords.Domain.Publishing;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Publication;

/// <summary>The public's world: immutable editions and the passages for search. Read-only; may point to a replica.</summary>
/// <param name="options">Options with the connection of role <c>cr_public</c>.</param>
public sealed class PublicationContext(DbContextOptions<PublicationContext> options) : DbContext(options)
{
    /// <summary>All editions.</summary>
    public DbSet<Edition> Editions => Set<Edition>();

    /// <summary>What was withdrawn.</summary>
    public DbSet<Withdrawal> Withdrawals => Set<Withdrawal>();

    /// <summary>Files made from editions.</summary>
    public DbSet<EditionFile> Files => Set<EditionFile>();

    /// <summary>Passages for search.</summary>
    public DbSet<Passage> Passages => Set<Passage>();

    /// <summary>What search knows of editions.</summary>
    public DbSet<EditionFacts> Facts => Set<EditionFacts>();

    /// <summary>Words that were published.</summary>
    public DbSet<PublishedWord> Words => Set<PublishedWord>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.HasDefaultSchema("publication");
        modelBuilder.Entity<Edition>(edition =>
        {
            edition.Property(e => e.Id).ValueGeneratedNever();
            edition.Property(e => e.Kind).HasConversion<string>().HasMaxLength(30);
            edition.Property(e => e.Position).HasDefaultValue(0L);
            edition.HasIndex(e => e.Position).IsUnique();
            edition.HasIndex(e => new { e.SessionId, e.Kind, e.Number }).IsUnique();
            edition.HasIndex(e => new { e.Slug, e.Kind, e.Number }).IsUnique();
        });
        modelBuilder.Entity<Withdrawal>(withdrawal =>
        {
            withdrawal.Property(w => w.Id).ValueGeneratedNever();
            withdrawal.Property(w => w.Kind).HasConversion<string>().HasMaxLength(30);
            withdrawal.Property(w => w.Position).HasDefaultValue(0L);
            withdrawal.HasIndex(w => w.Position).IsUnique();
            withdrawal.HasIndex(w => new { w.SessionId, w.Kind, w.Through }).IsUnique();
            withdrawal.HasIndex(w => new { w.Slug, w.Kind });
        });
        modelBuilder.Entity<EditionFile>(file =>
        {
            file.ToTable("files", t => t.HasCheckConstraint("ck_files_sha256", "sha256 = sha256(content)"));
            file.HasKey(f => new { f.EditionId, f.Name });
            file.Property(f => f.Position).HasDefaultValue(0L);
            file.HasIndex(f => f.Position).IsUnique();
            file.HasOne<Edition>().WithMany().HasForeignKey(f => f.EditionId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.HasSequence<long>("passage_ids");
        modelBuilder.Entity<Passage>(passage =>
        {
            passage.Property(p => p.Id).ValueGeneratedNever();
            passage.HasOne<Edition>().WithMany().HasForeignKey(p => p.EditionId).OnDelete(DeleteBehavior.Restrict);
            // Without the list of what waits to be entered: the save that flushes it would take seconds.
            passage.HasIndex(p => p.Terms).HasMethod("gin").HasStorageParameter("fastupdate", false);
        });
        modelBuilder.Entity<EditionFacts>(facts =>
        {
            facts.ToTable("edition_facts");
            facts.HasKey(f => f.EditionId);
            facts.HasOne<Edition>().WithOne().HasForeignKey<EditionFacts>(f => f.EditionId).OnDelete(DeleteBehavior.Restrict);
            facts.HasIndex(f => f.SymbolKey);
            facts.HasIndex(f => f.Ordinal);
        });
        modelBuilder.Entity<PublishedWord>(word =>
        {
            word.ToTable("words");
            word.HasKey(w => w.Word);
            word.HasIndex(w => w.Folded);
            word.HasIndex(w => w.Near).HasMethod("gin").HasStorageParameter("fastupdate", false);
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

    /// <summary>What it makes public.</summary>
    public ReleaseKind Kind { get; init; }

    /// <summary>Number within its kind, from 1.</summary>
    public int Number { get; init; }

    /// <summary>When it became public.</summary>
    public DateTimeOffset PublishedAt { get; init; }

    /// <summary>The bundle, UTF-8 JSON.</summary>
    public byte[] Bundle { get; init; } = [];

    /// <summary>SHA-256 of the bundle.</summary>
    public byte[] Sha256 { get; init; } = [];

    /// <summary>Place in the order in which everything became public, files and withdrawals too; set by the database. Later things have higher ones, with gaps.</summary>
    public long Position { get; private init; }
}

/// <summary>The mark that editions of a session were withdrawn (thu hồi): all of a kind up to a number.</summary>
public sealed class Withdrawal
{
    /// <summary>Key: that of the outbox row it came from.</summary>
    public Guid Id { get; init; }

    /// <summary>The session.</summary>
    public Guid SessionId { get; init; }

    /// <summary>Permanent part of the address.</summary>
    public string Slug { get; init; } = "";

    /// <summary>What was withdrawn.</summary>
    public ReleaseKind Kind { get; init; }

    /// <summary>Number of the last edition that was withdrawn.</summary>
    public int Through { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset WithdrawnAt { get; init; }

    /// <summary>Why; public.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Place in the order in which everything became public, files and withdrawals too; set by the database. Later things have higher ones, with gaps.</summary>
    public long Position { get; private init; }
}

/// <summary>A file made from an edition (Word, PDF), kept byte for byte so that its hash can be checked on any day.</summary>
public sealed class EditionFile
{
    /// <summary>The edition.</summary>
    public Guid EditionId { get; init; }

    /// <summary>File name, ASCII, such as <c>ket-luan.docx</c>.</summary>
    public string Name { get; init; } = "";

    /// <summary>Media type.</summary>
    public string MediaType { get; init; } = "";

    /// <summary>The bytes.</summary>
    public byte[] Content { get; init; } = [];

    /// <summary>SHA-256 of <see cref="Content"/>.</summary>
    public byte[] Sha256 { get; init; } = [];

    /// <summary>Place in the order in which everything became public, files and withdrawals too; set by the database. Later things have higher ones, with gaps.</summary>
    public long Position { get; private init; }
}
