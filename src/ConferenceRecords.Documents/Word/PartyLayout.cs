using System.Text.Json;
using System.Text.Json.Nodes;

namespace ConferenceRecords.Documents.Word;

/// <summary>How documents of the Party are laid out by one guide: data of <c>layouts.json</c>, each guide with the time from which it holds. Lengths in millimetres, letters in points.</summary>
/// <param name="Guide">Its symbol, "36-HD/VPTW".</param>
/// <param name="Year">The year in which it was issued.</param>
/// <param name="ValidFrom">The day from which it holds; null where only the year is known.</param>
/// <param name="ValidFromYear">The year from which it holds.</param>
/// <param name="IsComplete">Whether its rules are known; else they are those of another guide, to be checked by a person.</param>
/// <param name="Note">What is not known of it, for the Office.</param>
/// <param name="Font">Font.</param>
/// <param name="MarginTop">Upper margin.</param>
/// <param name="MarginBottom">Lower margin.</param>
/// <param name="MarginLeft">Left margin.</param>
/// <param name="MarginRight">Right margin.</param>
/// <param name="FirstLine">How far the first line of a paragraph is set in.</param>
/// <param name="Party">The line at the upper right.</param>
/// <param name="PartySize">Letters of that line.</param>
/// <param name="HeadSize">Letters of the issuer, the number, place and date.</param>
/// <param name="KindSize">Letters of the name of the type.</param>
/// <param name="AboutSize">Letters of what it is about.</param>
/// <param name="BodySize">Letters of the text.</param>
/// <param name="RecipientsSize">Letters of who receives it.</param>
/// <param name="AboutRule">The line below what it is about.</param>
/// <param name="UnderIssuer">The mark below the issuer.</param>
/// <param name="Archive">The last of those who receive it.</param>
public sealed record PartyLayout(
    string Guide, int Year, DateOnly? ValidFrom, int ValidFromYear, bool IsComplete, string? Note,
    string Font, int MarginTop, int MarginBottom, int MarginLeft, int MarginRight, int FirstLine,
    string Party, int PartySize, int HeadSize, int KindSize, int AboutSize, int BodySize, int RecipientsSize,
    string AboutRule, string UnderIssuer, string Archive)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>All guides, the oldest first.</summary>
    public static IReadOnlyList<PartyLayout> All { get; } = Read();

    /// <summary>The guide in force.</summary>
    /// <param name="day">Day of the document; null where only the year is known.</param>
    /// <param name="year">Its year; null where that is not known either: then the oldest known guide.</param>
    /// <returns>The newest guide that holds then, else the oldest one known.</returns>
    public static PartyLayout InForce(DateOnly? day, int? year)
    {
        bool Holds(PartyLayout layout) => layout.ValidFrom is { } from && day is { } known ? from <= known : layout.ValidFromYear <= (day?.Year ?? year);
        return All.LastOrDefault(Holds) ?? All[0];
    }

    /// <summary>A length as Word measures it, in twentieths of a point.</summary>
    internal static int Twips(int millimetres) => (int)Math.Round(millimetres * 1440 / 25.4);

    /// <summary>What a guide does not say for itself is taken from the one that it is like.</summary>
    private static List<PartyLayout> Read()
    {
        using var stream = typeof(PartyLayout).Assembly.GetManifestResourceStream("layouts.json")!;
        var guides = JsonNode.Parse(stream)!.AsArray().Select(g => g!.AsObject()).ToList();
        foreach (var guide in guides)
        {
            if (guide["like"] is not { } name) continue;
            var like = guides.Single(g => (string?)g["guide"] == (string?)name);
            foreach (var (rule, value) in like) if (!guide.ContainsKey(rule)) guide[rule] = value?.DeepClone();
        }
        return [.. guides.Select(g => g.Deserialize<PartyLayout>(Json)!).OrderBy(l => l.ValidFromYear)];
    }
}
