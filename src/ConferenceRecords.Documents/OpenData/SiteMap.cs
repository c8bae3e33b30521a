using System.Text;
using System.Xml;
using System.Xml.Linq;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Domain.Publishing;

namespace ConferenceRecords.Documents.OpenData;

/// <summary>The addresses that search engines may visit, each with the day it changed last. What was withdrawn is not among them.</summary>
public static class SiteMap
{
    /// <summary>Most sessions' pages in one file; the protocol allows 50,000 addresses.</summary>
    public const int MostEditions = 16_000;

    private static readonly XNamespace Protocol = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <summary>Writes the file.</summary>
    /// <param name="live">What holds today.</param>
    /// <param name="others">Paths of the pages that are always there.</param>
    /// <param name="addresses">Where the pages are.</param>
    /// <returns>UTF-8.</returns>
    public static byte[] Write(IReadOnlyList<LiveAddress> live, IEnumerable<string> others, PublicAddresses addresses)
    {
        ArgumentNullException.ThrowIfNull(live);
        ArgumentNullException.ThrowIfNull(addresses);
        var entries = others.Select(path => Entry($"{addresses.Root}/{path}", null))
            .Concat(live.SelectMany(l => Parts(l.Kind).Select(part => Entry(addresses.Page(part, l.Slug), l.PublishedAt))));
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new() { Encoding = new UTF8Encoding(false) })) new XDocument(new XElement(Protocol + "urlset", entries)).Save(writer);
        return stream.ToArray();
    }

    private static PublicPart[] Parts(ReleaseKind kind) => kind == ReleaseKind.Conclusion ? [PublicPart.Session, PublicPart.Conclusion, PublicPart.Indicators] : [PublicAddresses.Part(kind)];

    private static XElement Entry(string address, DateTimeOffset? changed) => new(
        Protocol + "url", new XElement(Protocol + "loc", address),
        changed is { } at ? new XElement(Protocol + "lastmod", OpenJson.Moment(at)) : null);
}
