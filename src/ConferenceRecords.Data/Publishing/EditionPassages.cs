using System.Globalization;
using ConferenceRecords.Domain.Publishing;

namespace ConferenceRecords.Data.Publishing;

/// <summary>The passages of an edition that search finds, each with the address it links to.</summary>
public static class EditionPassages
{
    /// <summary>All passages in the order of the pages.</summary>
    /// <param name="edition">The edition.</param>
    /// <returns>Addresses without a leading slash, and texts.</returns>
    public static IEnumerable<(string Address, string Text)> Of(EditionBundle edition) => edition switch
    {
        SessionBundle bundle => Of(bundle),
        PapersBundle bundle => bundle.Papers.SelectMany(p => p.Paragraphs, (p, t) =>
            (string.Create(CultureInfo.InvariantCulture, $"tai-lieu/{bundle.Slug}/{p.Number}#doan-{t.Number}"), t.Text)),
        OpinionSummaryBundle bundle => bundle.Lines.Select(l => (Link("tong-hop-y-kien", bundle.Slug, "y-kien", l.Number), l.Text)),
        FollowUpBundle bundle => bundle.Tasks.Select(t => (Link("thuc-hien", bundle.Slug, "nhiem-vu", t.Number), t.Text)),
        _ => throw new ArgumentException("An edition without passages", nameof(edition)),
    };

    private static IEnumerable<(string Address, string Text)> Of(SessionBundle bundle)
    {
        yield return ($"hoi-nghi/{bundle.Slug}", bundle.Session.Title);
        foreach (var item in bundle.Categories.SelectMany(c => c.Items)) yield return (Link("hoi-nghi", bundle.Slug, "noi-dung", item.Number), item.Title);
        foreach (var (index, text) in bundle.Conclusion.Paragraphs.Index()) yield return (Link("ket-luan", bundle.Slug, "doan", index + 1), text);
        foreach (var directive in bundle.Conclusion.Directives) yield return (Link("ket-luan", bundle.Slug, "chi-dao", directive.Number), directive.Text);
        foreach (var (index, indicator) in bundle.Indicators.Index()) yield return (Link("chi-tieu", bundle.Slug, "chi-tieu", index + 1), indicator.Name);
    }

    private static string Link(string page, string slug, string anchor, int number) => string.Create(CultureInfo.InvariantCulture, $"{page}/{slug}#{anchor}-{number}");
}
