using System.Globalization;

namespace ConferenceRecords.Data.Publication;

/// <summary>What search needs of the database beside the tables: how a row is stored, which editions hold today, and the function that reads the index.</summary>
/// <remarks>Why it reads as it does is in decision 018, with what was measured.</remarks>
internal static class PassageIndex
{
    /// <summary>So many of the newest rows show quickly that a word is not common.</summary>
    private const int Glance = 128;

    /// <summary>Held by so many of them it may be.</summary>
    private const int MayBeCommon = 3;

    /// <summary>So many of the newest rows tell a common word: the newest few are of one edition, which may be full of a word that is rare elsewhere.</summary>
    private const int Sample = 1024;

    /// <summary>Held by so many of them it is common: walking the newest rows then finds enough sooner than the index.</summary>
    private const int Common = 36;

    /// <summary>Most rows that are walked; less than a block.</summary>
    private const int Walk = 8192;

    /// <summary>Applied after the tables are made, by their owner.</summary>
    public static readonly string Create = string.Create(
        CultureInfo.InvariantCulture,
        $"""
         -- A row is read where it stands: whole, within its page.
         ALTER TABLE publication.passages SET (toast_tuple_target = 8160);
         -- Nothing is planned by the numbers of a row, so nothing has to be learnt of them.
         ALTER TABLE publication.passages ALTER COLUMN terms SET STATISTICS 0;

         -- The editions that hold today: the newest of a session and kind, unless it was withdrawn.
         CREATE VIEW publication.live_editions AS
         SELECT e.id FROM publication.editions e
         WHERE NOT EXISTS (SELECT FROM publication.editions later WHERE later.session_id = e.session_id AND later.kind = e.kind AND later.number > e.number)
             AND NOT EXISTS (SELECT FROM publication.withdrawals w WHERE w.session_id = e.session_id AND w.kind = e.kind AND w.through >= e.number);

         -- Ids of the passages of live editions that hold all the numbers, the newest first, no more than "most"; a null where further blocks were not asked.
         CREATE FUNCTION publication.find_passages(sought bigint[], most integer, blocks integer) RETURNS SETOF bigint
         LANGUAGE plpgsql STABLE ROWS 200 SET plan_cache_mode = force_generic_plan SET jit = off SET max_parallel_workers_per_gather = 0 AS $$
         DECLARE
             last_block CONSTANT bigint := (SELECT max(p.id) >> {PassageTerms.BlockBits} FROM publication.passages p);
             oldest_block CONSTANT bigint := greatest(0, last_block - blocks + 1);
             first_id CONSTANT bigint := last_block << {PassageTerms.BlockBits};
             here CONSTANT bigint[] := ARRAY (SELECT (last_block << {PassageTerms.HashBits}) | s FROM unnest(sought) s);
             before CONSTANT bigint[] := ARRAY (SELECT ((last_block - 1) << {PassageTerms.HashBits}) | s FROM unnest(sought) s);
             n integer := 0;
         BEGIN
             -- A common word: the newest rows one after the other.
             IF {MayBeCommon} <= (
                     SELECT count(*) FROM (SELECT p.id, p.terms FROM publication.passages p ORDER BY p.id DESC LIMIT {Glance}) w
                     WHERE w.terms @> CASE WHEN w.id >= first_id THEN here ELSE before END)
                 AND {Common} <= (
                     SELECT count(*) FROM (
                         SELECT FROM (SELECT p.id, p.terms FROM publication.passages p ORDER BY p.id DESC LIMIT {Sample}) w
                         WHERE w.terms @> CASE WHEN w.id >= first_id THEN here ELSE before END LIMIT {Common}) enough)
             THEN
                 RETURN QUERY
                     SELECT w.id FROM (SELECT p.id, p.edition_id, p.terms FROM publication.passages p ORDER BY p.id DESC LIMIT {Walk}) w
                     WHERE w.terms @> CASE WHEN w.id >= first_id THEN here ELSE before END
                         AND (SELECT true FROM publication.live_editions l WHERE l.id = w.edition_id)
                     LIMIT most;
                 GET DIAGNOSTICS n = ROW_COUNT;
             END IF;

             -- Else the index, one block after the other; it gives all, so also what the walk has given. Not ordered by the key itself: no plan may walk along it.
             IF n < most THEN
                 RETURN QUERY
                     SELECT f.id FROM generate_series(last_block, oldest_block, -1) AS asked (block)
                     CROSS JOIN LATERAL (
                         SELECT p.id, p.edition_id FROM publication.passages p
                         WHERE p.terms @> ARRAY (SELECT (block << {PassageTerms.HashBits}) | s FROM unnest(sought) s)
                         ORDER BY p.id + 0 DESC) AS f
                     WHERE (SELECT true FROM publication.live_editions l WHERE l.id = f.edition_id)
                     LIMIT most;
                 GET DIAGNOSTICS n = ROW_COUNT;
                 IF n < most AND oldest_block > 0 THEN RETURN NEXT NULL; END IF;
             END IF;
         END $$;
         """);
}
