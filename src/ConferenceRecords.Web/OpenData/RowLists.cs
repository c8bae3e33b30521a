using ConferenceRecords.Data.Publication;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Domain.Publishing;

namespace ConferenceRecords.Web.OpenData;

/// <summary>Lists whose entries are rows of bundles: the cursor names the session and the last row of it.</summary>
internal static class RowLists
{
    private const int SessionsAtOnce = 20;

    public static async Task<IResult> AnswerAsync<TBundle, TRow>(
        HttpRequest request, PublicationContext publication, ReleaseKind kind, Func<TBundle, IEnumerable<TRow>> rows, string? cursor, int? limit, CancellationToken cancel)
        where TBundle : EditionBundle
    {
        if (!PageRequest.IsLimit(limit)) return DataProblems.BadLimit();
        if (!PageRequest.TryRead(cursor, out var place, out var done)) return DataProblems.BadCursor();
        var most = limit ?? PageRequest.Usual;
        var (items, modified, next) = (new List<TRow>(), (DateTimeOffset?)null, (string?)null);

        // The session that a cursor names is asked for again, for the rest of its rows.
        if (place is not null && await publication.SessionAsync(place.Slug, cancel) is { } begun) Take(begun, done);
        while (next is null)
        {
            var sessions = await publication.SessionsAsync(kind, place, SessionsAtOnce, cancel);
            foreach (var session in sessions.TakeWhile(_ => next is null)) Take(session, 0);
            if (sessions.Count < SessionsAtOnce) break;
            place = new(sessions[^1].Releases[kind].Created, sessions[^1].Slug);
        }
        return DataAnswer.Json(new Page<TRow>(items, next), modified, next);

        void Take(PublishedSession session, int from)
        {
            if (!session.Releases.TryGetValue(kind, out var release) || release.Bundle is not TBundle bundle) return;
            if (modified is null || release.Modified > modified) modified = release.Modified;
            foreach (var row in rows(bundle).Skip(from))
            {
                if (items.Count == most)
                {
                    next = PageRequest.Next(request, limit, release.Created.UtcTicks, session.Slug, from);
                    return;
                }
                items.Add(row);
                from++;
            }
        }
    }
}
