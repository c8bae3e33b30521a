using System.Globalization;

namespace ConferenceRecords.Data.Publication;

/// <summary>What search needs of the database beside the tables: how a row is stored, which editions hold today, and the function that reads the index.</summary>
/// <remarks>Why it reads as it does is in decision 018, with what was measured.</remarks>
internal static class PassageIndex
{
    /// <summary>How many of the newest rows tell a common word from others.</summary>
    private const int Sample = 256;

    /// <summary>Held by so many of them it is common: walking the newest rows then finds enough sooner than the index.</summary>
    private const int CommonInSample = 32;

    /// <summary>Most rows that are walked; less than a block.</summary>
    private const int Walk = 4096;

    /// <summary>Applied after the tables are made, by their owner.</summary>
    public static readonly string Create = string.Create(
        CultureInfo.InvariantCulture,
        $"""
         -- A row is read where it stands: whole, within its page.
         ALTER TABLE publication.passages SET (toast_tuple_target = 8160);
         -- Nothing is planned by the numbers of a row, so nothing has to be learnt of them.
         ALTER TABLE publication.passages ALTER COLUMN terms SET STATISTICS 0;

         CREATE VIEW publication.live_editions AS
         SELECT e.id FROM publication.editions e
         WHERE NOT EXISTS (SELECT FROM publication.editions later WHERE later.session_id = e.session_id AND later.number > e.number);

         -- Ids of the passages that hold the numbers of a tier, tier by tier and the newest first in each, none twice, until there are enough.
         -- The tiers are slices of "sought"; "ends" says where each ends.
         CREATE FUNCTION publication.find_passages(sought bigint[], ends integer[], most integer, OUT id bigint, OUT tier integer) RETURNS SETOF record
         LANGUAGE plpgsql STABLE ROWS 200 SET plan_cache_mode = force_generic_plan AS $$
         #variable_conflict use_column
         DECLARE
             last_block CONSTANT bigint := (SELECT max(p.id) >> {PassageTerms.BlockBits} FROM publication.passages p);
             first_id CONSTANT bigint := last_block << {PassageTerms.BlockBits};
             numbers bigint[];
             here bigint[];
             before bigint[];
             seen bigint[] := ARRAY[]::bigint[];
         BEGIN
             FOR t IN 1..cardinality(ends) LOOP
                 numbers := sought[coalesce(ends[t - 1], 0) + 1:ends[t]];
                 here := ARRAY (SELECT (last_block << {PassageTerms.HashBits}) | n FROM unnest(numbers) n);
                 before := ARRAY (SELECT ((last_block - 1) << {PassageTerms.HashBits}) | n FROM unnest(numbers) n);

                 -- A common word: the newest rows one after the other.
                 IF {CommonInSample} <= (
                     SELECT count(*) FROM (SELECT p.id, p.terms FROM publication.passages p ORDER BY p.id DESC LIMIT {Sample}) w
                     WHERE w.terms @> CASE WHEN w.id >= first_id THEN here ELSE before END)
                 THEN
                     FOR id IN
                         SELECT w.id FROM (SELECT p.id, p.edition_id, p.terms FROM publication.passages p ORDER BY p.id DESC LIMIT {Walk}) w
                         WHERE w.terms @> CASE WHEN w.id >= first_id THEN here ELSE before END
                             AND (SELECT true FROM publication.live_editions l WHERE l.id = w.edition_id)
                     LOOP
                         CONTINUE WHEN find_passages.id = ANY (seen);
                         seen := seen || find_passages.id;
                         tier := t;
                         RETURN NEXT;
                         IF cardinality(seen) >= most THEN RETURN; END IF;
                     END LOOP;
                 END IF;

                 -- Else, and for what is left, the index, one block after the other. Not ordered by the key itself: no plan may walk along it.
                 FOR id IN
                     SELECT found.id FROM generate_series(last_block, 0, -1) AS blocks (block)
                     CROSS JOIN LATERAL (
                         SELECT p.id, p.edition_id FROM publication.passages p
                         WHERE p.terms @> ARRAY (SELECT (block << {PassageTerms.HashBits}) | n FROM unnest(numbers) n)
                         ORDER BY p.id + 0 DESC) AS found
                     WHERE (SELECT true FROM publication.live_editions l WHERE l.id = found.edition_id)
                 LOOP
                     CONTINUE WHEN find_passages.id = ANY (seen);
                     seen := seen || find_passages.id;
                     tier := t;
                     RETURN NEXT;
                     IF cardinality(seen) >= most THEN RETURN; END IF;
                 END LOOP;
             END LOOP;
         END $$;
         """);
}
