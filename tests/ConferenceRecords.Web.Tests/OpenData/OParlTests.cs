using System.Net;
using System.Text.Json.Nodes;
using ConferenceRecords.TestSupport;
using Xunit;
using static ConferenceRecords.Web.Tests.OpenData.OpenPublication;

namespace ConferenceRecords.Web.Tests.OpenData;

/// <summary>Every object that can be reached from the system is one of OParl 1.1, and every address in it answers.</summary>
public sealed class OParlTests(OpenPortal open) : IClassFixture<OpenPortal>, IDisposable
{
    private const string Schema = "https://schema.oparl.org/1.1/";

    private static readonly Dictionary<string, string[]> Required = new()
    {
        ["System"] = ["id", "type", "oparlVersion", "body"],
        ["Body"] = ["id", "type", "name", "organization", "person", "meeting", "paper", "legislativeTerm"],
        ["LegislativeTerm"] = ["id", "type", "body", "name"],
        ["Organization"] = ["id", "type", "body", "name"],
        ["Meeting"] = ["id", "type", "name", "organization"],
        ["AgendaItem"] = ["id", "type", "order", "meeting", "name"],
        ["Paper"] = ["id", "type", "name", "body", "mainFile", "paperType"],
        ["File"] = ["id", "type", "accessUrl", "name", "mimeType"],
        ["Location"] = ["id", "type", "description"],
    };

    private readonly Visitor visitor = open.Portal.Visit();

    private string Root => open.Portal.Address.GetLeftPart(UriPartial.Authority);

    [Fact]
    public async Task EveryObject_HasWhatItMust_AndEveryAddressAnswers()
    {
        var (waiting, seen, types, problems) = (new Queue<string>(["/oparl/v1.1"]), new HashSet<string>(["/oparl/v1.1"]), new HashSet<string>(), new List<string>());
        while (waiting.TryDequeue(out var address))
        {
            var answer = await visitor.GetAsync(address);
            if (answer.Status != HttpStatusCode.OK) problems.Add($"{address}: {(int)answer.Status}");
            if (answer.Status != HttpStatusCode.OK || !address.StartsWith("/oparl", StringComparison.Ordinal)) continue;
            foreach (var found in Objects(JsonNode.Parse(answer.Text)!))
            {
                var type = ((string)found["type"]!)[Schema.Length..];
                types.Add(type);
                problems.AddRange(Required[type].Where(name => found[name] is null).Select(name => $"{address}: {type} without {name}"));
                problems.AddRange(found.Where(m => m.Value is null or JsonArray { Count: 0 }).Select(m => $"{address}: {m.Key} is empty"));
                if (type != "System" && found["modified"] is null) problems.Add($"{address}: without a time");
            }
            foreach (var link in Links(JsonNode.Parse(answer.Text)!).Select(l => l[Root.Length..].Split('#')[0]).Where(l => seen.Add(l.Length == 0 ? "/" : l))) waiting.Enqueue(link);
        }
        Assert.Empty(problems);
        Assert.Equal(Required.Keys.Order(), types.Order());
    }

    [Fact]
    public async Task Gone_IsATombstoneByItself_AndInListsOfChangesAlone()
    {
        foreach (var address in (string[])[$"/oparl/v1.1/meeting/{WithdrawnSlug}", $"/oparl/v1.1/paper/{WithdrawnSlug}/ket-luan", $"/oparl/v1.1/agenda-item/{WithdrawnSlug}/1", $"/oparl/v1.1/paper/{Slug}/2"])
        {
            var answer = await visitor.OpenAsync(address);
            var gone = JsonNode.Parse(answer.Text)!.AsObject();
            Assert.Equal(["created", "deleted", "id", "modified", "type"], gone.Select(m => m.Key).Order());
            Assert.True((bool)gone["deleted"]!);
        }
        var list = (string)JsonNode.Parse((await visitor.OpenAsync("/oparl/v1.1/body")).Text)!["data"]![0]!["meeting"]!;
        Assert.Single(await DataAsync(list));
        var since = await DataAsync(list + "?modified_since=2000-01-01T00:00:00Z");
        Assert.Equal([false, true], since.Select(m => m!["deleted"] is not null).Order());
        Assert.Empty(await DataAsync(list + "?modified_since=2999-01-01T00:00:00%2B07:00"));
    }

    public void Dispose() => visitor.Dispose();

    private async Task<JsonArray> DataAsync(string address) => JsonNode.Parse((await visitor.OpenAsync(address[(address.StartsWith('/') ? 0 : Root.Length)..])).Text)!["data"]!.AsArray();

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject o => (o["type"]?.GetValue<string>().StartsWith(Schema, StringComparison.Ordinal) == true ? [o] : Enumerable.Empty<JsonObject>()).Concat(o.SelectMany(m => Objects(m.Value))),
        JsonArray a => a.SelectMany(Objects),
        _ => [],
    };

    private IEnumerable<string> Links(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(m => Links(m.Value)),
        JsonArray a => a.SelectMany(Links),
        JsonValue v when v.TryGetValue<string>(out var text) && text.StartsWith(Root, StringComparison.Ordinal) => [text],
        _ => [],
    };
}
