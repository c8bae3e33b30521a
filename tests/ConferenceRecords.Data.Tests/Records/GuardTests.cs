using ConferenceRecords.TestSupport;
using Npgsql;
using Xunit;

namespace ConferenceRecords.Data.Tests.Records;

/// <summary>Rules that hold in the database itself, also against the owner of the tables.</summary>
public sealed class GuardTests(PostgresFixture postgres, TestDatabases databases) : IClassFixture<TestDatabases>
{
    private const string Check = PostgresErrorCodes.CheckViolation;

    /// <summary>A release of papers in its first edition; the refusal takes it back with the rest.</summary>
    private const string Papers =
        "INSERT INTO records.papers_releases (id, session_id, state, author_ids, edition_count, withdrawn_through, version_ids, numbered_draft_ids) " +
        "SELECT gen_random_uuid(), id, 'Drafting', ARRAY[gen_random_uuid()], 0, 0, '{}', '{}' FROM records.sessions LIMIT 1; ";

    /// <summary>A summary with one line.</summary>
    private const string Summary =
        "WITH s AS (INSERT INTO records.opinion_summaries (id, session_id, state, author_ids, edition_count, withdrawn_through) " +
        "SELECT gen_random_uuid(), id, 'Drafting', ARRAY[gen_random_uuid()], 0, 0 FROM records.sessions LIMIT 1 RETURNING id) " +
        "INSERT INTO records.summary_lines (id, summary_id, position, opinion_id, text, disposition, proposals, is_worded, is_illustrative) " +
        "SELECT gen_random_uuid(), s.id, 1, (SELECT id FROM records.opinions ORDER BY number LIMIT 1), 'x', 'Kept', 1, true, true FROM s; ";

    [Theory]
    [InlineData("UPDATE records.conclusions SET approved_by_id = author_ids[1]", Check, "ck_conclusions_two_persons")]
    [InlineData("UPDATE records.conclusions SET approved_by_id = submitted_by_id", Check, "ck_conclusions_two_persons")]
    [InlineData("UPDATE records.conclusions SET approved_by_id = NULL", Check, "ck_conclusions_approved_by_somebody")]
    [InlineData("UPDATE records.conclusions SET author_ids = '{}'", Check, "keep_authors")]
    [InlineData("UPDATE records.conclusions SET author_ids = ARRAY[gen_random_uuid()]", Check, "keep_authors")]
    [InlineData(Papers + "UPDATE records.papers_releases SET state = 'Approved', approved_by_id = author_ids[1]", Check, "ck_papers_releases_two_persons")]
    [InlineData(Papers + "UPDATE records.papers_releases SET author_ids = ARRAY[gen_random_uuid()]", Check, "keep_authors")]
    [InlineData(Summary + "UPDATE records.opinion_summaries SET state = 'Approved', approved_by_id = author_ids[1]", Check, "ck_opinion_summaries_two_persons")]
    [InlineData(Summary + "UPDATE records.opinion_summaries SET author_ids = '{}'", Check, "keep_authors")]
    [InlineData(Summary + "UPDATE records.summary_lines SET speakers = 'Nguyễn Minh Họa'", Check, "ck_summary_lines_names_allowed")]
    [InlineData(Summary + "UPDATE records.summary_lines SET speakers = 'Nguyễn Minh Họa', allowed_by = 'Nguyễn Minh Họa', allowed_recorded_at = now()", Check, "ck_summary_lines_names_allowed")]
    [InlineData(Summary + "UPDATE records.summary_lines SET speakers = 'A', allowed_by = 'Họa', allowed_recorded_at = now(), allowed_recorded_by_id = (SELECT id FROM identity.users LIMIT 1)", Check, "ck_summary_lines_names_allowed")]
    [InlineData("UPDATE records.agenda_items SET is_internal = true, is_included_in_publication = true", Check, "ck_agenda_items_internal_is_unpublished")]
    [InlineData("UPDATE records.opinions SET delegate_id = NULL, speaker_name = NULL", Check, "ck_opinions_speaker")]
    [InlineData("UPDATE records.responses SET text = NULL", Check, "ck_responses_reason")]
    [InlineData("UPDATE records.responses SET handed_to_id = (SELECT min(id::text)::uuid FROM records.agencies)", Check, "ck_responses_handed_over")]
    [InlineData("UPDATE records.responses SET handed_to_id = NULL", Check, "ck_responses_handed_over")]
    [InlineData("UPDATE records.responses SET answered_at = NULL", Check, "ck_responses_answered")]
    [InlineData("UPDATE records.responses SET confirmed_at = NULL", Check, "ck_responses_confirmed")]
    [InlineData("UPDATE records.responses SET confirmed_by_id = NULL", Check, "ck_responses_confirmed")]
    [InlineData("UPDATE records.responses SET changed_version_id = NULL", Check, "ck_responses_change")]
    [InlineData("UPDATE records.responses SET text = U&'Nguye\\0302\\0303n'", Check, "ck_responses_text_nfc")]
    [InlineData("INSERT INTO records.change_reasons SELECT gen_random_uuid(), version_id, paragraph_id, 'x', recorded_by_id, recorded_at FROM records.change_reasons", PostgresErrorCodes.UniqueViolation, "ix_change_reasons_version_id_paragraph_id")]
    [InlineData("UPDATE jobs.outbox SET bundle = 'another'", Check, "ck_outbox_sha256")]
    [InlineData("UPDATE records.opinions SET text = U&'Nguye\\0302\\0303n'", Check, "ck_opinions_text_nfc")]
    [InlineData("UPDATE records.sessions SET title = U&'Nguye\\0302\\0303n'", Check, "ck_sessions_title_nfc")]
    [InlineData("UPDATE identity.users SET display_name = U&'Nguye\\0302\\0303n'", Check, "ck_users_display_name_nfc")]
    [InlineData("UPDATE records.opinions SET number = (SELECT min(number) FROM records.opinions)", PostgresErrorCodes.UniqueViolation, "ix_opinions_session_id_number")]
    public async Task Owner_BreakingARule_IsRefused(string sql, string state, string constraint)
    {
        var refused = await RefusalAsync(databases.RecordsOwner, sql);
        Assert.Equal((state, constraint), (refused.SqlState, refused.ConstraintName));
    }

    [Theory]
    [InlineData("UPDATE audit.entries SET action = 'x'")]
    [InlineData("DELETE FROM audit.entries")]
    [InlineData("TRUNCATE audit.entries")]
    [InlineData("SET session_replication_role = replica; DELETE FROM audit.entries")]
    public async Task Audit_EvenOfASuperuser_IsAppendOnly(string sql)
    {
        var superuser = new NpgsqlConnectionStringBuilder(postgres.Server.AdminConnectionString) { Database = databases.Names.Records }.ConnectionString;
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await RefusalAsync(superuser, sql)).SqlState);
    }

    private static async Task<PostgresException> RefusalAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
    }
}
