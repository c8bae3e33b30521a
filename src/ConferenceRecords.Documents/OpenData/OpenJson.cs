using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Domain.Publishing;

namespace ConferenceRecords.Documents.OpenData;

/// <summary>Public pages as JSON.</summary>
public static class OpenJson
{
    // The encoder leaves Vietnamese letters alone and writes <, > and & as escapes, so that the same bytes may stand inside a page.
    internal static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new MomentConverter() },
    };

    /// <summary>Writes a page.</summary>
    /// <param name="edition">The edition.</param>
    /// <returns>UTF-8.</returns>
    public static byte[] Write(OpenEdition edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        var (bundle, addresses) = (edition.Bundle, edition.Addresses);
        EditionEntry Entry(EditionHead e) => new(e.Number, e.PublishedAt, e.IsWithdrawn, addresses.Edition(edition.Kind, bundle.Slug, e.Number));
        var head = new Dictionary<string, object?>
        {
            ["title"] = edition.Title,
            ["kind"] = PublicAddresses.Folder(edition.Part),
            ["address"] = edition.Address,
            ["edition"] = new
            {
                number = bundle.Edition, bundle.PublishedAt, address = edition.Permanent, bundle = addresses.Bundle(edition.Kind, bundle.Slug, bundle.Edition), sha256 = edition.Hash,
                isNewest = edition.All.Count == 0 || edition.All[0].Number == bundle.Edition,
            },
            ["editions"] = edition.All.Select(Entry).ToList(),
            ["session"] = new { bundle.Slug, address = addresses.Page(PublicPart.Session, bundle.Slug), facts = bundle.Session },
        };
        foreach (var (name, value) in Contents(edition)) head[name] = value;
        return JsonSerializer.SerializeToUtf8Bytes(head, Format);
    }

    /// <summary>Writes what stays of a page that was withdrawn.</summary>
    /// <param name="gone">The withdrawal.</param>
    /// <returns>UTF-8.</returns>
    public static byte[] Write(OpenWithdrawal gone) => JsonSerializer.SerializeToUtf8Bytes(Tombstone.Of(gone), Format);

    /// <summary>A moment to the second, in UTC, as every format writes it.</summary>
    internal static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy'-'MM'-'dd'T'HH':'mm':'ss'Z'", CultureInfo.InvariantCulture);

    private static IEnumerable<(string Name, object? Value)> Contents(OpenEdition edition) => edition.Bundle switch
    {
        SessionBundle b when edition.Part == PublicPart.Conclusion => [("conclusion", b.Conclusion)],
        SessionBundle b when edition.Part == PublicPart.Indicators =>
        [
            ("indicators", b.Indicators.Select((i, index) => new
            {
                id = $"chi-tieu-{index + 1}", i.Name, i.Value, i.Unit, i.Period, i.Qualifier, i.Direction, i.Base, words = Outline.Figure(i), conclusionParagraph = FigureSource.Paragraph(b.Conclusion, i),
            }).ToList()),
        ],
        SessionBundle b => [("categories", b.Categories)],
        PapersBundle b when edition.Paper is { } number => [("paper", b.Papers.FirstOrDefault(p => p.Number == number))],
        PapersBundle b => [("papers", b.Papers.Select(p => new { p.Number, p.ItemTitle, p.Title, p.Version, p.IsIllustrative, address = $"{edition.Address}/{p.Number}" }).ToList())],
        OpinionSummaryBundle b => [("introduction", b.Introduction), ("lines", b.Lines)],
        FollowUpBundle b => [("asOf", b.AsOf), ("introduction", b.Introduction), ("tasks", b.Tasks)],
        _ => [],
    };

    private sealed record EditionEntry(int Number, DateTimeOffset PublishedAt, bool IsWithdrawn, string Address);

    private sealed class MomentConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(Moment(value));
    }
}
