using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace ConferenceRecords.Web.OpenData;

/// <summary>What is left of something that was withdrawn: problem details with these members.</summary>
/// <param name="Type">What it was, behind <c>about:blank#</c>.</param>
/// <param name="Title">"Gone".</param>
/// <param name="Status">410.</param>
/// <param name="Detail">A sentence.</param>
/// <param name="Id">Its address.</param>
/// <param name="Deleted">True.</param>
/// <param name="WithdrawnAt">When it was withdrawn.</param>
/// <param name="Reason">Why, as the committee says it.</param>
/// <param name="Replacement">Address of what holds today; null where there is nothing.</param>
public sealed record GoneProblem(string Type, string Title, int Status, string Detail, string Id, bool Deleted, DateTimeOffset WithdrawnAt, string Reason, string? Replacement);

/// <summary>The description of the interface in the form of OpenAPI.</summary>
internal static class ApiDescription
{
    public static IServiceCollection AddApiDescription(this IServiceCollection services)
    {
        // The description learns from these options how values are written.
        services.ConfigureHttpJsonOptions(o => DataJson.Write(o.SerializerOptions));

        // What can't be read is answered, in every environment.
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = false);
        return services.AddOpenApi("v1", options =>
        {
            options.ShouldInclude = d => d.HttpMethod == HttpMethods.Get && d.RelativePath?.StartsWith("api/v1", StringComparison.Ordinal) == true;
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info = new()
                {
                    Title = "ConferenceRecords: open data", Version = "1",
                    Description = "Everything that the committee has published of its sessions. Texts and values are in Vietnamese, as published. Read-only, without keys; fields may be added, none is removed or changes its meaning within v1.",
                };
                document.Servers = [new() { Url = "/" }];
                return Task.CompletedTask;
            });
            options.AddOperationTransformer((operation, context, _) =>
            {
                var segments = context.Description.RelativePath!.Split('/');
                operation.Tags = new HashSet<OpenApiTagReference> { new(segments is [_, _, { Length: > 0 } resource, ..] ? resource : "index", context.Document) };
                foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? []) Describe(parameter);
                return Task.CompletedTask;
            });
        });
    }

    private static void Describe(OpenApiParameter parameter)
    {
        (parameter.Description, parameter.Example) = parameter.Name switch
        {
            "slug" => ("Permanent part of the session's addresses.", JsonValue.Create("ban-chap-hanh-khoa-xx-lan-12")),
            "number" => ("Number of the edition, from 1.", JsonValue.Create(1)),
            "limit" => ("How many entries at most, from 1 to 200; 50 without it.", JsonValue.Create(50)),
            "cursor" => ("Where to go on, out of `next` of an earlier answer. Its form may change.", (JsonNode?)null),
            _ => (parameter.Description, parameter.Example),
        };
    }
}
