using System.Globalization;
using System.Text;
using System.Xml.Linq;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Documents.OpenData;
using ConferenceRecords.Domain.Publishing;
using Xunit;

namespace ConferenceRecords.Documents.Tests.OpenData;

public sealed class EditionAtomTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static readonly FeedEdition Correction = new(Guid.CreateVersion7(), ReleaseKind.Conclusion, Samples.Slug, 2, Samples.At, Samples.Session, null);

    private static readonly FeedEdition Withdrawn = new(Guid.CreateVersion7(), ReleaseKind.Conclusion, Samples.Slug, 1, Samples.At.AddDays(-1), null, Samples.Withdrawn);

    [Fact]
    public void Write_OfACorrectionAndAWithdrawal_KeepsAnEntryForEach()
    {
        var feed = Read(EditionAtom.Write("Tin <mới>", "tin.atom", "", [Withdrawn, Correction], Samples.Addresses));
        var entries = feed.Elements(Atom + "entry").ToList();
        Assert.Equal([$"urn:uuid:{Withdrawn.Id}", $"urn:uuid:{Correction.Id}"], entries.Select(e => e.Element(Atom + "id")!.Value));
        Assert.StartsWith("Đã thu hồi", entries[0].Element(Atom + "title")!.Value, StringComparison.Ordinal);
        Assert.Contains("Sai số liệu ở đoạn 1.", entries[0].Element(Atom + "summary")!.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("Kinh tế tăng", entries[0].Value, StringComparison.Ordinal);
        Assert.Equal(Moment(entries[0], "updated"), Samples.Withdrawn.WithdrawnAt);
        Assert.Equal(Moment(entries[0], "published"), Withdrawn.PublishedAt);
        Assert.StartsWith("Đính chính (bản 2)", entries[1].Element(Atom + "title")!.Value, StringComparison.Ordinal);
        Assert.Equal($"https://hoso.example.vn/ket-luan/{Samples.Slug}/ban/2", Link(entries[1], "alternate"));
        Assert.Equal(Samples.Withdrawn.WithdrawnAt, Moment(feed, "updated"));
    }

    [Fact]
    public void Write_OfNothing_IsAFeedThatNeverChanges() =>
        Assert.Equal(DateTimeOffset.UnixEpoch, Moment(Read(EditionAtom.Write("Tin", "tin.atom", "", [], Samples.Addresses)), "updated"));

    /// <summary>Reads a feed and refuses what RFC 4287 forbids.</summary>
    private static XElement Read(byte[] bytes)
    {
        var feed = XDocument.Parse(Encoding.UTF8.GetString(bytes)).Root!;
        Assert.Equal(Atom + "feed", feed.Name);
        Assert.Single(feed.Elements(Atom + "author"));
        Assert.Equal("https://hoso.example.vn/tin.atom", Link(feed, "self"));
        foreach (var element in feed.Elements(Atom + "entry").Prepend(feed))
        {
            Assert.All(["id", "title", "updated"], name => Assert.Single(element.Elements(Atom + name)));
            Assert.True(Uri.TryCreate(element.Element(Atom + "id")!.Value, UriKind.Absolute, out _));
            Assert.NotEmpty(Moment(element, "updated").ToString(CultureInfo.InvariantCulture));
        }
        var entries = feed.Elements(Atom + "entry").ToList();
        Assert.All(entries, e => Assert.True(e.Element(Atom + "content") is not null || Link(e, "alternate") is not null));
        Assert.Equal(entries.Count, entries.Select(e => e.Element(Atom + "id")!.Value).Distinct().Count());
        return feed;
    }

    private static string? Link(XElement element, string rel) => (string?)element.Elements(Atom + "link").SingleOrDefault(l => (string?)l.Attribute("rel") == rel)?.Attribute("href");

    // RFC 3339, as RFC 4287 demands it.
    private static DateTimeOffset Moment(XElement element, string name) =>
        DateTimeOffset.ParseExact(element.Element(Atom + name)!.Value, ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:sszzz"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
