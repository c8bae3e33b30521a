using System.Globalization;
using System.Text.Json;
using ConferenceRecords.Data.Publication;
using ConferenceRecords.Data.Queries;

namespace ConferenceRecords.Web.OpenData.OParl;

/// <summary>Open data in the form of OParl 1.1. Lists go session by session, so that a part may hold more or fewer objects than another.</summary>
internal static class OParlEndpoints
{
    private const int SessionsAtOnce = 20;

    private static readonly string[] Lists = ["meeting", "agenda-item", "paper", "file", "location"];

    public static void MapOParl(this WebApplication app)
    {
        var oparl = app.MapGroup(OParlAddresses.Root).AllowAnonymous().Negotiated(DataJson.MediaType).ExcludeFromDescription();
        oparl.Read("", SystemAsync);
        oparl.Read("body", BodiesAsync);
        oparl.Read("body/{body}", async (HttpRequest request, PublicationContext publication, string body, CancellationToken cancel) =>
            One(Bodies(await publication.FactsAsync(cancel), OParlAddresses.Of(request)), OParlAddresses.Of(request).Bodies + "/" + body));
        oparl.Read("organization/{body}/{organization}", async (HttpRequest request, PublicationContext publication, string body, string organization, CancellationToken cancel) =>
            One(Organizations(await publication.FactsAsync(cancel), OParlAddresses.Of(request)), $"{OParlAddresses.Of(request).System}/organization/{body}/{organization}"));
        oparl.Read("term/{body}/{term}", async (HttpRequest request, PublicationContext publication, string body, string term, CancellationToken cancel) =>
            One(Terms(await publication.FactsAsync(cancel), OParlAddresses.Of(request)), $"{OParlAddresses.Of(request).System}/term/{body}/{term}"));
        oparl.Read("body/{body}/organization", async (HttpRequest request, PublicationContext publication, string body, OParlFilter filter, CancellationToken cancel) =>
            Whole(request, body, filter, Organizations(await publication.FactsAsync(cancel), OParlAddresses.Of(request))));
        oparl.Read("body/{body}/term", async (HttpRequest request, PublicationContext publication, string body, OParlFilter filter, CancellationToken cancel) =>
            Whole(request, body, filter, Terms(await publication.FactsAsync(cancel), OParlAddresses.Of(request))));

        // Names of people are public within texts alone, where each was allowed: there are no persons to list.
        oparl.Read("body/{body}/person", (HttpRequest request, string body, OParlFilter filter) => Whole(request, body, filter, []));
        foreach (var list in Lists)
        {
            oparl.Read("body/{body}/" + list, (HttpRequest request, PublicationContext publication, string body, OParlFilter filter, CancellationToken cancel) =>
                ListAsync(request, publication, list, body, filter, cancel));
            oparl.Read(list + "/{slug}" + (list is "meeting" or "location" ? "" : list is "agenda-item" ? "/{number:int}" : "/{**part}"), async (HttpRequest request, PublicationContext publication, string slug, CancellationToken cancel) =>
            {
                var at = OParlAddresses.Of(request);
                return await publication.SessionAsync(slug, cancel, history: true) is { } session ? One(new OParlSession(session, at).Ever(), at.Site + request.Path) : DataProblems.NotFound();
            });
        }
    }

    private static async Task<IResult> SystemAsync(HttpRequest request, PublicationContext publication, CancellationToken cancel)
    {
        var (at, facts) = (OParlAddresses.Of(request), await publication.FactsAsync(cancel));
        return Json(
            new OParlSystem(at.System, at.Bodies, "Hồ sơ hội nghị", at.Site + "/", facts.Count == 0 ? null : facts.Min(f => f.Created), facts.Count == 0 ? null : facts.Max(f => f.Modified)) { Web = at.Site + "/" },
            facts.Count == 0 ? null : facts.Max(f => f.Modified));
    }

    private static async Task<IResult> BodiesAsync(HttpRequest request, PublicationContext publication, OParlFilter filter, CancellationToken cancel) =>
        Whole(request, null, filter, Bodies(await publication.FactsAsync(cancel), OParlAddresses.Of(request)));

    /// <summary>Objects of the sessions of a body, after the cursor of the request.</summary>
    private static async Task<IResult> ListAsync(HttpRequest request, PublicationContext publication, string list, string body, OParlFilter filter, CancellationToken cancel)
    {
        if (!filter.IsReadable || !PageRequest.TryRead(filter.Cursor, out var place)) return BadFilter();
        var at = OParlAddresses.Of(request);
        var sessions = await publication.SessionsAsync(null, place, SessionsAtOnce + 1, cancel, history: filter.ModifiedSince is not null);
        var type = OParlObject.TypeOf(list switch { "agenda-item" => "AgendaItem", _ => char.ToUpperInvariant(list[0]) + list[1..] });
        var objects = sessions.Take(SessionsAtOnce).Where(s => BodyOf(s) == body)
            .SelectMany(s => filter.ModifiedSince is null ? new OParlSession(s, at).Live() : new OParlSession(s, at).Ever())
            .Where(o => o.Type == type && filter.Holds(o)).ToList();
        var next = sessions.Count > SessionsAtOnce ? PageRequest.Next(request, null, sessions[SessionsAtOnce - 1].Created.UtcTicks, sessions[SessionsAtOnce - 1].Slug) : null;
        return List(request, filter, objects, next is null ? null : at.Site + next + filter.Query);
    }

    /// <summary>The body whose session it is; of a session that was withdrawn whole, the one it had.</summary>
    private static string? BodyOf(PublishedSession session) =>
        (session.Latest ?? session.Releases.Values.SelectMany(r => r.Earlier).FirstOrDefault()) is { Session: var facts } ? OParlAddresses.KeyOfBody(facts) : null;

    private static List<OParlBody> Bodies(IReadOnlyList<SessionFacts> facts, OParlAddresses at) =>
    [
        .. facts.GroupBy(f => at.Body(f.Facts)).Select(g => new OParlBody(
            g.Key, at.System, g.First().Facts.Committee, g.Key + "/organization", g.Key + "/person", g.Key + "/meeting", g.Key + "/paper", Terms([.. g], at), g.Key + "/term", g.Key + "/agenda-item",
            g.Key + "/file", g.Key + "/location", g.Min(f => f.Created), g.Max(f => f.Modified))
        {
            Web = at.Site + "/",
        }),
    ];

    private static List<OParlOrganization> Organizations(IReadOnlyList<SessionFacts> facts, OParlAddresses at) =>
        [.. facts.GroupBy(f => at.Organization(f.Facts)).Select(g => new OParlOrganization(g.Key, at.Body(g.First().Facts), g.First().Facts.Body, g.Min(f => f.Created), g.Max(f => f.Modified)))];

    private static List<OParlTerm> Terms(IReadOnlyList<SessionFacts> facts, OParlAddresses at) =>
    [
        .. facts.GroupBy(f => at.Term(f.Facts)).Select(g => new OParlTerm(
            g.Key, at.Body(g.First().Facts), string.Create(CultureInfo.InvariantCulture, $"Khóa {g.First().Facts.TermLabel}, nhiệm kỳ {g.First().Facts.TermStart}-{g.First().Facts.TermEnd}"),
            g.Min(f => f.Created), g.Max(f => f.Modified))),
    ];

    /// <summary>A list in one part: of a body, or of all bodies.</summary>
    private static IResult Whole(HttpRequest request, string? body, OParlFilter filter, IEnumerable<OParlObject> objects)
    {
        if (!filter.IsReadable) return BadFilter();
        var at = OParlAddresses.Of(request);
        return List(request, filter, [.. objects.Where(o => (body is null || o.Id.Contains($"/{body}/", StringComparison.Ordinal)) && filter.Holds(o))], null);
    }

    private static DataAnswer List(HttpRequest request, OParlFilter filter, List<OParlObject> objects, string? next)
    {
        var address = OParlAddresses.Of(request).Site + request.Path;
        var first = filter.Query.Length == 0 ? address : address + "?" + filter.Query[1..];
        return Json(new OParlList(objects, new(objects.Count), new(address + request.QueryString, first, next)), objects.Max(o => o.Modified), next);
    }

    private static IResult One(IEnumerable<OParlObject> objects, string id) => objects.FirstOrDefault(o => o.Id == id) is { } found ? Json(found, found.Modified) : DataProblems.NotFound();

    private static IResult BadFilter() => DataProblems.Of(
        StatusCodes.Status400BadRequest, "created_since, created_until, modified_since and modified_until are times such as 2021-12-31T00:00:00+07:00; a cursor comes from an earlier answer.");

    private static DataAnswer Json(object value, DateTimeOffset? modified, string? next = null) =>
        new(JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), DataJson.WithoutNulls), DataJson.MediaType, modified, next);
}
