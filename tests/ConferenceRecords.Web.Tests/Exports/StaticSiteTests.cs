using System.Text;
using ConferenceRecords.Web.Exports;
using ConferenceRecords.Web.Tests.OpenData;
using ConferenceRecords.Web.Verbs;
using Xunit;

namespace ConferenceRecords.Web.Tests.Exports;

/// <summary>The public side as plain files.</summary>
public sealed class StaticSiteTests(OpenPortal open) : IClassFixture<OpenPortal>, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("trang-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Site_AsFiles_HasAFileBehindEveryLink_AndNamesWhatIsGone()
    {
        await using var portal = await InProcess.StartAsync(open.Portal.Databases);
        await using var publication = open.Portal.Databases.NewPublication();
        var result = await new StaticSite(portal, folder, _ => { }).WriteAsync(await ExportVerb.AddressesAsync(publication, Cancel), Cancel);
        Assert.Empty(result.Broken);
        Assert.Equal(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Count(), result.Files);

        var missing = new List<string>();
        foreach (var page in Directory.EnumerateFiles(folder, "*.html", SearchOption.AllDirectories))
        {
            var at = new Uri(portal.Address, "/" + Path.GetRelativePath(folder, page).Replace('\\', '/'));
            foreach (var link in SiteLinks.OfPage(await File.ReadAllTextAsync(page, Cancel)))
            {
                if (!Uri.TryCreate(at, link, out var target) || target.Host != portal.Address.Host) continue;
                var file = Path.Combine(folder, target.AbsolutePath.Trim('/'));
                if (!File.Exists(file) && !File.Exists(Path.Combine(file, "index.html")) && !File.Exists(Path.Combine(file, "index.json"))) missing.Add($"{at.AbsolutePath}: {link}");
                if (target.Query.Length > 0) missing.Add($"{at.AbsolutePath}: {link} has a query");
            }
        }
        Assert.Empty(missing);

        // The text of a page is the portal's; of the search only the frame.
        Assert.Equal((await portal.GetAsync($"/ket-luan/{OpenPublication.Slug}/ban/1", Cancel)).Body, await File.ReadAllBytesAsync(Path.Combine(folder, "ket-luan", OpenPublication.Slug, "ban", "1", "index.html"), Cancel));
        Assert.Contains("không tìm kiếm được", await File.ReadAllTextAsync(Path.Combine(folder, "tim-kiem", "index.html"), Cancel), StringComparison.Ordinal);
        var gone = $"/ket-luan/{OpenPublication.WithdrawnSlug}";
        Assert.True(File.Exists(Path.Combine(folder, Assert.Single(result.Gone, g => g.Address == gone).File.TrimStart('/'))));
        Assert.Contains($"location = {gone} ", await File.ReadAllTextAsync(Path.Combine(folder, "may-chu.txt"), Cancel), StringComparison.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".zip", StringComparison.Ordinal)))
            Assert.DoesNotContain(OpenPublication.Secret, Encoding.UTF8.GetString(await File.ReadAllBytesAsync(file, Cancel)), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
