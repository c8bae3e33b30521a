using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using ConferenceRecords.Domain.Publishing;

namespace ConferenceRecords.Data.Publishing;

/// <summary>Bundles as bytes: what is approved, carried over and kept is always the same UTF-8 JSON.</summary>
public static class BundleFormat
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Writes a bundle.</summary>
    /// <param name="bundle">The bundle.</param>
    /// <returns>UTF-8 JSON.</returns>
    public static byte[] Write(EditionBundle bundle)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        return JsonSerializer.SerializeToUtf8Bytes(bundle, bundle.GetType(), Format);
    }

    /// <summary>Writes the notice of a withdrawal.</summary>
    /// <param name="notice">The notice.</param>
    /// <returns>UTF-8 JSON.</returns>
    public static byte[] Write(WithdrawalNotice notice) => JsonSerializer.SerializeToUtf8Bytes(notice, Format);

    /// <summary>Reads a bundle of a known kind.</summary>
    /// <typeparam name="TBundle">Its type.</typeparam>
    /// <param name="bytes">UTF-8 JSON.</param>
    /// <returns>The bundle.</returns>
    /// <exception cref="JsonException">The bytes are not such a bundle.</exception>
    public static TBundle Read<TBundle>(byte[] bytes)
        where TBundle : EditionBundle => Parse<TBundle>(bytes);

    /// <summary>Reads a bundle.</summary>
    /// <param name="kind">What it makes public.</param>
    /// <param name="bytes">UTF-8 JSON.</param>
    /// <returns>The bundle.</returns>
    /// <exception cref="JsonException">The bytes are not such a bundle.</exception>
    public static EditionBundle Read(ReleaseKind kind, byte[] bytes) => kind switch
    {
        ReleaseKind.Conclusion => Parse<SessionBundle>(bytes),
        ReleaseKind.Papers => Parse<PapersBundle>(bytes),
        ReleaseKind.OpinionSummary => Parse<OpinionSummaryBundle>(bytes),
        ReleaseKind.FollowUp => Parse<FollowUpBundle>(bytes),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>Reads the notice of a withdrawal.</summary>
    /// <param name="bytes">UTF-8 JSON.</param>
    /// <returns>The notice.</returns>
    /// <exception cref="JsonException">The bytes are not a notice.</exception>
    public static WithdrawalNotice ReadNotice(byte[] bytes) => Parse<WithdrawalNotice>(bytes);

    /// <summary>Reads the facts of a session out of a bundle's text.</summary>
    /// <param name="json">JSON of the facts alone.</param>
    /// <returns>The facts.</returns>
    /// <exception cref="JsonException">The text holds no facts.</exception>
    public static PublicSession ReadFacts(string json) => JsonSerializer.Deserialize<PublicSession>(json, Format) ?? throw new JsonException("Nothing to read");

    /// <summary>Hash of everything that readers see of a bundle: all but the time, which is not known while the second person reads.</summary>
    /// <param name="bundle">The bundle.</param>
    /// <returns>Hexadecimal digits.</returns>
    public static string Fingerprint(this EditionBundle bundle)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        return Convert.ToHexString(SHA256.HashData(Write(bundle with { PublishedAt = default })));
    }

    private static T Parse<T>(byte[] bytes) => JsonSerializer.Deserialize<T>(bytes, Format) ?? throw new JsonException("Nothing to read");
}
