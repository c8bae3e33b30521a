using System.IO.Compression;
using System.Text;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Documents.OpenData.Packages;
using ConferenceRecords.TestSupport;
using ConferenceRecords.Web.Exports;
using ConferenceRecords.Web.Tests.OpenData;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Xunit;

namespace ConferenceRecords.Web.Tests.Exports;

/// <summary>An evidence package travels from one instance to an empty one.</summary>
public sealed class EvidenceTests(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly TestDatabases databases = new(postgres), empty = new EmptyDatabases(postgres);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await databases.InitializeAsync();
        await empty.InitializeAsync();
        await databases.PublishAllAsync(Cancel);
    }

    [Fact]
    public async Task Package_InAnEmptyInstance_GivesTheSamePagesByteForByte()
    {
        await using var before = await InProcess.StartAsync(databases);
        var package = await ExportAsync(before);
        await ImportAsync(package);

        await using var publication = databases.NewPublication();
        var session = await publication.SessionAsync(OpenPublication.Slug, Cancel, history: true);
        var addresses = SessionAddresses.Of(session!).Concat(["/", "/hoi-nghi", "/ket-luan", "/chi-tieu", "/api/v1/changes?limit=1", $"/api/v1/sessions/{OpenPublication.Slug}", $"/oparl/v1.1/meeting/{OpenPublication.Slug}"]).ToList();
        await using var after = await InProcess.StartAsync(empty);
        foreach (var address in addresses)
        {
            var (old, now) = (await before.GetAsync(address, Cancel), await after.GetAsync(address, Cancel));
            Assert.Equal((address, old.Status, old.MediaType, Encoding.UTF8.GetString(old.Body)), (address, now.Status, now.MediaType, Encoding.UTF8.GetString(now.Body)));
        }
        Assert.True(addresses.Count > 12, "Too few pages were compared");

        // What was packed once more is the same package.
        Assert.Equal(package, await ExportAsync(after));
    }

    [Fact]
    public async Task Package_ThatWasTouched_IsRefused_AndNothingIsStored()
    {
        byte[] package;
        await using (var portal = await InProcess.StartAsync(databases)) package = await ExportAsync(portal);
        var bundle = $"editions/{OpenPublication.Slug}/conclusions-2.json";
        foreach (var (fault, change) in ((PackageFault, Action<ZipArchive>)[])
        [
            (PackageFault.Changed, zip => Replace(zip, bundle, bytes => [.. bytes[..^1], (byte)' '])),
            (PackageFault.Changed, zip => Replace(zip, bundle, bytes => [.. bytes, (byte)' '])),
            (PackageFault.Missing, zip => zip.GetEntry(bundle)!.Delete()),
            (PackageFault.Extra, zip => Write(zip, "editions/them.json", "{}"u8.ToArray())),
            (PackageFault.BadName, zip => Write(zip, "../../ngoai.txt", [])),
            (PackageFault.NotAPackage, zip => zip.GetEntry(PackageManifest.FileName)!.Delete()),
            (PackageFault.TooLarge, zip => Replace(zip, PackageManifest.FileName, bytes => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes).Replace("\"length\": ", "\"length\": 99999", StringComparison.Ordinal)))),
        ])
        {
            using var stream = new MemoryStream();
            await stream.WriteAsync(package, Cancel);
            await using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true)) change(zip);
            Assert.Equal(fault, (await Assert.ThrowsAsync<PackageException>(() => ImportAsync(stream.ToArray()))).Fault);
        }
        Assert.Equal(PackageFault.NotAPackage, (await Assert.ThrowsAsync<PackageException>(() => ImportAsync(package[..(package.Length / 2)]))).Fault);
        await using var publication = empty.NewPublication();
        Assert.Equal(0, await publication.PositionAsync(Cancel));
    }

    public async ValueTask DisposeAsync()
    {
        await databases.DisposeAsync();
        await empty.DisposeAsync();
    }

    private static async Task<byte[]> ExportAsync(InProcessPortal portal)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var publication = scope.ServiceProvider.GetRequiredService<Data.Publication.PublicationContext>();
        using var stream = new MemoryStream();
        await new EvidencePackage(publication, portal, _ => { }).WriteAsync((await publication.SessionAsync(OpenPublication.Slug, Cancel, history: true))!, stream, Cancel);
        return stream.ToArray();
    }

    private async Task ImportAsync(byte[] package)
    {
        await using var publisher = NpgsqlDataSource.Create(empty.For("cr_publisher"));
        using var stream = new MemoryStream(package);
        await EvidenceImport.EnterAsync(stream, publisher, Cancel);
    }

    private static void Replace(ZipArchive zip, string path, Func<byte[], byte[]> change)
    {
        using var bytes = new MemoryStream();
        using (var old = zip.GetEntry(path)!.Open()) old.CopyTo(bytes);
        zip.GetEntry(path)!.Delete();
        Write(zip, path, change(bytes.ToArray()));
    }

    private static void Write(ZipArchive zip, string path, byte[] content)
    {
        using var stream = zip.CreateEntry(path).Open();
        stream.Write(content);
    }
}

/// <summary>The public side on the databases of a test, as the verbs start it.</summary>
internal static class InProcess
{
    public static Task<InProcessPortal> StartAsync(TestDatabases databases) =>
        InProcessPortal.StartAsync(databases.For("cr_public"), new("https://hoso.example.vn"), new Place(), TestContext.Current.CancellationToken);

    private sealed class Place : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = "Development";

        public string ApplicationName { get; set; } = "ConferenceRecords.Web";

        public string ContentRootPath { get; set; } = AppContext.BaseDirectory;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
