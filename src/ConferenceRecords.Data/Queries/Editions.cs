using ConferenceRecords.Data.Publication;
using ConferenceRecords.Domain.Publishing;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace ConferenceRecords.Data.Queries;

/// <summary>An edition among the others of its kind and session.</summary>
/// <param name="Id">Key.</param>
/// <param name="Number">Number, from 1.</param>
/// <param name="PublishedAt">When it became public.</param>
/// <param name="IsWithdrawn">Whether it was withdrawn since.</param>
public sealed record EditionHead(Guid Id, int Number, DateTimeOffset PublishedAt, bool IsWithdrawn = false);

/// <summary>An edition to show.</summary>
/// <typeparam name="TBundle">What it makes public.</typeparam>
/// <param name="Bundle">The bundle.</param>
/// <param name="Sha256">SHA-256 of the bundle's bytes.</param>
/// <param name="All">Every edition of its kind and session, the newest first, the withdrawn ones too.</param>
/// <param name="Files">The files made from it.</param>
/// <param name="PublicKinds">What of its session is public at all, so that its page links to nothing else; empty in a list of editions.</param>
public sealed record PublishedEdition<TBundle>(TBundle Bundle, byte[] Sha256, IReadOnlyList<EditionHead> All, IReadOnlyList<EditionFileHead> Files, IReadOnlyList<ReleaseKind> PublicKinds)
    where TBundle : EditionBundle
{
    /// <summary>The edition that holds today.</summary>
    public EditionHead Newest => All[0];
}

/// <summary>What a page of an edition depends on beside the bundle, whose hash names it.</summary>
/// <param name="Sha256">SHA-256 of the bundle's bytes.</param>
/// <param name="All">Every edition of its kind and session, the newest first, the withdrawn ones too.</param>
/// <param name="Files">The files made from it.</param>
/// <param name="PublicKinds">What of its session is public.</param>
public sealed record EditionMark(byte[] Sha256, IReadOnlyList<EditionHead> All, IReadOnlyList<EditionFileHead> Files, IReadOnlyList<ReleaseKind> PublicKinds);

/// <summary>A file made from an edition.</summary>
/// <param name="Name">File name.</param>
/// <param name="Length">Size, in bytes.</param>
/// <param name="Sha256">SHA-256 of its bytes.</param>
public sealed record EditionFileHead(string Name, int Length, byte[] Sha256);

/// <summary>What the address of a file answers.</summary>
/// <param name="EditionId">The edition.</param>
/// <param name="MediaType">Media type.</param>
/// <param name="Sha256">SHA-256 of its bytes.</param>
/// <param name="Withdrawal">The withdrawal that took it away; null where none did.</param>
/// <param name="Replacement">Of a withdrawn file, the newest edition that holds today; null where there is none.</param>
public sealed record FileAnswer(Guid EditionId, string MediaType, byte[] Sha256, Withdrawal? Withdrawal, EditionHead? Replacement);

/// <summary>What an address of an edition answers: the edition, that it was withdrawn, or nothing.</summary>
/// <typeparam name="TBundle">What it makes public.</typeparam>
/// <param name="Edition">The edition; null where there is none or it was withdrawn.</param>
/// <param name="Withdrawal">The withdrawal that took it away; null where none did.</param>
/// <param name="Replacement">Of a withdrawn edition, the newest one that holds today; null where there is none.</param>
public sealed record EditionAnswer<TBundle>(PublishedEdition<TBundle>? Edition, Withdrawal? Withdrawal = null, EditionHead? Replacement = null)
    where TBundle : EditionBundle;

/// <summary>Queries of the editions that the public may see.</summary>
public static class Editions
{
    private const string LatestQuestion = "latest";

    private const string Latest =
        """
        WITH newest AS (
            SELECT e.id, e.number, e.published_at, e.slug, e.sha256, e.bundle FROM publication.editions e
            WHERE e.kind = 'Conclusion'
                AND NOT EXISTS (SELECT FROM publication.editions later WHERE later.session_id = e.session_id AND later.kind = e.kind AND later.number > e.number)
                AND NOT EXISTS (SELECT FROM publication.withdrawals w WHERE w.session_id = e.session_id AND w.kind = e.kind AND w.through >= e.number))
        SELECT id, number, published_at, sha256, CASE WHEN sha256 = ANY ($3) THEN NULL ELSE bundle END FROM newest
        WHERE $1 IS NULL OR (published_at, slug) < (SELECT last.published_at, last.slug FROM newest last WHERE last.slug = $1)
        ORDER BY published_at DESC, slug DESC LIMIT $2
        """;

    internal const string OfAddress =
        """
        SELECT e.id, e.number, e.published_at, e.sha256, e.number = shown.number, CASE WHEN e.number = shown.number AND e.sha256 <> ALL ($4) THEN e.bundle END,
            w.id, w.session_id, w.through, w.withdrawn_at, w.reason, f.names, f.lengths, f.hashes,
            CASE WHEN e.number = shown.number THEN (
                SELECT array_agg(DISTINCT o.kind) FROM publication.editions o
                WHERE o.slug = $1 AND NOT EXISTS (SELECT FROM publication.withdrawals w WHERE w.session_id = o.session_id AND w.kind = o.kind AND w.through >= o.number)) END
        FROM publication.editions e
        CROSS JOIN (SELECT coalesce($3, (SELECT max(number) FROM publication.editions WHERE slug = $1 AND kind = $2)) AS number) shown
        LEFT JOIN LATERAL (
            SELECT w.id, w.session_id, w.through, w.withdrawn_at, w.reason FROM publication.withdrawals w
            WHERE w.session_id = e.session_id AND w.kind = e.kind AND w.through >= e.number ORDER BY w.through LIMIT 1) w ON true
        LEFT JOIN LATERAL (
            SELECT array_agg(name ORDER BY name) AS names, array_agg(octet_length(content) ORDER BY name) AS lengths, array_agg(sha256 ORDER BY name) AS hashes
            FROM publication.files WHERE edition_id = e.id AND e.number = shown.number) f ON true
        WHERE e.slug = $1 AND e.kind = $2
        ORDER BY e.number DESC
        """;

    /// <summary>The edition of a kind that holds today, of every session: the one with the highest number, unless it was withdrawn.</summary>
    /// <param name="publication">The public's context.</param>
    /// <param name="kind">What they make public.</param>
    /// <returns>A query to filter and order further.</returns>
    public static IQueryable<Edition> Newest(this PublicationContext publication, ReleaseKind kind)
    {
        ArgumentNullException.ThrowIfNull(publication);
        return publication.Editions.AsNoTracking().Where(e => e.Kind == kind
            && !publication.Editions.Any(later => later.SessionId == e.SessionId && later.Kind == kind && later.Number > e.Number)
            && !publication.Withdrawals.Any(w => w.SessionId == e.SessionId && w.Kind == kind && w.Through >= e.Number));
    }

    /// <summary>The newest edition of the conclusion of each session, the latest first.</summary>
    /// <param name="publication">The public's context.</param>
    /// <param name="after">Address part of the session after which to go on; null for the beginning.</param>
    /// <param name="most">How many.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The editions, each without the list of the others.</returns>
    public static async Task<IReadOnlyList<PublishedEdition<SessionBundle>>> LatestAsync(this PublicationContext publication, string? after, int most, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(publication);
        var question = (LatestQuestion, after, most);
        var known = ReadBundles.Last(question);
        return await publication.ReadAsync(
            Latest,
            [
                new() { NpgsqlDbType = NpgsqlDbType.Text, Value = (object?)after ?? DBNull.Value }, new() { Value = most },
                new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea, Value = Array.ConvertAll(known, k => k.Sha256) },
            ],
            async rows =>
            {
                var (editions, read) = (new List<PublishedEdition<SessionBundle>>(most), new List<ReadBundle>(most));
                while (await rows.ReadAsync(cancel))
                {
                    var bundle = ReadBundles.Of<SessionBundle>(known, (byte[])rows[3], rows[4] as byte[]);
                    read.Add(bundle);
                    editions.Add(new((SessionBundle)bundle.Bundle, bundle.Sha256, [new(rows.GetGuid(0), rows.GetInt32(1), rows.GetFieldValue<DateTimeOffset>(2))], [], []));
                }
                ReadBundles.Note(question, known, [.. read]);
                return editions;
            },
            cancel);
    }

    /// <summary>What the address of an edition answers.</summary>
    /// <typeparam name="TBundle">What it makes public.</typeparam>
    /// <param name="publication">The public's context.</param>
    /// <param name="slug">Address part of the session.</param>
    /// <param name="number">Number of the edition; null for the one that holds today.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The answer; null when there never was such an edition.</returns>
    public static async Task<EditionAnswer<TBundle>?> EditionAsync<TBundle>(this PublicationContext publication, string slug, int? number, CancellationToken cancel)
        where TBundle : EditionBundle
    {
        ArgumentNullException.ThrowIfNull(publication);
        var kind = KindOf<TBundle>();
        var question = (kind.ToString(), slug, number ?? 0);
        var known = ReadBundles.Last(question);
        var (all, shown) = await publication.ReadEditionsAsync(kind, slug, number, Array.ConvertAll(known, k => k.Sha256), cancel);
        if (shown is null) return null;
        var bundle = ReadBundles.Of<TBundle>(known, shown.Sha256, shown.Bundle);
        ReadBundles.Note(question, known, [bundle]);
        return shown.Withdrawal is { } withdrawn
            ? new(null, withdrawn, all[0].IsWithdrawn ? null : all[0])
            : new EditionAnswer<TBundle>(new PublishedEdition<TBundle>((TBundle)bundle.Bundle, bundle.Sha256, all, shown.Files, shown.PublicKinds));
    }

    /// <summary>What tells whether a page of an edition is still what it was: all that <see cref="EditionAsync"/> gives beside the bundle.</summary>
    /// <param name="publication">The public's context.</param>
    /// <param name="kind">What the edition makes public.</param>
    /// <param name="slug">Address part of the session.</param>
    /// <param name="number">Number of the edition; null for the one that holds today.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The mark; null where there is no such edition, and of a withdrawn one.</returns>
    public static async Task<EditionMark?> MarkAsync(this PublicationContext publication, ReleaseKind kind, string slug, int? number, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(publication);
        var (all, shown) = await publication.ReadEditionsAsync(kind, slug, number, null, cancel);
        return shown is { Withdrawal: null } ? new(shown.Sha256, all, shown.Files, shown.PublicKinds) : null;
    }

    /// <summary>Reads the editions of a session and kind, and one of them whole; its bundle comes unless its hash is among the known ones, or those are null.</summary>
    private static Task<(List<EditionHead> All, ShownRow? Shown)> ReadEditionsAsync(
        this PublicationContext publication, ReleaseKind kind, string slug, int? number, byte[][]? known, CancellationToken cancel) =>
        publication.ReadAsync(
            OfAddress,
            [
                new() { Value = slug }, new() { Value = kind.ToString() }, new() { NpgsqlDbType = NpgsqlDbType.Integer, Value = (object?)number ?? DBNull.Value },
                // Nothing is unequal to all of an unknown list.
                new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea, Value = (object?)known ?? DBNull.Value },
            ],
            async rows =>
            {
                var all = new List<EditionHead>();
                ShownRow? shown = null;
                while (await rows.ReadAsync(cancel))
                {
                    var withdrawal = rows.IsDBNull(6) ? null : new Withdrawal
                    {
                        Id = rows.GetGuid(6), SessionId = rows.GetGuid(7), Slug = slug, Kind = kind, Through = rows.GetInt32(8), WithdrawnAt = rows.GetFieldValue<DateTimeOffset>(9), Reason = rows.GetString(10),
                    };
                    all.Add(new(rows.GetGuid(0), rows.GetInt32(1), rows.GetFieldValue<DateTimeOffset>(2), withdrawal is not null));
                    if (rows.GetBoolean(4)) shown = new((byte[])rows[3], rows[5] as byte[], withdrawal, FilesOf(rows, 11), KindsOf(rows, 14));
                }
                return (all, shown);
            },
            cancel);

    private static ReleaseKind[] KindsOf(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? [] : [.. row.GetFieldValue<string[]>(column).Select(Enum.Parse<ReleaseKind>).Order()];

    private static List<EditionFileHead> FilesOf(NpgsqlDataReader row, int first)
    {
        if (row.IsDBNull(first)) return [];
        var (names, lengths, hashes) = (row.GetFieldValue<string[]>(first), row.GetFieldValue<int[]>(first + 1), row.GetFieldValue<byte[][]>(first + 2));
        return [.. names.Select((name, index) => new EditionFileHead(name, lengths[index], hashes[index]))];
    }

    /// <summary>What the address of a file of an edition answers, without its bytes.</summary>
    /// <param name="publication">The public's context.</param>
    /// <param name="kind">What the edition makes public.</param>
    /// <param name="slug">Address part of the session.</param>
    /// <param name="number">Number of the edition.</param>
    /// <param name="name">Name of the file.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The answer; null when there never was such a file.</returns>
    public static Task<FileAnswer?> FileAsync(this PublicationContext publication, ReleaseKind kind, string slug, int number, string name, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(publication);
        return (
            from e in publication.Editions.AsNoTracking()
            join f in publication.Files on e.Id equals f.EditionId
            where e.Slug == slug && e.Kind == kind && e.Number == number && f.Name == name
            select new FileAnswer(
                e.Id, f.MediaType, f.Sha256, publication.Withdrawals.Where(w => w.SessionId == e.SessionId && w.Kind == kind && w.Through >= e.Number).OrderBy(w => w.Through).FirstOrDefault(),
                publication.Editions.Where(n => n.SessionId == e.SessionId && n.Kind == kind && !publication.Withdrawals.Any(w => w.SessionId == n.SessionId && w.Kind == kind && w.Through >= n.Number))
                    .OrderByDescending(n => n.Number).Select(n => new EditionHead(n.Id, n.Number, n.PublishedAt, false)).FirstOrDefault())).SingleOrDefaultAsync(cancel);
    }

    private static ReleaseKind KindOf<TBundle>() =>
        typeof(TBundle) == typeof(SessionBundle) ? ReleaseKind.Conclusion
        : typeof(TBundle) == typeof(PapersBundle) ? ReleaseKind.Papers
        : typeof(TBundle) == typeof(OpinionSummaryBundle) ? ReleaseKind.OpinionSummary
        : ReleaseKind.FollowUp;

    private sealed record ShownRow(byte[] Sha256, byte[]? Bundle, Withdrawal? Withdrawal, List<EditionFileHead> Files, ReleaseKind[] PublicKinds);
}
