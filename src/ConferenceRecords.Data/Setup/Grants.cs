namespace ConferenceRecords.Data.Setup;

/// <summary>The rights of each role, applied after every migration. What is not granted here is refused by the database.</summary>
internal static class Grants
{
    public const string Records =
        """
        DO $$ BEGIN
            EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
            EXECUTE format('GRANT CONNECT ON DATABASE %I TO cr_office, cr_auditor', current_database());
        END $$;
        REVOKE ALL ON SCHEMA public FROM PUBLIC;
        REVOKE ALL ON ALL TABLES IN SCHEMA records, identity, audit, jobs, search FROM cr_office, cr_auditor;
        GRANT USAGE ON SCHEMA records, identity, audit, jobs, search TO cr_office;
        GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA records, identity, jobs, search TO cr_office;
        GRANT USAGE ON ALL SEQUENCES IN SCHEMA identity TO cr_office;
        -- A version that is there is never changed: neither an agenda nor a draft nor its file nor the earlier words of an opinion or an answer.
        REVOKE UPDATE ON records.agenda_versions, records.agenda_version_items, records.agenda_version_papers, records.carried_papers,
            records.draft_versions, records.paragraphs, records.opinion_revisions, records.response_revisions, records.task_extensions, records.files FROM cr_office;
        -- A bundle is frozen: only the mark of its delivery, or that it was held back, is set later.
        REVOKE UPDATE ON jobs.outbox FROM cr_office;
        GRANT UPDATE (delivered_at, cancelled_at) ON jobs.outbox TO cr_office;
        GRANT INSERT ON audit.entries TO cr_office;
        REVOKE INSERT, UPDATE ON records.migrations FROM cr_office;
        GRANT USAGE ON SCHEMA audit TO cr_auditor;
        GRANT SELECT ON audit.entries TO cr_auditor;
        """;

    public const string Publication =
        """
        DO $$ BEGIN
            EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
            EXECUTE format('GRANT CONNECT ON DATABASE %I TO cr_publisher, cr_public', current_database());
        END $$;
        REVOKE ALL ON SCHEMA public FROM PUBLIC;
        REVOKE ALL ON ALL TABLES IN SCHEMA publication FROM cr_publisher, cr_public;
        GRANT USAGE ON SCHEMA publication TO cr_publisher, cr_public;
        GRANT INSERT ON publication.editions, publication.withdrawals, publication.files, publication.passages, publication.edition_facts, publication.words TO cr_publisher;
        GRANT USAGE ON SEQUENCE publication.positions, publication.passage_ids TO cr_publisher;
        GRANT SELECT ON publication.editions, publication.withdrawals, publication.files, publication.passages, publication.edition_facts, publication.words,
            publication.live_editions TO cr_public;
        """;
}
