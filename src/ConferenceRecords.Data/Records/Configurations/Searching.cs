using ConferenceRecords.Data.Searching;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConferenceRecords.Data.Records.Configurations;

/// <summary>Schema <c>search</c>.</summary>
internal sealed class SearchEntryConfiguration : IEntityTypeConfiguration<SearchEntry>
{
    public void Configure(EntityTypeBuilder<SearchEntry> builder)
    {
        builder.ToTable("entries", "search");
        builder.HasKey(e => new { e.Kind, e.RecordId });
        builder.HasIndex(e => e.Terms).HasMethod("gin").HasStorageParameter("fastupdate", false);
    }
}
