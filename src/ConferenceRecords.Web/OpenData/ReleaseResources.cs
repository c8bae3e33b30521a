using ConferenceRecords.Data.Publication;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Domain.Publishing;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.OpenData;

/// <summary>What is public of one kind of a session, in a list.</summary>
/// <param name="Session">Permanent part of the session's addresses.</param>
/// <param name="Title">Title of the session.</param>
/// <param name="Edition">Number of the edition that holds today, from 1.</param>
/// <param name="PublishedAt">When that edition became public.</param>
/// <param name="FirstPublishedAt">When the first edition became public. The list is ordered by it, the latest first.</param>
/// <param name="Href">Address of the resource.</param>
/// <param name="Page">Address of the page for people.</param>
public sealed record ReleaseEntry(string Session, string Title, int Edition, DateTimeOffset PublishedAt, DateTimeOffset FirstPublishedAt, string Href, string Page);

/// <summary>An edition: an immutable snapshot of what was approved. A correction is the next edition.</summary>
/// <param name="Session">Permanent part of the session's addresses.</param>
/// <param name="Edition">Number of the edition, from 1.</param>
/// <param name="Newest">Number of the edition that holds today: a higher one means that this edition was corrected.</param>
/// <param name="PublishedAt">When it became public.</param>
/// <param name="Sha256">SHA-256 of the bundle, in hexadecimal digits.</param>
/// <param name="Bundle">Address of the bundle: the bytes that were approved.</param>
/// <param name="Page">Address of the page for people.</param>
/// <param name="Files">Files made from the edition.</param>
/// <param name="Facts">The session as this edition tells of it.</param>
/// <param name="Content">What the edition makes public.</param>
public sealed record EditionResource<TContent>(
    string Session, int Edition, int Newest, DateTimeOffset PublishedAt, string Sha256, string Bundle, string Page, IReadOnlyList<FileEntry> Files, PublicSession Facts, TContent Content);

/// <summary>A file made from an edition.</summary>
/// <param name="Name">File name.</param>
/// <param name="Length">Size, in bytes.</param>
/// <param name="Sha256">SHA-256 of its bytes, in hexadecimal digits.</param>
/// <param name="Href">Address of its bytes.</param>
public sealed record FileEntry(string Name, int Length, string Sha256, string Href);

/// <summary>An edition among the others of its kind and session.</summary>
/// <param name="Edition">Number, from 1.</param>
/// <param name="PublishedAt">When it became public.</param>
/// <param name="IsWithdrawn">Whether it was withdrawn: its address answers 410 with the reason.</param>
/// <param name="Href">Address of the resource.</param>
public sealed record EditionItem(int Edition, DateTimeOffset PublishedAt, bool IsWithdrawn, string Href);

/// <summary>The addresses that every kind has: the list, the edition that holds today, all editions, each of them, and its bundle byte for byte.</summary>
internal static class ReleaseResources
{
    /// <summary>Adds the addresses of a kind.</summary>
    /// <param name="api">The interface.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="name">What one is called, in the names of the operations.</param>
    /// <param name="content">What readers get of a bundle.</param>
    public static void MapRelease<TBundle, TContent>(this RouteGroupBuilder api, ReleaseKind kind, string name, Func<TBundle, TContent> content)
        where TBundle : EditionBundle
    {
        var group = api.MapGroup(kind.Segment());
        group.Read("", (HttpRequest request, PublicationContext publication, string? cursor, int? limit, CancellationToken cancel) => ListAsync(request, publication, kind, cursor, limit, cancel))
            .Described<Page<ReleaseEntry>>($"list{name}", $"{name}: the sessions that have one.", "By session, the one published first last. With a cursor.").Paged();
        group.Read("{slug}", (HttpRequest request, PublicationContext publication, string slug, CancellationToken cancel) => EditionAsync(request, publication, kind, slug, null, content, cancel))
            .Described<EditionResource<TContent>>($"get{name}", $"{name} of a session: the edition that holds today.", "410 with a tombstone when it was withdrawn.").Withdrawable();
        group.Read("{slug}/editions", (PublicationContext publication, string slug, CancellationToken cancel) => EditionsAsync(publication, kind, slug, cancel))
            .Described<IReadOnlyList<EditionItem>>($"list{name}Editions", $"{name} of a session: all editions, the newest first.", "Withdrawn ones are among them.").ProducesProblem(404);
        group.Read("{slug}/editions/{number:int:min(1)}", (HttpRequest request, PublicationContext publication, string slug, int number, CancellationToken cancel) => EditionAsync(request, publication, kind, slug, number, content, cancel))
            .Described<EditionResource<TContent>>($"get{name}Edition", $"{name} of a session: one edition.", "What it says never changes; only `newest` grows.").Withdrawable();
        group.Read("{slug}/editions/{number:int:min(1)}/bundle", (HttpRequest request, PublicationContext publication, string slug, int number, CancellationToken cancel) => BundleAsync(request, publication, kind, slug, number, cancel))
            .Described<object>($"get{name}Bundle", $"{name} of a session: the bundle of one edition.", "Byte for byte what the second person approved; its SHA-256 is in the edition and in the changes.").Withdrawable();
    }

    private static async Task<IResult> ListAsync(HttpRequest request, PublicationContext publication, ReleaseKind kind, string? cursor, int? limit, CancellationToken cancel)
    {
        if (!PageRequest.IsLimit(limit)) return DataProblems.BadLimit();
        if (!PageRequest.TryRead(cursor, out var place)) return DataProblems.BadCursor();
        var most = limit ?? PageRequest.Usual;
        var found = await publication.SessionsAsync(kind, place, most + 1, cancel);
        List<ReleaseEntry> entries =
        [
            .. found.Take(most).Select(s => (s.Slug, Release: s.Releases[kind])).Where(s => s.Release.Bundle is not null).Select(s => new ReleaseEntry(
                s.Slug, s.Release.Bundle!.Session.Title, s.Release.Newest.Number, s.Release.Newest.PublishedAt, s.Release.Created, kind.Resource(s.Slug), kind.Page(s.Slug))),
        ];
        var next = found.Count > most ? PageRequest.Next(request, limit, found[most - 1].Created.UtcTicks, found[most - 1].Slug) : null;
        return DataAnswer.Json(new Page<ReleaseEntry>(entries, next), found.Count == 0 ? null : found.Max(s => s.Modified), next);
    }

    private static async Task<IResult> EditionAsync<TBundle, TContent>(
        HttpRequest request, PublicationContext publication, ReleaseKind kind, string slug, int? number, Func<TBundle, TContent> content, CancellationToken cancel)
        where TBundle : EditionBundle
    {
        if (await publication.EditionAsync<TBundle>(slug, number, cancel) is not { } answer) return DataProblems.NotFound();
        if (answer.Edition is not { Bundle: var bundle } edition) return Gone(request, kind, slug, answer.Withdrawal!, answer.Replacement);
        return DataAnswer.Json(
            new EditionResource<TContent>(
                slug, bundle.Edition, edition.Newest.Number, edition.All.First(e => e.Number == bundle.Edition).PublishedAt, Convert.ToHexStringLower(edition.Sha256), kind.Resource(slug, bundle.Edition) + "/bundle",
                edition.Newest.Number == bundle.Edition ? kind.Page(slug) : kind.Page(slug, bundle.Edition),
                [.. edition.Files.Select(f => new FileEntry(f.Name, f.Length, Convert.ToHexStringLower(f.Sha256), kind.File(slug, bundle.Edition, f.Name)))],
                bundle.Session, content(bundle)),
            edition.Newest.PublishedAt);
    }

    private static async Task<IResult> EditionsAsync(PublicationContext publication, ReleaseKind kind, string slug, CancellationToken cancel)
    {
        if (await publication.SessionAsync(slug, cancel) is not { } session || !session.Releases.TryGetValue(kind, out var release)) return DataProblems.NotFound();
        return DataAnswer.Json<IReadOnlyList<EditionItem>>(
            [.. release.Editions.Select(e => new EditionItem(e.Number, e.PublishedAt, e.Withdrawal is not null, kind.Resource(slug, e.Number)))], release.Modified);
    }

    private static async Task<IResult> BundleAsync(HttpRequest request, PublicationContext publication, ReleaseKind kind, string slug, int number, CancellationToken cancel)
    {
        if (await publication.SessionAsync(slug, cancel) is not { } session || !session.Releases.TryGetValue(kind, out var release)
            || release.Editions.FirstOrDefault(e => e.Number == number) is not { } edition) return DataProblems.NotFound();
        if (edition.Withdrawal is { } withdrawal) return Gone(request, kind, slug, withdrawal, release.Bundle is null ? null : new(release.Newest.Id, release.Newest.Number, release.Newest.PublishedAt));
        var bytes = await publication.Editions.Where(e => e.Id == edition.Id).Select(e => e.Bundle).SingleAsync(cancel);
        return new DataAnswer(bytes, DataJson.MediaType, edition.PublishedAt);
    }

    private static IResult Gone(HttpRequest request, ReleaseKind kind, string slug, Withdrawal withdrawal, EditionHead? replacement) =>
        DataProblems.Gone(request, kind.Segment(), withdrawal, replacement is null ? null : kind.Resource(slug));
}
