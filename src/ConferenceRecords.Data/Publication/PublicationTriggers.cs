namespace ConferenceRecords.Data.Publication;

/// <summary>Tells every instance that serves public pages that something of them changed.</summary>
internal static class PublicationTriggers
{
    /// <summary>Channel of the notices.</summary>
    public const string Channel = "publication";

    public const string Create =
        """
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
