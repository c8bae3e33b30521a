namespace ConferenceRecords.Data.Records;

/// <summary>Rules that a constraint can't say, as triggers. They hold against every role, the owner and a replaying session too.</summary>
internal static class GuardTriggers
{
    public const string Create =
        """
        CREATE FUNCTION audit.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = '42501';
        END $$;
        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit.entries FOR EACH ROW EXECUTE FUNCTION audit.refuse_change();
        CREATE TRIGGER keep BEFORE TRUNCATE ON audit.entries FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();
        ALTER TABLE audit.entries ENABLE ALWAYS TRIGGER append_only;
        ALTER TABLE audit.entries ENABLE ALWAYS TRIGGER keep;

        -- Whoever wrote in a release stays its author: without this, the two-person rule could be sidestepped by an update of the list.
        CREATE FUNCTION records.keep_authors() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF NOT NEW.author_ids @> OLD.author_ids THEN
                RAISE EXCEPTION 'an author of a release stays its author' USING ERRCODE = '23514', CONSTRAINT = 'keep_authors';
            END IF;
            RETURN NEW;
        END $$;
        DO $$
        DECLARE release text;
        BEGIN
            FOREACH release IN ARRAY ARRAY['conclusions', 'papers_releases', 'opinion_summaries', 'follow_up_reports'] LOOP
                EXECUTE format('CREATE TRIGGER keep_authors BEFORE UPDATE ON records.%I FOR EACH ROW EXECUTE FUNCTION records.keep_authors()', release);
                EXECUTE format('ALTER TABLE records.%I ENABLE ALWAYS TRIGGER keep_authors', release);
            END LOOP;
        END $$;

        -- Wakes the publisher of every instance when the approval commits.
        CREATE FUNCTION jobs.announce() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            PERFORM pg_notify('outbox', '');
            RETURN NULL;
        END $$;
        CREATE TRIGGER announce AFTER INSERT ON jobs.outbox FOR EACH STATEMENT EXECUTE FUNCTION jobs.announce();
        """;
}
