using System.Text;
using ConferenceRecords.Data.Jobs;
using ConferenceRecords.TestSupport;
using ConferenceRecords.Web.Tests.Office;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace ConferenceRecords.Web.Tests.Drafts;

/// <summary>Files of drafts brought to the portal the way a secretary does it.</summary>
internal static class DraftUploads
{
    public static byte[] Fixture(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Drafts", name));

    /// <summary>Sends the form at an address (of a new draft or of a new version) with a file.</summary>
    public static async Task<Answer> UploadDraftAsync(this Visitor secretary, string address, byte[] file, string name, params (string Name, string Value)[] values) =>
        await secretary.UploadAsync((await secretary.OpenAsync(address)).Form("Input.File"), "Input.File", (name, file), [("Input.IsNotSecret", "true"), .. values]);

    /// <summary>The same, then loads the page of the job until it was read.</summary>
    public static async Task<Answer> ReadDraftAsync(this Visitor secretary, string address, byte[] file, string name, params (string Name, string Value)[] values)
    {
        var page = await secretary.UploadDraftAsync(address, file, name, values);
        Assert.Matches("^/van-phong/du-thao/tai-len/[0-9a-f-]{36}$", page.Path);
        for (var i = 0; i < 300 && page.Document.QuerySelector("progress") is not null; i++)
        {
            await Task.Delay(100, Office.Office.Cancel);
            page = await secretary.OpenAsync(page.Path);
        }
        return page;
    }

    public static Guid UploadKey(this Answer page) => Guid.Parse(page.Path.Split('/')[^1].Split('?')[0]);

    public static Task<ImportJob> UploadJobAsync(this Portal portal, Answer page) => portal.ReadAsync(r => r.ImportJobs.AsNoTracking().SingleAsync(j => j.Id == page.UploadKey(), Office.Office.Cancel));

    /// <summary>The tables of the office with a row that holds a text, or these bytes; equal parts of two packages are packed alike, so only the whole of a file is its own.</summary>
    public static async Task<IReadOnlyList<string>> TablesThatHoldAsync(this Portal portal, string text, byte[] file)
    {
        await using var owner = new NpgsqlConnection(portal.Databases.RecordsOwner);
        await owner.OpenAsync(Office.Office.Cancel);
        var tables = new List<string>();
        await using (var command = new NpgsqlCommand("SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')", owner))
        await using (var reader = await command.ExecuteReaderAsync(Office.Office.Cancel))
        {
            while (await reader.ReadAsync(Office.Office.Cancel)) tables.Add(reader.GetString(0));
        }
        var holding = new List<string>();
        foreach (var table in tables)
        {
            await using var command = new NpgsqlCommand($"SELECT count(*) FROM {table} t WHERE strpos(t::text, $1) > 0 OR strpos(t::text, $2) > 0 OR strpos(t::text, $3) > 0", owner)
            {
                Parameters = { new() { Value = text }, new() { Value = Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text)) }, new() { Value = Convert.ToHexStringLower(file) } },
            };
            if ((long)(await command.ExecuteScalarAsync(Office.Office.Cancel))! > 0) holding.Add(table);
        }
        return holding;
    }
}
