using ConferenceRecords.Data.Publication;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Domain.Publishing;

namespace ConferenceRecords.Web.OpenData;

/// <summary>A session of which something is public.</summary>
/// <param name="Slug">Permanent part of its addresses.</param>
/// <param name="Href">Address of the resource.</param>
/// <param name="FirstPublishedAt">When something of it became public first.</param>
/// <param name="ModifiedAt">When something of it became public or was withdrawn last.</param>
/// <param name="Facts">What is known of it.</param>
/// <param name="Releases">What is public of it, each with editions of its own.</param>
public sealed record SessionEntry(string Slug, string Href, DateTimeOffset FirstPublishedAt, DateTimeOffset ModifiedAt, PublicSession Facts, IReadOnlyList<SessionRelease> Releases);

/// <summary>Something that is public of a session.</summary>
/// <param name="Kind">What.</param>
/// <param name="Edition">Number of the edition that holds today, from 1.</param>
/// <param name="PublishedAt">When that edition became public.</param>
/// <param name="Href">Address of the resource.</param>
/// <param name="Page">Address of the page for people.</param>
public sealed record SessionRelease(ReleaseKind Kind, int Edition, DateTimeOffset PublishedAt, string Href, string Page);

/// <summary>A session with its contents.</summary>
/// <param name="Session">The session.</param>
/// <param name="Categories">Its contents by category; empty while no conclusion is public. Number n stands at <c>#noi-dung-n</c> of the session's page.</param>
public sealed record SessionResource(SessionEntry Session, IReadOnlyList<PublicCategory> Categories);

internal static class Sessions
{
    public static void MapSessions(this RouteGroupBuilder api)
    {
        api.Read("sessions", ListAsync).Described<Page<SessionEntry>>("listSessions", "Sessions of which something is public.", "The one published first last. With a cursor.").Paged();
        api.Read("sessions/{slug}", OneAsync).Described<SessionResource>("getSession", "A session with its contents.", "410 with a tombstone when everything of it was withdrawn.").Withdrawable();
    }

    private static async Task<IResult> ListAsync(HttpRequest request, PublicationContext publication, string? cursor, int? limit, CancellationToken cancel)
    {
        if (!PageRequest.IsLimit(limit)) return DataProblems.BadLimit();
        if (!PageRequest.TryRead(cursor, out var place)) return DataProblems.BadCursor();
        var most = limit ?? PageRequest.Usual;
        var found = await publication.SessionsAsync(null, place, most + 1, cancel);
        var next = found.Count > most ? PageRequest.Next(request, limit, found[most - 1].Created.UtcTicks, found[most - 1].Slug) : null;
        return DataAnswer.Json(new Page<SessionEntry>([.. found.Take(most).Select(Entry).OfType<SessionEntry>()], next), found.Count == 0 ? null : found.Max(s => s.Modified), next);
    }

    private static async Task<IResult> OneAsync(HttpRequest request, PublicationContext publication, string slug, CancellationToken cancel)
    {
        if (await publication.SessionAsync(slug, cancel) is not { } session) return DataProblems.NotFound();
        return Entry(session) is { } entry
            ? DataAnswer.Json(new SessionResource(entry, session.Live<SessionBundle>()?.Categories ?? []), session.Modified)
            : DataProblems.Gone(request, "sessions", session.Releases.Values.Select(r => r.Newest.Withdrawal!).MaxBy(w => w.WithdrawnAt)!, null);
    }

    private static SessionEntry? Entry(PublishedSession session) => session.Latest is not { Session: var facts } ? null : new(
        session.Slug, $"{DataAddresses.Api}/sessions/{session.Slug}", session.Created, session.Modified, facts,
        [
            .. session.Releases.Values.Where(r => r.Bundle is not null).OrderBy(r => r.Kind)
                .Select(r => new SessionRelease(r.Kind, r.Newest.Number, r.Newest.PublishedAt, r.Kind.Resource(session.Slug), r.Kind.Page(session.Slug))),
        ]);
}
