using System.Globalization;
using ConferenceRecords.Data.Publication;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Documents.OpenData;
using ConferenceRecords.Web.OpenData;
using Npgsql;

namespace ConferenceRecords.Web.Caching;

/// <summary>Asks the database by one small query whether the page of an edition is still what it was. Most of what is published does not change when something else is.</summary>
internal sealed class PageCheck(TimeProvider clock, PortalAddress portal)
{
    private static readonly Dictionary<string, PublicPart> Parts = Enum.GetValues<PublicPart>().ToDictionary(PublicAddresses.Folder, StringComparer.Ordinal);

    /// <summary>The tag that the page of an address has now.</summary>
    /// <param name="context">A request, before its language is taken off its path.</param>
    /// <returns>A weak tag; null where the address is none of an edition that holds, or the database does not answer.</returns>
    public async Task<string?> TagAsync(HttpContext context)
    {
        var request = context.Request;
        var isEnglish = request.Path.StartsWithSegments("/en", StringComparison.Ordinal, out var path);
        if (!isEnglish) path = request.Path;
        if (Read(path) is not var (part, slug, number)) return null;
        try
        {
            var publication = context.RequestServices.GetRequiredService<PublicationContext>();
            if (await publication.MarkAsync(PublicAddresses.Kind(part), slug, number, context.RequestAborted) is not { } mark) return null;
            var tag = new PageTag(isEnglish ? "en" : "vi", clock.GetUtcNow(), portal, request, path);
            tag.Add(mark);
            return "W/" + tag;
        }
        catch (NpgsqlException)
        {
            return null;
        }
    }

    /// <summary>Reads <c>/folder/slug</c>, with what follows it for a paper and for one edition.</summary>
    private static (PublicPart Part, string Slug, int? Number)? Read(PathString path)
    {
        var steps = path.Value!.Split('/', 7);
        if (steps.Length is < 3 or > 6 || !Parts.TryGetValue(steps[1], out var part)) return null;
        if (steps.Length < 5) return (part, steps[2], null);
        return steps[3] == "ban" && int.TryParse(steps[4], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (part, steps[2], number) : null;
    }
}
