using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace ConferenceRecords.Web.OpenData;

/// <summary>How open data are written as JSON: Vietnamese letters stay letters, values of enumerations are words in camel case.</summary>
internal static class DataJson
{
    public const string MediaType = "application/json";

    public static JsonSerializerOptions Options { get; } = Write(new(JsonSerializerDefaults.Web));

    /// <summary>OParl knows neither null nor empty lists: what there is nothing to say about is left out.</summary>
    public static JsonSerializerOptions WithoutNulls { get; } = new(Options) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static JsonSerializerOptions Write(JsonSerializerOptions options)
    {
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        return options;
    }
}
