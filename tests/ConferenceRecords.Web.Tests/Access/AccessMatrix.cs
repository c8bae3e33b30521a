using System.Text.RegularExpressions;
using ConferenceRecords.TestSupport;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace ConferenceRecords.Web.Tests.Access;

/// <summary>
/// <c>matrix.txt</c>: a line for each address of the portal with what every kind of person gets. <c>in</c> is the way to the sign-in; a number is the status.
/// </summary>
internal static partial class AccessMatrix
{
    public static readonly IReadOnlyList<string> Persons = ["nobody", "thu-ky", "nguoi-duyet", "dai-bieu-1", "dai-bieu-khach", "quan-tri"];

    public static IReadOnlyList<(string Pattern, string[] Answers)> Lines { get; } =
    [
        .. File.ReadLines(Path.Combine(Checkout.Folder, "tests", "ConferenceRecords.Web.Tests", "Access", "matrix.txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => Blanks().Split(line.Trim()))
            .Select(words => (words[0], words[1..])),
    ];

    /// <summary>Every address that the portal really has, static files apart.</summary>
    public static IReadOnlyList<string> Endpoints(Portal portal) =>
    [
        .. portal.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>An address of a pattern with the given values in it.</summary>
    public static string Fill(string pattern, IReadOnlyDictionary<string, string> values) =>
        RoutePatternFactory.Parse(pattern).Parameters.Aggregate(
            pattern, (address, parameter) => Regex.Replace(address, $@"\{{{parameter.Name}\b[^}}]*\}}", values[parameter.Name]));

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
