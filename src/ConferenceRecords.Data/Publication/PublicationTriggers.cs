namespace ConferenceRecords.Data.Publication;

/// <summary>Gives everything that becomes public its place in one order, and tells every instance that serves public pages that something of them changed.</summary>
internal static class PublicationTriggers
{
    /// <summary>Channel of the notices.</summary>
    public const string Channel = "publication";

    public const string Create =
        """
        CREATE SEQUENCE publication.positions;
        CREATE FUNCTION publication.place() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            -- One transaction at a time, until it ends: whoever has read up to a position finds nothing new below it later.
            PERFORM pg_advisory_xact_lock(4711);
            NEW.position := nextval('publication.positions');
            RETURN NEW;
        END $$;
        CREATE TRIGGER place BEFORE INSERT ON publication.editions FOR EACH ROW EXECUTE FUNCTION publication.place();
        CREATE TRIGGER place BEFORE INSERT ON publication.withdrawals FOR EACH ROW EXECUTE FUNCTION publication.place();
        CREATE TRIGGER place BEFORE INSERT ON publication.files FOR EACH ROW EXECUTE FUNCTION publication.place();
        CREATE FUNCTION publication.announce() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            PERFORM pg_notify('publication', '');
            RETURN NULL;
        END $$;
        CREATE TRIGGER announce AFTER INSERT ON publication.editions FOR EACH STATEMENT EXECUTE FUNCTION publication.announce();
        CREATE TRIGGER announce AFTER INSERT ON publication.withdrawals FOR EACH STATEMENT EXECUTE FUNCTION publication.announce();
        CREATE TRIGGER announce AFTER INSERT ON publication.files FOR EACH STATEMENT EXECUTE FUNCTION publication.announce();
        """;
}
