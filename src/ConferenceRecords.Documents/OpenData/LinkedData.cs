using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ConferenceRecords.Domain.Publishing;

namespace ConferenceRecords.Documents.OpenData;

/// <summary>Public pages as JSON-LD in the words of schema.org: what search engines read of them.</summary>
public static class LinkedData
{
    private const string Context = "https://schema.org";

    /// <summary>Writes a page with all its parts.</summary>
    /// <param name="edition">The edition.</param>
    /// <returns>UTF-8.</returns>
    public static byte[] Write(OpenEdition edition) => Bytes(With(Describe(edition), Parts(edition)));

    /// <summary>Writes what stays of a page that was withdrawn.</summary>
    /// <param name="gone">The withdrawal.</param>
    /// <returns>UTF-8.</returns>
    public static byte[] Write(OpenWithdrawal gone)
    {
        ArgumentNullException.ThrowIfNull(gone);
        return Bytes(Thing(
            "CreativeWork", gone.Address, Tombstone.Words, ("creativeWorkStatus", Tombstone.Words), ("description", gone.Withdrawal.Reason),
            ("expires", Moment(gone.Withdrawal.WithdrawnAt))));
    }

    /// <summary>Describes a page in short, to stand inside it beside its place in the portal.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="trail">Names and addresses from the home page to it.</param>
    /// <returns>JSON that may stand inside a page: it holds no &lt;.</returns>
    public static string Embedded(OpenEdition edition, IReadOnlyList<(string Name, string Address)> trail) => Graph(Describe(edition), Trail(trail));

    /// <summary>Describes the portal with its search, to stand inside the home page.</summary>
    /// <param name="name">Name of the portal.</param>
    /// <param name="addresses">Where it is.</param>
    /// <returns>JSON that may stand inside a page.</returns>
    public static string Portal(string name, PublicAddresses addresses)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        return Graph(Thing(
            "WebSite", addresses.Root + "/", name, ("url", addresses.Root + "/"), ("inLanguage", "vi"),
            ("potentialAction", new JsonObject { ["@type"] = "SearchAction", ["target"] = addresses.Root + "/tim-kiem?q={search_term_string}", ["query-input"] = "required name=search_term_string" })));
    }

    private static JsonObject Describe(OpenEdition edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        var (bundle, session) = (edition.Bundle, edition.Bundle.Session);
        if (edition.Part == PublicPart.Session)
        {
            var (first, last) = (session.Sittings.Count > 0 ? session.Sittings[0] : null, session.Sittings.Count > 0 ? session.Sittings[^1] : null);
            return Thing(
                "Event", edition.Address, session.Title, ("url", edition.Address), ("inLanguage", "vi"), ("startDate", Day(first?.Date)), ("endDate", Day(last?.Date)),
                ("description", session.TimeNote), ("location", first?.Place is { } place ? new JsonObject { ["@type"] = "Place", ["name"] = place } : null), ("organizer", Organization(session.Body)));
        }
        var work = Thing(
            edition.Part switch { PublicPart.Conclusion or PublicPart.FollowUp => "Report", PublicPart.Indicators or PublicPart.OpinionSummary => "Dataset", _ => "CreativeWork" },
            edition.Address, edition.Title, ("url", edition.Address), ("inLanguage", "vi"), ("version", bundle.Edition), ("dateModified", Moment(bundle.PublishedAt)),
            ("datePublished", edition.All.Count > 0 ? Moment(edition.All[^1].PublishedAt) : Moment(bundle.PublishedAt)), ("publisher", Organization(session.Committee)),
            ("about", new JsonObject { ["@type"] = "Event", ["@id"] = edition.Addresses.Page(PublicPart.Session, bundle.Slug), ["name"] = session.Title }),
            ("encoding", Encodings(edition)));
        if (bundle is SessionBundle { Conclusion: var conclusion } whole)
        {
            if (edition.Part == PublicPart.Conclusion)
            {
                With(work, ("reportNumber", conclusion.Symbol), ("dateCreated", Day(conclusion.IssuedOn)), ("author", conclusion.SignerName is { } name ? Person(name, conclusion.Signer) : null));
            }
            else
            {
                var names = string.Join("; ", whole.Indicators.Select(i => i.Name));
                With(work, ("description", names.Length == 0 ? null : names), ("isBasedOn", edition.Addresses.Page(PublicPart.Conclusion, bundle.Slug)));
            }
        }
        return work;
    }

    /// <summary>The paragraphs, contents or figures, each under its own address.</summary>
    private static (string, JsonNode?) Parts(OpenEdition edition)
    {
        if (edition is { Part: PublicPart.Indicators, Bundle: SessionBundle bundle })
        {
            return ("variableMeasured", new JsonArray([.. bundle.Indicators.Select((i, index) => (JsonNode)Thing(
                "PropertyValue", $"{edition.Address}#chi-tieu-{index + 1}", i.Name, ("value", i.Value), ("unitText", i.Unit), ("description", $"{Outline.Figure(i)}, {i.Period}{(i.Base is null ? "" : $", {i.Base}")}")))]));
        }
        var entries = Outline.Of(edition).Sections.SelectMany(s => s.Entries);
        return (edition.Part == PublicPart.Session ? "workFeatured" : "hasPart", new JsonArray([.. entries.Select(e => (JsonNode)Thing(
            "CreativeWork", $"{edition.Address}#{e.Id}", null, ("position", e.Number), ("text", e.Text)))]));
    }

    private static JsonArray Encodings(OpenEdition edition)
    {
        var formats = new List<(string Suffix, string Type)> { ("json", "application/json"), ("txt", "text/plain"), ("akn.xml", "application/akn+xml") };
        if (edition.Part == PublicPart.Indicators) formats.Insert(0, ("csv", "text/csv"));
        return [.. formats.Select(f => (JsonNode)new JsonObject { ["@type"] = "DataDownload", ["encodingFormat"] = f.Type, ["contentUrl"] = $"{edition.Address}.{f.Suffix}" })];
    }

    private static JsonObject Trail(IReadOnlyList<(string Name, string Address)> trail) => new()
    {
        ["@type"] = "BreadcrumbList",
        ["itemListElement"] = new JsonArray([.. trail.Select((step, index) => (JsonNode)new JsonObject { ["@type"] = "ListItem", ["position"] = index + 1, ["name"] = step.Name, ["item"] = step.Address })]),
    };

    private static JsonObject Organization(string name) => new() { ["@type"] = "Organization", ["name"] = name };

    private static JsonObject Person(string name, string? position) => With(new JsonObject { ["@type"] = "Person", ["name"] = name }, ("jobTitle", position));

    private static JsonObject Thing(string type, string id, string? name, params IEnumerable<(string Name, JsonNode? Value)> members) =>
        With(new JsonObject { ["@type"] = type, ["@id"] = id }, members.Prepend(("name", name)));

    private static JsonObject With(JsonObject thing, params IEnumerable<(string Name, JsonNode? Value)> members)
    {
        foreach (var (name, value) in members) if (value is not null) thing[name] = value;
        return thing;
    }

    private static string Graph(params IEnumerable<JsonObject> things) =>
        JsonSerializer.Serialize(new JsonObject { ["@context"] = Context, ["@graph"] = new JsonArray([.. things]) }, OpenJson.Format);

    private static byte[] Bytes(JsonObject thing)
    {
        thing.Insert(0, "@context", Context);
        return JsonSerializer.SerializeToUtf8Bytes(thing, OpenJson.Format);
    }

    private static string? Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);

    private static string Moment(DateTimeOffset at) => OpenJson.Moment(at);
}
