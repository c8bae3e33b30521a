using System.Security.Cryptography;
using ConferenceRecords.Data.Publication;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Documents.OpenData;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Web.Publishing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;

namespace ConferenceRecords.Web.OpenData;

/// <summary>What programs fetch beside the pages: feeds, calendars, tables, the approved bytes of an edition, and what search engines ask for.</summary>
internal static class PublicFiles
{
    private const string Atom = "application/atom+xml", Calendar = "text/calendar; charset=utf-8";

    private const int MostEntries = 50, MostSessions = 200;

    private static readonly string[] Pages = ["", "hoi-nghi", "ket-luan", "chi-tieu", "ve-trang-nay", "du-lieu-mo", "ho-tro-tiep-can"];

    public static void MapPublicFiles(this IEndpointRouteBuilder app)
    {
        var files = app.MapGroup("").AllowAnonymous();
        files.MapMethods("/tin.atom", ReadOnly, (Source source) => source.FeedAsync(null, "tin.atom", "", source.Text["Hồ sơ hội nghị"]));
        foreach (var kind in Enum.GetValues<ReleaseKind>())
        {
            var folder = kind.Slug();
            files.MapMethods($"/{folder}.atom", ReadOnly, (Source source) => source.FeedAsync(kind, $"{folder}.atom", kind == ReleaseKind.Conclusion ? folder : "", source.Text.Of(PublicAddresses.Part(kind))));
            files.MapMethods($"/{folder}/{{slug}}/ban/{{number:int}}/goi.json", ReadOnly, (string slug, int number, Source source) => source.BundleAsync(kind, slug, number));
        }
        files.MapMethods("/hoi-nghi/{slug}.atom", ReadOnly, (string slug, Source source) => source.FeedAsync(slug));
        files.MapMethods("/hoi-nghi/{slug}.ics", ReadOnly, (string slug, Source source) => source.CalendarAsync(slug));
        files.MapMethods("/lich.ics", ReadOnly, (Source source) => source.CalendarAsync(null));
        files.MapMethods("/chi-tieu/{slug}.csv", ReadOnly, (string slug, Source source) => source.TableAsync(slug));
        files.MapMethods("/sitemap.xml", ReadOnly, (Source source) => source.MapAsync());
        files.MapMethods("/robots.txt", ReadOnly, (Source source) => source.Robots());
    }

    private static readonly string[] ReadOnly = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>What the files are made of.</summary>
    private sealed record Source(PublicationContext Publication, PortalAddress Portal, IStringLocalizer<SharedText> Text, HttpContext Context)
    {
        private PublicAddresses Addresses => Portal.Addresses(Context.Request);

        private CancellationToken Cancel => Context.RequestAborted;

        public static ValueTask<Source> BindAsync(HttpContext context) => ValueTask.FromResult(new Source(
            context.RequestServices.GetRequiredService<PublicationContext>(), context.RequestServices.GetRequiredService<PortalAddress>(),
            context.RequestServices.GetRequiredService<IStringLocalizer<SharedText>>(), context));

        public async Task<IResult> FeedAsync(ReleaseKind? kind, string path, string page, string title) =>
            File(EditionAtom.Write(title, path, page, await Publication.FeedAsync(kind, null, MostEntries, Cancel), Addresses), Atom);

        public async Task<IResult> FeedAsync(string slug)
        {
            var editions = await Publication.FeedAsync(null, slug, MostEntries, Cancel);
            if (editions.Count == 0) return Results.NotFound();
            var title = editions.Select(e => e.Bundle?.Session.Title).FirstOrDefault(t => t is not null) ?? Text["Hội nghị"];
            return File(EditionAtom.Write(title, $"hoi-nghi/{slug}.atom", $"hoi-nghi/{slug}", editions, Addresses), Atom);
        }

        public async Task<IResult> CalendarAsync(string? slug)
        {
            var sessions = await Publication.SessionsAsync(slug, MostSessions, Cancel);
            if (slug is not null && sessions.Count == 0) return await Publication.Editions.AnyAsync(e => e.Slug == slug, Cancel) ? Results.StatusCode(StatusCodes.Status410Gone) : Results.NotFound();
            return File(SittingCalendar.Write(slug is null ? Text["Lịch hội nghị"] : sessions[0].Session.Title, sessions, Addresses), Calendar);
        }

        public async Task<IResult> TableAsync(string slug)
        {
            if (await Publication.EditionAsync<SessionBundle>(slug, null, Cancel) is not { } answer) return Results.NotFound();
            return answer.Edition is { } edition ? File(IndicatorTable.Of([edition.Bundle], Addresses).Bytes(), "text/csv; charset=utf-8", $"chi-tieu-{slug}.csv") : Results.StatusCode(StatusCodes.Status410Gone);
        }

        /// <summary>The bytes that were approved, unchanged, so that anybody can compare their hash with the one on the page.</summary>
        public async Task<IResult> BundleAsync(ReleaseKind kind, string slug, int number)
        {
            var found = await Publication.Editions.Where(e => e.Slug == slug && e.Kind == kind && e.Number == number)
                .Select(e => new { e.Bundle, IsWithdrawn = Publication.Withdrawals.Any(w => w.SessionId == e.SessionId && w.Kind == kind && w.Through >= number) }).FirstOrDefaultAsync(Cancel);
            return found is null ? Results.NotFound() : found.IsWithdrawn ? Results.StatusCode(StatusCodes.Status410Gone) : File(found.Bundle, "application/json");
        }

        public async Task<IResult> MapAsync() => File(SiteMap.Write(await Publication.LiveAsync(SiteMap.MostEditions, Cancel), Pages, Addresses), "application/xml");

        public IResult Robots() => Results.Text($"User-agent: *\nDisallow: /tim-kiem\nDisallow: /en/tim-kiem\n\nSitemap: {Addresses.Root}/sitemap.xml\n");

        private static IResult File(byte[] bytes, string mediaType, string? name = null) =>
            Results.Bytes(bytes, mediaType, name, entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16))}\""));
    }
}
