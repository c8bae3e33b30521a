using System.IO.Compression;
using ConferenceRecords.TestSupport;
using ConferenceRecords.TestSupport.Access;
using Npgsql;
using Xunit;

namespace ConferenceRecords.Web.Tests.Access;

/// <summary>Every text that is in the office's database carries a token of its own; no public answer may hold one.</summary>
public sealed class CanaryTests(PostgresFixture postgres) : IAsyncLifetime
{
    // Production: in Development the sign-in page names the demonstration accounts.
    private readonly Portal portal = new(postgres) { Environment = "Production" };

    private const string Token = "zqcanary";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => portal.InitializeAsync();

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Public_MeetsNoToken_AtAnyAddress()
    {
        var values = await AccessMatrix.ValuesAsync(portal.Databases, Cancel);
        var marked = await MarkEveryTextAsync();
        Assert.True(marked > 40, $"Only {marked} columns were marked");

        using var visitor = portal.Visit();
        var waiting = new Queue<string>([
            "/", "/en", "/hoi-nghi/khong-co", "/ket-luan/khong-co", "/tim-kiem?q=nghi", "/tim-kiem?q=%25", "/tim-kiem?q=" + new string('a', 3000), "/loi/500", "/loi/404", "/loi/413",
            "/health/ready", "/van-phong", "/dai-bieu", "/quan-tri", "/chi-tieu?x=1", "/hoi-nghi/%00", "/..%2fappsettings.json", "/seeds/opinions.json", "/favicon.ico"]);
        foreach (var (pattern, _) in AccessMatrix.Lines.Where(line => AccessMatrix.IsForPrograms(line.Pattern))) waiting.Enqueue(AccessMatrix.Fill(pattern, values));
        var seen = new HashSet<string>(waiting);
        var answers = 0;
        while (waiting.TryDequeue(out var address))
        {
            var answer = await visitor.GetAsync(address);
            answers++;
            Assert.DoesNotContain(Token, address.EndsWith(".zip", StringComparison.Ordinal) ? await UnpackedAsync(answer.Response.Content) : answer.Text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Token, answer.Response.Headers.ToString() + answer.Response.Content.Headers, StringComparison.OrdinalIgnoreCase);
            Assert.False(answer.Response.Headers.Contains("Set-Cookie") && !answer.Path.Contains("/dang-nhap", StringComparison.Ordinal), address);
            foreach (var link in answer.Document.QuerySelectorAll("a[href], link[href], script[src], img[src]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!))
            {
                var path = link.Split('#')[0];
                if (path.StartsWith('/') && seen.Add(path)) waiting.Enqueue(path);
            }
        }
        Assert.True(answers > 25, $"Only {answers} addresses were crawled");
    }

    [Theory]
    [InlineData("zqcanary")]
    [InlineData("opinionstext")]
    public async Task Search_FindsNothingUnpublished(string query)
    {
        await MarkEveryTextAsync();
        using var visitor = portal.Visit();
        var answer = await visitor.OpenAsync("/tim-kiem?q=" + query);
        Assert.Empty(answer.Document.QuerySelectorAll("main mark"));
    }

    private static async Task<string> UnpackedAsync(HttpContent content)
    {
        await using var archive = new ZipArchive(await content.ReadAsStreamAsync(Cancel));
        var texts = new List<string>();
        foreach (var entry in archive.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync(Cancel));
            texts.Add(entry.FullName + await reader.ReadToEndAsync(Cancel));
        }
        Assert.NotEmpty(texts);
        return string.Concat(texts);
    }

    /// <summary>Appends a token to every free text of the office's database; names of values, hashes and keys of the framework stay.</summary>
    private async Task<int> MarkEveryTextAsync()
    {
        await using var owner = new NpgsqlConnection(portal.Databases.RecordsOwner);
        await owner.OpenAsync(Cancel);
        var columns = new List<(string Table, string Column)>();
        await using (var command = new NpgsqlCommand(
            """
            SELECT format('%I.%I', table_schema, table_name), column_name FROM information_schema.columns
            WHERE table_schema IN ('records', 'identity') AND data_type IN ('text', 'character varying') AND character_maximum_length IS DISTINCT FROM 30
              AND table_name NOT IN ('migrations', 'data_protection_keys') AND column_name NOT LIKE '%sha256'
            """,
            owner))
        await using (var reader = await command.ExecuteReaderAsync(Cancel))
        {
            while (await reader.ReadAsync(Cancel)) columns.Add((reader.GetString(0), reader.GetString(1)));
        }
        foreach (var (table, column) in columns)
        {
            var token = $" {Token}{table.Replace("records.", "", StringComparison.Ordinal)}{column}";
            await using var update = new NpgsqlCommand($"UPDATE {table} SET \"{column}\" = \"{column}\" || $1 WHERE \"{column}\" NOT LIKE '%{Token}%'", owner) { Parameters = { new() { Value = token } } };
            await update.ExecuteNonQueryAsync(Cancel);
        }
        return columns.Count;
    }
}
