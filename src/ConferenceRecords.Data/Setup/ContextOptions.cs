using ConferenceRecords.Data.Auditing;
using ConferenceRecords.Data.Publication;
using ConferenceRecords.Data.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace ConferenceRecords.Data.Setup;

/// <summary>The options that the host, the verbs, the tests and the migration tool share.</summary>
public static class ContextOptions
{
    /// <summary>Adds what both contexts need.</summary>
    /// <param name="builder">Builder of the context's options.</param>
    /// <param name="connectionString">Connection string.</param>
    /// <param name="historySchema">Schema of the table that remembers the migrations.</param>
    /// <returns>The builder.</returns>
    public static DbContextOptionsBuilder UseRecordsDatabase(this DbContextOptionsBuilder builder, string connectionString, string historySchema) =>
        builder.UseNpgsql(connectionString, o => o.MigrationsHistoryTable("migrations", historySchema)).UseSnakeCaseNamingConvention();

    /// <summary>Options of the office's context.</summary>
    /// <param name="connectionString">Connection string.</param>
    /// <returns>Options.</returns>
    public static DbContextOptions<RecordsContext> Records(string connectionString) =>
        (DbContextOptions<RecordsContext>)new DbContextOptionsBuilder<RecordsContext>().UseRecordsDatabase(connectionString, "records").Options;

    /// <summary>Options of the public's context.</summary>
    /// <param name="connectionString">Connection string.</param>
    /// <returns>Options.</returns>
    public static DbContextOptions<PublicationContext> Publication(string connectionString) =>
        (DbContextOptions<PublicationContext>)new DbContextOptionsBuilder<PublicationContext>().UseRecordsDatabase(connectionString, "publication").Options;
}

/// <summary>Lets the migration tool see the model without a database.</summary>
internal sealed class RecordsContextFactory : IDesignTimeDbContextFactory<RecordsContext>
{
    public RecordsContext CreateDbContext(string[] args) => new(ContextOptions.Records("Host=none"), new Actor(), TimeProvider.System);
}

/// <summary>Lets the migration tool see the model without a database.</summary>
internal sealed class PublicationContextFactory : IDesignTimeDbContextFactory<PublicationContext>
{
    public PublicationContext CreateDbContext(string[] args) => new(ContextOptions.Publication("Host=none"));
}
