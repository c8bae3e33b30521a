using System.Globalization;
using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Domain.Text;

namespace ConferenceRecords.Documents.OpenData;

/// <summary>Editions as an Atom feed (RFC 4287). An entry keeps its id for ever: a correction is an entry of its own, and of a withdrawn edition the entry says that and why.</summary>
public static class EditionAtom
{
    private const int SummaryLength = 280;

    /// <summary>Writes a feed.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="path">Its address below the portal's, such as <c>tin.atom</c>; with the portal's address its permanent id.</param>
    /// <param name="page">Path of the page that it follows; empty for the home page.</param>
    /// <param name="editions">The editions, the last first.</param>
    /// <param name="addresses">Where the pages are.</param>
    /// <returns>UTF-8.</returns>
    public static byte[] Write(string title, string path, string page, IReadOnlyList<FeedEdition> editions, PublicAddresses addresses)
    {
        ArgumentNullException.ThrowIfNull(editions);
        ArgumentNullException.ThrowIfNull(addresses);
        var self = new Uri($"{addresses.Root}/{path}");
        var feed = new SyndicationFeed
        {
            Id = self.AbsoluteUri,
            Title = new(XmlText.Clean(title)),
            Language = "vi",

            // Of a feed without entries nothing ever changed.
            LastUpdatedTime = editions.Count > 0 ? editions.Max(e => e.UpdatedAt) : DateTimeOffset.UnixEpoch,
            Items = [.. editions.Select(e => Entry(e, addresses))],
        };
        feed.Authors.Add(new() { Name = "Hồ sơ hội nghị" });
        feed.Links.Add(SyndicationLink.CreateSelfLink(self, "application/atom+xml"));
        feed.Links.Add(SyndicationLink.CreateAlternateLink(new($"{addresses.Root}/{page}"), "text/html"));

        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new() { Encoding = new UTF8Encoding(false) })) feed.GetAtom10Formatter().WriteTo(writer);
        return stream.ToArray();
    }

    private static SyndicationItem Entry(FeedEdition edition, PublicAddresses addresses)
    {
        var part = PublicAddresses.Part(edition.Kind);
        var item = new SyndicationItem { Id = $"urn:uuid:{edition.Id}", PublishDate = edition.PublishedAt, LastUpdatedTime = edition.UpdatedAt };
        item.Links.Add(SyndicationLink.CreateAlternateLink(new(addresses.Edition(edition.Kind, edition.Slug, edition.Number)), "text/html"));
        item.Categories.Add(new(PublicAddresses.Folder(part), null, Name(edition.Kind)));
        if (edition.Bundle is { } bundle)
        {
            var title = new OpenEdition(part, bundle, [], [], addresses).Title;
            item.Title = new(XmlText.Clean(edition.Number == 1 ? title : $"Đính chính (bản {Digits(edition.Number)}): {title}"));
            item.Summary = new(XmlText.Clean(Summary(bundle)));
        }
        else
        {
            item.Title = new($"Đã thu hồi: {Name(edition.Kind)}, bản {Digits(edition.Number)}");
            item.Summary = new(XmlText.Clean($"Lý do: {edition.Withdrawal!.Reason}"));
        }
        return item;
    }

    private static string Summary(EditionBundle bundle) => bundle switch
    {
        SessionBundle { Conclusion.Paragraphs: [var first, ..] } => Beginning(first),
        PapersBundle papers => $"{Digits(papers.Papers.Count)} tài liệu của hội nghị.",
        OpinionSummaryBundle summary => $"{Digits(summary.Lines.Count)} ý kiến tổng hợp và kết quả tiếp thu, giải trình.",
        FollowUpBundle tasks => $"{Digits(tasks.Tasks.Count)} nhiệm vụ, tính đến ngày {VietnamTime.Day(tasks.AsOf)}.",
        _ => bundle.Session.Title,
    };

    private static string Beginning(string text) =>
        text.Length <= SummaryLength ? text : text[..(text.LastIndexOf(' ', SummaryLength) is var blank && blank > 0 ? blank : SummaryLength)] + " …";

    private static string Name(ReleaseKind kind) => kind switch
    {
        ReleaseKind.Conclusion => "Kết luận",
        ReleaseKind.Papers => "Tài liệu",
        ReleaseKind.OpinionSummary => "Tổng hợp ý kiến",
        _ => "Tình hình thực hiện",
    };

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
