using ConferenceRecords.Data.Publication;
using ConferenceRecords.Data.Publishing;
using ConferenceRecords.Domain.Publishing;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Queries;

/// <summary>A file made from an edition, without its bytes.</summary>
/// <param name="Name">File name.</param>
/// <param name="MediaType">Media type.</param>
/// <param name="Length">Size, in bytes.</param>
/// <param name="Sha256">SHA-256 of its bytes.</param>
public sealed record PublishedFile(string Name, string MediaType, int Length, byte[] Sha256);

/// <summary>An edition without its bundle.</summary>
/// <param name="Id">Key.</param>
/// <param name="Number">Number within its kind, from 1.</param>
/// <param name="PublishedAt">When it became public.</param>
/// <param name="Sha256">SHA-256 of its bundle.</param>
/// <param name="Withdrawal">The withdrawal that took it away; null while it is readable.</param>
/// <param name="Files">The files made from it.</param>
public sealed record PublishedHead(Guid Id, int Number, DateTimeOffset PublishedAt, byte[] Sha256, Withdrawal? Withdrawal, IReadOnlyList<PublishedFile> Files);

/// <summary>All editions of a kind of a session.</summary>
/// <param name="Kind">What they make public.</param>
/// <param name="Editions">The editions, the newest first, the withdrawn ones too.</param>
/// <param name="Bundle">The bundle that holds today; null where the newest edition was withdrawn.</param>
/// <param name="Modified">When the last edition or withdrawal came.</param>
/// <param name="Earlier">The other bundles there ever were, withdrawn ones too; empty unless they are asked for.</param>
public sealed record PublishedRelease(ReleaseKind Kind, IReadOnlyList<PublishedHead> Editions, EditionBundle? Bundle, DateTimeOffset Modified, IReadOnlyList<EditionBundle> Earlier)
{
    /// <summary>When the first edition came.</summary>
    public DateTimeOffset Created => Editions[^1].PublishedAt;

    /// <summary>The newest edition.</summary>
    public PublishedHead Newest => Editions[0];
}

/// <summary>Everything of a session that is or was public.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="Slug">Permanent part of its addresses.</param>
/// <param name="Releases">By kind; at least one.</param>
public sealed record PublishedSession(Guid SessionId, string Slug, IReadOnlyDictionary<ReleaseKind, PublishedRelease> Releases)
{
    /// <summary>When its first edition came. Never changes: lists are ordered by it.</summary>
    public DateTimeOffset Created => Releases.Values.Min(r => r.Created);

    /// <summary>When its last edition or withdrawal came.</summary>
    public DateTimeOffset Modified => Releases.Values.Max(r => r.Modified);

    /// <summary>The newest bundle of those that hold today: its facts of the session are the ones to show. Null when everything was withdrawn.</summary>
    public EditionBundle? Latest => Releases.Values.Where(r => r.Bundle is not null).MaxBy(r => r.Newest.PublishedAt)?.Bundle;

    /// <summary>The bundle of a kind that holds today; null where there is none.</summary>
    /// <typeparam name="TBundle">What it makes public.</typeparam>
    public TBundle? Live<TBundle>()
        where TBundle : EditionBundle => Releases.Values.Select(r => r.Bundle).OfType<TBundle>().FirstOrDefault();
}

/// <summary>The facts of a session, without its bundles.</summary>
/// <param name="Slug">Permanent part of its addresses.</param>
/// <param name="Facts">The facts, of the bundle published last.</param>
/// <param name="Created">When its first edition came.</param>
/// <param name="Modified">When its last edition or withdrawal came.</param>
public sealed record SessionFacts(string Slug, PublicSession Facts, DateTimeOffset Created, DateTimeOffset Modified);

/// <summary>The place of a session in the lists, after which the next part goes on.</summary>
/// <param name="Created">When its first edition came.</param>
/// <param name="Slug">Permanent part of its addresses.</param>
public sealed record SessionPlace(DateTimeOffset Created, string Slug);

/// <summary>Queries of everything public of sessions, for programs.</summary>
public static class PublishedSessions
{
    /// <summary>
    /// Sessions in the order of their first edition, the latest first. That order never changes: who reads part by part misses none and meets none twice,
    /// whatever is published meanwhile. Sessions of which everything was withdrawn are among them.
    /// </summary>
    /// <param name="publication">The public's context.</param>
    /// <param name="kind">Only what is of this kind; null for everything.</param>
    /// <param name="after">Where to go on; null for the beginning.</param>
    /// <param name="most">How many.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <param name="history">Whether to read the earlier bundles too.</param>
    /// <returns>The sessions.</returns>
    public static async Task<IReadOnlyList<PublishedSession>> SessionsAsync(
        this PublicationContext publication, ReleaseKind? kind, SessionPlace? after, int most, CancellationToken cancel, bool history = false)
    {
        ArgumentNullException.ThrowIfNull(publication);
        var places = publication.Editions.Where(e => kind == null || e.Kind == kind).GroupBy(e => new { e.SessionId, e.Slug })
            .Select(g => new { g.Key.SessionId, g.Key.Slug, Created = g.Min(e => e.PublishedAt) });
        if (after is { Created: var created, Slug: var slug })
            places = places.Where(s => EF.Functions.LessThan(ValueTuple.Create(s.Created, s.Slug), ValueTuple.Create(created, slug)));
        var ids = await places.OrderByDescending(s => s.Created).ThenByDescending(s => s.Slug).Take(most).Select(s => s.SessionId).ToListAsync(cancel);
        var found = (await publication.LoadAsync(ids, kind, history, cancel)).ToDictionary(s => s.SessionId);
        return [.. ids.Select(id => found[id])];
    }

    /// <summary>One session.</summary>
    /// <param name="publication">The public's context.</param>
    /// <param name="slug">Permanent part of its addresses.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <param name="history">Whether to read the earlier bundles too.</param>
    /// <returns>The session; null when nothing of it was ever public.</returns>
    public static async Task<PublishedSession?> SessionAsync(this PublicationContext publication, string slug, CancellationToken cancel, bool history = false)
    {
        ArgumentNullException.ThrowIfNull(publication);
        var ids = await publication.Editions.Where(e => e.Slug == slug).Select(e => e.SessionId).Take(1).ToListAsync(cancel);
        return (await publication.LoadAsync(ids, null, history, cancel)).SingleOrDefault();
    }

    private static async Task<IEnumerable<PublishedSession>> LoadAsync(this PublicationContext publication, List<Guid> ids, ReleaseKind? kind, bool history, CancellationToken cancel)
    {
        if (ids.Count == 0) return [];
        var editions = await publication.Editions.AsNoTracking().Where(e => ids.Contains(e.SessionId) && (kind == null || e.Kind == kind)).OrderByDescending(e => e.Number)
            .Select(e => new
            {
                e.Id, e.SessionId, e.Slug, e.Kind, e.Number, e.PublishedAt, e.Sha256,
                Bundle = !history && publication.Editions.Any(later => later.SessionId == e.SessionId && later.Kind == e.Kind && later.Number > e.Number) ? null : e.Bundle,
            })
            .ToListAsync(cancel);
        var withdrawals = (await publication.Withdrawals.AsNoTracking().Where(w => ids.Contains(w.SessionId)).OrderBy(w => w.Through).ToListAsync(cancel)).ToLookup(w => (w.SessionId, w.Kind));
        var files = (await (
            from f in publication.Files
            join e in publication.Editions on f.EditionId equals e.Id
            where ids.Contains(e.SessionId)
            orderby f.Name
            select new { f.EditionId, File = new PublishedFile(f.Name, f.MediaType, f.Content.Length, f.Sha256) }).ToListAsync(cancel)).ToLookup(f => f.EditionId, f => f.File);
        return editions.GroupBy(e => (e.SessionId, e.Slug)).Select(session => new PublishedSession(session.Key.SessionId, session.Key.Slug, session.GroupBy(e => e.Kind).ToDictionary(g => g.Key, g =>
        {
            var gone = withdrawals[(session.Key.SessionId, g.Key)].ToList();
            List<PublishedHead> heads = [.. g.Select(e => new PublishedHead(e.Id, e.Number, e.PublishedAt, e.Sha256, gone.Find(w => w.Through >= e.Number), [.. files[e.Id]]))];
            var modified = gone.Select(w => w.WithdrawnAt).Concat(heads.Select(h => h.PublishedAt)).Max();
            var isLive = heads[0].Withdrawal is null;
            return new PublishedRelease(
                g.Key, heads, isLive ? BundleFormat.Read(g.Key, g.First().Bundle!) : null, modified,
                history ? [.. g.Skip(isLive ? 1 : 0).Select(e => BundleFormat.Read(g.Key, e.Bundle!))] : []);
        })));
    }

    /// <summary>The facts of every session of which something is public today, without its bundles.</summary>
    /// <param name="publication">The public's context.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The facts, the session published first last.</returns>
    public static async Task<IReadOnlyList<SessionFacts>> FactsAsync(this PublicationContext publication, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(publication);
        var rows = await publication.Database.SqlQuery<FactsRow>(
            $"""
            SELECT * FROM (
                SELECT DISTINCT ON (e.session_id) e.slug, convert_from(e.bundle, 'UTF8')::json ->> 'session' AS facts,
                    (SELECT min(a.published_at) FROM publication.editions a WHERE a.session_id = e.session_id) AS created,
                    greatest(
                        (SELECT max(a.published_at) FROM publication.editions a WHERE a.session_id = e.session_id),
                        (SELECT max(w.withdrawn_at) FROM publication.withdrawals w WHERE w.session_id = e.session_id)) AS modified
                FROM publication.editions e
                WHERE NOT EXISTS (SELECT 1 FROM publication.editions l WHERE l.session_id = e.session_id AND l.kind = e.kind AND l.number > e.number)
                    AND NOT EXISTS (SELECT 1 FROM publication.withdrawals w WHERE w.session_id = e.session_id AND w.kind = e.kind AND w.through >= e.number)
                ORDER BY e.session_id, e.published_at DESC) f
            ORDER BY created DESC, slug DESC
            """).ToListAsync(cancel);
        return [.. rows.Select(r => new SessionFacts(r.Slug, BundleFormat.ReadFacts(r.Facts), r.Created, r.Modified))];
    }

    private sealed record FactsRow(string Slug, string Facts, DateTimeOffset Created, DateTimeOffset Modified);
}
