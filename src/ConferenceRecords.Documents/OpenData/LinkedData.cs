using System.Buffers;
using System.Globalization;
using System.Text.Json;
using ConferenceRecords.Domain.Publishing;

namespace ConferenceRecords.Documents.OpenData;

/// <summary>Public pages as JSON-LD in the words of schema.org: what search engines read of them.</summary>
public static class LinkedData
{
    private const string Context = "https://schema.org";

    private static readonly JsonWriterOptions Format = new() { Encoder = OpenJson.Format.Encoder };

    /// <summary>Writes a page with all its parts.</summary>
    /// <param name="edition">The edition.</param>
    /// <returns>UTF-8.</returns>
    public static byte[] Write(OpenEdition edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return Thing(json =>
        {
            Describe(json, edition);
            Parts(json, edition);
        });
    }

    /// <summary>Writes what stays of a page that was withdrawn.</summary>
    /// <param name="gone">The withdrawal.</param>
    /// <returns>UTF-8.</returns>
    public static byte[] Write(OpenWithdrawal gone)
    {
        ArgumentNullException.ThrowIfNull(gone);
        return Thing(json =>
        {
            Head(json, "CreativeWork", gone.Address, Tombstone.Words);
            Member(json, "creativeWorkStatus", Tombstone.Words);
            Member(json, "description", gone.Withdrawal.Reason);
            Member(json, "expires", OpenJson.Moment(gone.Withdrawal.WithdrawnAt));
        });
    }

    /// <summary>Describes a page in short, to stand inside it beside its place in the portal.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="trail">Names and addresses from the home page to it.</param>
    /// <returns>JSON that may stand inside a page: it holds no &lt;.</returns>
    public static string Embedded(OpenEdition edition, IReadOnlyList<(string Name, string Address)> trail)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(trail);
        return Graph(json =>
        {
            json.WriteStartObject();
            Describe(json, edition);
            json.WriteEndObject();
            json.WriteStartObject();
            Member(json, "@type", "BreadcrumbList");
            json.WriteStartArray("itemListElement");
            foreach (var (index, (name, address)) in trail.Index())
            {
                json.WriteStartObject();
                Member(json, "@type", "ListItem");
                json.WriteNumber("position", index + 1);
                Member(json, "name", name);
                Member(json, "item", address);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    /// <summary>Describes the portal with its search, to stand inside the home page.</summary>
    /// <param name="name">Name of the portal.</param>
    /// <param name="addresses">Where it is.</param>
    /// <returns>JSON that may stand inside a page.</returns>
    public static string Portal(string name, PublicAddresses addresses)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        return Graph(json =>
        {
            var home = addresses.Root + "/";
            json.WriteStartObject();
            Head(json, "WebSite", home, name);
            Member(json, "url", home);
            Member(json, "inLanguage", "vi");
            Part(json, "potentialAction", "SearchAction", ("target", home + "tim-kiem?q={search_term_string}"), ("query-input", "required name=search_term_string"));
            json.WriteEndObject();
        });
    }

    private static void Describe(Utf8JsonWriter json, OpenEdition edition)
    {
        var (bundle, session, address) = (edition.Bundle, edition.Bundle.Session, edition.Address);
        if (edition.Part == PublicPart.Session)
        {
            var (first, last) = (session.Sittings.Count > 0 ? session.Sittings[0] : null, session.Sittings.Count > 0 ? session.Sittings[^1] : null);
            Head(json, "Event", address, session.Title);
            Member(json, "url", address);
            Member(json, "inLanguage", "vi");
            Member(json, "startDate", Day(first?.Date));
            Member(json, "endDate", Day(last?.Date));
            Member(json, "description", session.TimeNote);
            if (first?.Place is { } place) Part(json, "location", "Place", ("name", place));
            Part(json, "organizer", "Organization", ("name", session.Body));
            return;
        }
        Head(json, edition.Part switch { PublicPart.Conclusion or PublicPart.FollowUp => "Report", PublicPart.Indicators or PublicPart.OpinionSummary => "Dataset", _ => "CreativeWork" }, address, edition.Title);
        Member(json, "url", address);
        Member(json, "inLanguage", "vi");
        json.WriteNumber("version", bundle.Edition);
        Member(json, "dateModified", OpenJson.Moment(bundle.PublishedAt));
        Member(json, "datePublished", OpenJson.Moment(edition.All.Count > 0 ? edition.All[^1].PublishedAt : bundle.PublishedAt));
        Part(json, "publisher", "Organization", ("name", session.Committee));
        Part(json, "about", "Event", ("@id", edition.Addresses.Page(PublicPart.Session, bundle.Slug)), ("name", session.Title));
        json.WriteStartArray("encoding");
        if (edition.Part == PublicPart.Indicators) Encoding(json, address, "csv", "text/csv");
        Encoding(json, address, "json", "application/json");
        Encoding(json, address, "txt", "text/plain");
        Encoding(json, address, "akn.xml", "application/akn+xml");
        json.WriteEndArray();
        if (bundle is not SessionBundle { Conclusion: var conclusion } whole) return;
        if (edition.Part == PublicPart.Conclusion)
        {
            Member(json, "reportNumber", conclusion.Symbol);
            Member(json, "dateCreated", Day(conclusion.IssuedOn));
            if (conclusion.SignerName is { } name) Part(json, "author", "Person", ("name", name), ("jobTitle", conclusion.Signer));
            return;
        }
        var names = string.Join("; ", whole.Indicators.Select(i => i.Name));
        Member(json, "description", names.Length == 0 ? null : names);
        Member(json, "isBasedOn", edition.Addresses.Page(PublicPart.Conclusion, bundle.Slug));
    }

    /// <summary>The paragraphs, contents or figures, each under its own address.</summary>
    private static void Parts(Utf8JsonWriter json, OpenEdition edition)
    {
        var address = edition.Address;
        if (edition is { Part: PublicPart.Indicators, Bundle: SessionBundle bundle })
        {
            json.WriteStartArray("variableMeasured");
            foreach (var (index, indicator) in bundle.Indicators.Index())
            {
                json.WriteStartObject();
                Head(json, "PropertyValue", $"{address}#chi-tieu-{index + 1}", indicator.Name);
                json.WriteNumber("value", indicator.Value);
                Member(json, "unitText", indicator.Unit);
                Member(json, "description", $"{Outline.Figure(indicator)}, {indicator.Period}{(indicator.Base is null ? "" : $", {indicator.Base}")}");
                json.WriteEndObject();
            }
            json.WriteEndArray();
            return;
        }
        json.WriteStartArray(edition.Part == PublicPart.Session ? "workFeatured" : "hasPart");
        foreach (var entry in Outline.Of(edition).Sections.SelectMany(s => s.Entries))
        {
            json.WriteStartObject();
            Head(json, "CreativeWork", $"{address}#{entry.Id}", null);
            Member(json, "position", entry.Number);
            Member(json, "text", entry.Text);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Head(Utf8JsonWriter json, string type, string id, string? name)
    {
        Member(json, "@type", type);
        Member(json, "@id", id);
        Member(json, "name", name);
    }

    private static void Member(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null) json.WriteString(name, value);
    }

    private static void Part(Utf8JsonWriter json, string member, string type, params ReadOnlySpan<(string Name, string? Value)> members)
    {
        json.WriteStartObject(member);
        Member(json, "@type", type);
        foreach (var (name, value) in members) Member(json, name, value);
        json.WriteEndObject();
    }

    private static void Encoding(Utf8JsonWriter json, string address, string suffix, string type)
    {
        json.WriteStartObject();
        Member(json, "@type", "DataDownload");
        Member(json, "encodingFormat", type);
        Member(json, "contentUrl", $"{address}.{suffix}");
        json.WriteEndObject();
    }

    private static byte[] Thing(Action<Utf8JsonWriter> members) => Document(members).WrittenSpan.ToArray();

    private static string Graph(Action<Utf8JsonWriter> things) => System.Text.Encoding.UTF8.GetString(Document(json =>
    {
        json.WriteStartArray("@graph");
        things(json);
        json.WriteEndArray();
    }).WrittenSpan);

    private static ArrayBufferWriter<byte> Document(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using var json = new Utf8JsonWriter(buffer, Format);
        json.WriteStartObject();
        Member(json, "@context", Context);
        members(json);
        json.WriteEndObject();
        json.Flush();
        return buffer;
    }

    private static string? Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);
}
