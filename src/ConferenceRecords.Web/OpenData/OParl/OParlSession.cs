using System.Globalization;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Domain.Sessions;

namespace ConferenceRecords.Web.OpenData.OParl;

/// <summary>What is public of a session as objects of OParl.</summary>
internal sealed class OParlSession(PublishedSession session, OParlAddresses at)
{
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    private readonly string slug = session.Slug;

    /// <summary>Everything that holds today.</summary>
    public IEnumerable<OParlObject> Live()
    {
        if (session.Latest is not { Session: var facts }) yield break;
        var papers = Papers(facts).ToList();
        var items = Items(papers).ToList();
        var location = Location(facts);
        yield return Meeting(facts, location, items, papers);
        if (location is not null) yield return location;
        foreach (var item in items) yield return item;
        foreach (var (paper, _) in papers) yield return paper;
        foreach (var (paper, _) in papers) yield return paper.MainFile;
        foreach (var file in session.Releases.Values.SelectMany(r => r.Editions.Where(e => e.Withdrawal is null).SelectMany(e => Files(r, e)))) yield return file;
    }

    /// <summary>Everything that holds today and, of what was withdrawn or corrected away, that it was there. Needs the session with its earlier bundles.</summary>
    public IEnumerable<OParlObject> Ever()
    {
        var live = Live().ToList();
        var known = live.Select(o => o.Id).ToHashSet(StringComparer.Ordinal);
        var earlier = session.Releases.Values.SelectMany(r => r.Earlier, (r, bundle) => r with { Bundle = bundle })
            .SelectMany(r => new OParlSession(session with { Releases = new Dictionary<ReleaseKind, PublishedRelease> { [r.Kind] = r } }, at).Live());
        var files = session.Releases.Values.SelectMany(r => r.Editions.SelectMany(e => Files(r, e)));
        return live.Concat(earlier.Concat(files).Where(o => known.Add(o.Id)).Select(o => new OParlObject(o.Id, o.Type, o.Created, session.Modified) { Deleted = true }));
    }

    private OParlMeeting Meeting(PublicSession facts, OParlLocation? location, List<OParlAgendaItem> items, List<(OParlPaper Paper, string? Item)> papers)
    {
        var sittings = facts.Sittings;
        var files = papers.Where(p => p.Item is null && p.Paper.Id != at.Paper(slug, ReleaseKind.Conclusion)).Select(p => p.Paper.MainFile).ToList();
        return new(
            at.Meeting(slug), facts.Title,
            // Hours are not published: a half-day begins and ends where the day or noon does.
            sittings is [var first, ..] ? Time(first, first.Part == DayPart.Morning ? 0 : 12) : null,
            sittings is [.., var last] ? Time(last, last.Part == DayPart.Morning ? 12 : 24) : null,
            location, [at.Organization(facts)], papers.Find(p => p.Paper.Id == at.Paper(slug, ReleaseKind.Conclusion)).Paper?.MainFile,
            files.Count == 0 ? null : files, items.Count == 0 ? null : items, session.Created, session.Modified)
        {
            Web = session.Live<SessionBundle>() is null ? null : $"{at.Site}/hoi-nghi/{slug}",
        };
    }

    private OParlLocation? Location(PublicSession facts) => facts.Sittings.Select(s => s.Place).FirstOrDefault(p => p is not null) is { } place
        ? new(at.Location(slug), place, [at.Meeting(slug)], session.Created, session.Modified) : null;

    private IEnumerable<OParlAgendaItem> Items(List<(OParlPaper Paper, string? Item)> papers)
    {
        if (session.Live<SessionBundle>() is not { } bundle) yield break;
        var release = session.Releases[ReleaseKind.Conclusion];
        foreach (var item in bundle.Categories.SelectMany(c => c.Items))
        {
            var files = papers.Where(p => p.Item == item.Title).Select(p => p.Paper.MainFile).ToList();
            yield return new(
                at.AgendaItem(slug, item.Number), at.Meeting(slug), item.Number.ToString(CultureInfo.InvariantCulture), item.Number, item.Title, files.Count == 0 ? null : files,
                release.Created, session.Modified)
            {
                Web = string.Create(CultureInfo.InvariantCulture, $"{at.Site}/hoi-nghi/{slug}#noi-dung-{item.Number}"),
            };
        }
    }

    /// <summary>The papers, each with the title of the content it belongs to; without one it belongs to the session.</summary>
    private IEnumerable<(OParlPaper Paper, string? Item)> Papers(PublicSession facts)
    {
        foreach (var release in session.Releases.Values.OrderBy(r => r.Kind))
        {
            switch (release.Bundle)
            {
                case SessionBundle { Conclusion: var c }:
                    yield return (Paper(facts, release, at.Paper(slug, release.Kind), release.Kind.Page(slug), "Kết luận", c.Title, c.Symbol, c.IssuedOn), null);
                    break;
                case PapersBundle { Papers: var papers }:
                    foreach (var p in papers)
                        yield return (Paper(facts, release, at.Paper(slug, p.Number), string.Create(CultureInfo.InvariantCulture, $"{release.Kind.Page(slug)}/{p.Number}"), "Tài liệu", p.Title), p.ItemTitle);
                    break;
                case OpinionSummaryBundle:
                    yield return (Paper(facts, release, at.Paper(slug, release.Kind), release.Kind.Page(slug), "Tổng hợp ý kiến", $"Tổng hợp ý kiến: {facts.Title}"), null);
                    break;
                case FollowUpBundle:
                    yield return (Paper(facts, release, at.Paper(slug, release.Kind), release.Kind.Page(slug), "Tình hình thực hiện", $"Tình hình thực hiện: {facts.Title}"), null);
                    break;
            }
        }
    }

    private OParlPaper Paper(PublicSession facts, PublishedRelease release, string id, string page, string type, string name, string? symbol = null, DateOnly? date = null)
    {
        var text = new OParlFile(OParlAddresses.Text(id), name, "text/html", at.Site + page, [id], release.Created, release.Modified) { Meeting = [at.Meeting(slug)], Web = at.Site + page };
        List<OParlFile> files = release.Kind == ReleaseKind.Papers ? [] : [.. Files(release, release.Newest)];
        return new(id, at.Body(facts), name, symbol, date, type, text, files.Count == 0 ? null : files, [at.Organization(facts)], release.Created, release.Modified) { Web = at.Site + page };
    }

    private IEnumerable<OParlFile> Files(PublishedRelease release, PublishedHead edition) => edition.Files.Select(f =>
    {
        var address = at.Site + release.Kind.File(slug, edition.Number, f.Name);
        return new OParlFile(
            at.File(slug, release.Kind, edition.Number, f.Name), f.Name, f.MediaType, address, release.Kind == ReleaseKind.Papers ? null : [at.Paper(slug, release.Kind)], edition.PublishedAt, edition.PublishedAt)
        {
            FileName = f.Name, Size = f.Length, DownloadUrl = address,
        };
    });

    private static DateTimeOffset Time(PublicSitting sitting, int hour) => new DateTimeOffset(sitting.Date.ToDateTime(TimeOnly.MinValue), Vietnam).AddHours(hour);
}
