using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ConferenceRecords.TestSupport;
using Xunit;
using static ConferenceRecords.Web.Tests.OpenData.OpenPublication;

namespace ConferenceRecords.Web.Tests.OpenData;

public sealed class DownloadTests(OpenPortal open) : IClassFixture<OpenPortal>, IDisposable
{
    private readonly Visitor visitor = open.Portal.Visit();

    [Fact]
    public async Task Tasks_AsATable_OpenInASpreadsheetWithoutBecomingFormulas()
    {
        var bytes = await BytesAsync("/du-lieu/nhiem-vu.csv");
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes.AsSpan(3)).Split("\r\n");
        Assert.Contains(",'=1+1 là nhiệm vụ minh họa,", lines[1], StringComparison.Ordinal);
        Assert.Contains(",2022-03-31,2022-04-30,,Đang thực hiện trong hạn,", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_IsOneArchive_WithoutWhatWasWithdrawn_WhoseHashesAreRight()
    {
        var bytes = await BytesAsync("/du-lieu/tat-ca.zip");
        Assert.Equal(bytes, await BytesAsync("/du-lieu/tat-ca.zip"));
        await using var archive = new ZipArchive(new MemoryStream(bytes));
        var said = JsonNode.Parse(Read(archive, "manifest.json"))!["entries"]!.AsArray().ToDictionary(e => (string)e!["path"]!, e => (string)e!["sha256"]!);
        Assert.Equal(said.Keys.Append("manifest.json"), archive.Entries.Select(e => e.FullName));
        foreach (var (path, hash) in said)
        {
            var content = Read(archive, path);
            Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(content)));
            Assert.DoesNotContain(Secret, Encoding.UTF8.GetString(content), StringComparison.Ordinal);
        }
        Assert.Equal(
            [$"editions/{Slug}/conclusions-1.json", $"editions/{Slug}/conclusions-2.json", $"editions/{Slug}/follow-ups-1.json", $"editions/{Slug}/opinion-summaries-1.json", $"editions/{Slug}/papers-2.json",
                $"files/{Slug}/conclusions-1/ket-luan.docx", $"files/{Slug}/conclusions-2/{OpenPublication.File}", "indicators.csv", "tasks.csv", "withdrawals.json"],
            said.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(2, JsonNode.Parse(Read(archive, "withdrawals.json"))!.AsArray().Count);
    }

    public void Dispose() => visitor.Dispose();

    private async Task<byte[]> BytesAsync(string address) => await (await visitor.OpenAsync(address)).Response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

    private static byte[] Read(ZipArchive archive, string path)
    {
        using var stream = archive.GetEntry(path)!.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
