using System.Xml.Linq;
using Xunit;

namespace ConferenceRecords.Domain.Tests.Architecture;

/// <summary>The projects depend on each other in one direction: Web, Documents, Data, Domain.</summary>
public sealed class ProjectArrowsTests
{
    private static readonly string[] Order = ["ConferenceRecords.Domain", "ConferenceRecords.Data", "ConferenceRecords.Documents", "ConferenceRecords.Web"];

    private static string Source
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "ConferenceRecords.sln"))) folder = folder.Parent ?? throw new InvalidOperationException("No checkout");
            return Path.Combine(folder.FullName, "src");
        }
    }

    private static IEnumerable<string> Included(string project, string element) =>
        XDocument.Load(Path.Combine(Source, project, project + ".csproj")).Descendants(element).Select(e => (string)e.Attribute("Include")!);

    [Fact]
    public void Projects_AreTheFourOfTheArchitecture() =>
        Assert.Equal(Order.Order(StringComparer.Ordinal), Directory.GetDirectories(Source).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));

    [Fact]
    public void References_NeverTurnBack()
    {
        var arrows = Order.SelectMany(from => Included(from, "ProjectReference").Select(to => (From: from, To: Path.GetFileNameWithoutExtension(to)))).ToList();

        Assert.NotEmpty(arrows);
        Assert.All(arrows, arrow => Assert.True(Array.IndexOf(Order, arrow.To) < Array.IndexOf(Order, arrow.From), $"{arrow.From} refers to {arrow.To}"));
    }

    [Fact]
    public void Domain_NeedsNoPackage() => Assert.Empty(Included(Order[0], "PackageReference"));
}
