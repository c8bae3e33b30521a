using ConferenceRecords.TestSupport;

namespace ConferenceRecords.Web.Tests.Office;

/// <summary>What a secretary does with a list from Word: pastes it, looks at the preview, imports it.</summary>
internal static class AgendaLists
{
    public static readonly (string Name, string Value) NotSecret = ("isNotSecret", "true");

    /// <summary>A list as a program handed it over.</summary>
    public static string Fixture(string name) => Path.Combine(AppContext.BaseDirectory, "Agenda", name);

    /// <summary>Titles and lead agencies of the list, in order, each with its group from 1.</summary>
    public static IReadOnlyList<(int Group, string Title, string? Agency)> Expected { get; } =
        [.. File.ReadLines(Fixture("expected.tsv")).Select(line => line.Split('\t')).Select(parts => (parts[0][0] - '0', parts[1], parts[2].Length > 0 ? parts[2] : null))];

    /// <summary>A session without a content, of its own for each test.</summary>
    public static Task<string> NewSessionAsync(this Visitor secretary) => secretary.CreateSessionAsync(("Input.Title", $"Hội nghị thử {Guid.NewGuid():N}"));

    public static async Task<Answer> PasteAsync(this Visitor secretary, string session, string text, string html = "") =>
        await secretary.SubmitAsync((await secretary.OpenAsync(session + "/noi-dung/nhap")).Form("Source.Text"), ("Source.Text", text), ("Source.Html", html), NotSecret);

    public static async Task<Answer> UploadListAsync(this Visitor secretary, string session, string name, byte[] content) =>
        await secretary.UploadAsync((await secretary.OpenAsync(session + "/noi-dung/nhap")).Form("Source.Text"), "Source.File", (name, content), NotSecret);

    /// <summary>The preview of a fixture, pasted or uploaded as its kind is.</summary>
    public static async Task<Answer> ReadAsync(this Visitor secretary, string session, string fixture) => Path.GetExtension(fixture) switch
    {
        ".html" => await secretary.PasteAsync(session, "", await File.ReadAllTextAsync(Fixture(fixture))),
        ".txt" => await secretary.PasteAsync(session, await File.ReadAllTextAsync(Fixture(fixture))),
        _ => await secretary.UploadListAsync(session, fixture, await File.ReadAllBytesAsync(Fixture(fixture))),
    };

    /// <summary>Presses the button of a preview that imports.</summary>
    public static Task<Answer> ImportAsync(this Visitor secretary, Answer preview, params (string Name, string Value)[] changes)
    {
        var form = preview.Form("Input.Rows[0].Title");
        return secretary.SubmitAsync(form, form.QuerySelector("button[data-picks-said]")!.TextContent.Trim(), changes);
    }

    /// <summary>The rows of all tables of the office together, the audit trail included: a refusal leaves this number as it is.</summary>
    public static async Task<long> RowsOfAllTablesAsync(this Portal portal)
    {
        await using var connection = new Npgsql.NpgsqlConnection(portal.Databases.RecordsOwner);
        await connection.OpenAsync(Office.Cancel);
        await using var command = new Npgsql.NpgsqlCommand(
            "SELECT sum((xpath('/row/n/text()', query_to_xml(format('SELECT count(*) AS n FROM %I.%I', schemaname, tablename), false, true, '')))[1]::text::bigint)::bigint FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')",
            connection);
        return (long)(await command.ExecuteScalarAsync(Office.Cancel))!;
    }
}
