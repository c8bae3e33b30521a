
using ConferenceRecords.Web.OpenData.OParl;

namespace ConferenceRecords.Web.OpenData;

/// <summary>Where programs begin.</summary>
/// <param name="Sessions">Sessions.</param>
/// <param name="Conclusions">Conclusions with contents and figures.</param>
/// <param name="Papers">Papers with their texts.</param>
/// <param name="OpinionSummaries">Summaries of opinions.</param>
/// <param name="FollowUps">How directives are carried out.</param>
/// <param name="Indicators">Figures of all sessions.</param>
/// <param name="Tasks">Tasks of all sessions.</param>
/// <param name="Changes">Everything that became public or was withdrawn, in order.</param>
/// <param name="Description">This interface in the form of OpenAPI.</param>
/// <param name="OParl">The same data in the form of OParl 1.1.</param>
/// <param name="Everything">All public data in one archive.</param>
public sealed record ApiIndex(
    string Sessions, string Conclusions, string Papers, string OpinionSummaries, string FollowUps, string Indicators, string Tasks, string Changes, string Description, string OParl, string Everything);

/// <summary>The addresses for programs, below the pages for people. They know the public's database alone.</summary>
internal static class OpenDataEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapOpenData(this WebApplication app)
    {
        var api = app.MapGroup(DataAddresses.Api).AllowAnonymous().Negotiated(DataJson.MediaType).ProducesProblem(StatusCodes.Status406NotAcceptable);
        api.Read("", () => DataAnswer.Json(new ApiIndex(
                "/api/v1/sessions", "/api/v1/conclusions", "/api/v1/papers", "/api/v1/opinion-summaries", "/api/v1/follow-ups", "/api/v1/indicators", "/api/v1/tasks", "/api/v1/changes",
                "/api/v1/openapi.json", "/oparl/v1.1", "/du-lieu/tat-ca.zip")))
            .Described<ApiIndex>("getIndex", "What there is.", "Addresses of the resources.");
        api.MapSessions();
        api.MapConclusions();
        api.MapPapers();
        api.MapOpinionSummaries();
        api.MapFollowUps();
        api.MapIndicators();
        api.MapChanges();
        app.MapOParl();
        app.MapDownloads();
        app.MapOpenApi(DataAddresses.Api + "/openapi.json").AllowAnonymous();
    }

    /// <summary>An address that is read, and nothing else.</summary>
    public static RouteHandlerBuilder Read(this IEndpointRouteBuilder routes, string pattern, System.Delegate handler) => routes.MapMethods(pattern, Reading, handler);

    /// <summary>Says in the description what the address answers.</summary>
    public static RouteHandlerBuilder Described<T>(this RouteHandlerBuilder route, string name, string summary, string description) =>
        route.WithName(name).WithSummary(summary).WithDescription(description).Produces<T>();

    /// <summary>An address that answers part by part.</summary>
    public static RouteHandlerBuilder Paged(this RouteHandlerBuilder route) => route.ProducesProblem(StatusCodes.Status400BadRequest);

    /// <summary>An address whose edition may be missing or withdrawn.</summary>
    public static RouteHandlerBuilder Withdrawable(this RouteHandlerBuilder route) =>
        route.ProducesProblem(StatusCodes.Status404NotFound).Produces<GoneProblem>(StatusCodes.Status410Gone, "application/problem+json");
}
