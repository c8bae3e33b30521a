using ConferenceRecords.Data.Publication;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Documents.OpenData;
using ConferenceRecords.Domain.Publishing;

namespace ConferenceRecords.Web.OpenData;

/// <summary>All public data as files to take home: two tables and one archive of everything.</summary>
internal static class Downloads
{
    private const int SessionsAtOnce = 50;

    public static void MapDownloads(this WebApplication app)
    {
        var files = app.MapGroup("/du-lieu").AllowAnonymous().ExcludeFromDescription();
        files.Read("chi-tieu.csv", async (HttpRequest request, PublicationContext publication, CancellationToken cancel) =>
            Table(await publication.IndicatorsAsync(request.Addresses(), cancel), "chi-tieu.csv")).Negotiated("text/csv");
        files.Read("nhiem-vu.csv", async (HttpRequest request, PublicationContext publication, CancellationToken cancel) =>
            Table(await publication.TasksAsync(request.Addresses(), cancel), "nhiem-vu.csv")).Negotiated("text/csv");
        files.Read("tat-ca.zip", async (HttpRequest request, PublicationContext publication, CancellationToken cancel) =>
            new CompleteArchive(publication, request.Addresses(), await publication.PositionAsync(cancel))).Negotiated("application/zip");
    }

    /// <summary>Where the pages are, as the request sees it.</summary>
    public static PublicAddresses Addresses(this HttpRequest request) => request.HttpContext.RequestServices.GetRequiredService<PortalAddress>().Addresses(request);

    /// <summary>The figures of all sessions.</summary>
    public static async Task<byte[]> IndicatorsAsync(this PublicationContext publication, PublicAddresses addresses, CancellationToken cancel) =>
        IndicatorTable.Of(await publication.BundlesAsync<SessionBundle>(ReleaseKind.Conclusion, cancel), addresses).Bytes();

    /// <summary>The tasks of all sessions.</summary>
    public static async Task<byte[]> TasksAsync(this PublicationContext publication, PublicAddresses addresses, CancellationToken cancel) =>
        TaskTable.Of(await publication.BundlesAsync<FollowUpBundle>(ReleaseKind.FollowUp, cancel), addresses).Bytes();

    private static async Task<List<TBundle>> BundlesAsync<TBundle>(this PublicationContext publication, ReleaseKind kind, CancellationToken cancel)
        where TBundle : EditionBundle
    {
        var (bundles, place) = (new List<TBundle>(), (SessionPlace?)null);
        while (true)
        {
            var sessions = await publication.SessionsAsync(kind, place, SessionsAtOnce, cancel);
            bundles.AddRange(sessions.Select(s => s.Live<TBundle>()).OfType<TBundle>());
            if (sessions.Count < SessionsAtOnce) return bundles;
            place = new(sessions[^1].Releases[kind].Created, sessions[^1].Slug);
        }
    }

    private static DataAnswer Table(byte[] bytes, string name) => new(bytes, "text/csv; charset=utf-8", fileName: name);
}
