using System.Globalization;
using ConferenceRecords.Data.Publication;
using ConferenceRecords.Data.Queries;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace ConferenceRecords.Web.Pages.Public;

/// <summary>A way to narrow a search.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Href">Address of the page narrowed, or no longer narrowed.</param>
/// <param name="Count">How many passages it leaves.</param>
/// <param name="IsOn">Whether the page is narrowed by it.</param>
public sealed record FacetLink(string Name, string Href, int Count, bool IsOn);

/// <summary>Ways of one sort.</summary>
public sealed record FacetLinks(string Title, bool IsBound, IReadOnlyList<FacetLink> Links);

public sealed class SearchModel(PublicationContext publication, IStringLocalizer<SharedText> text) : PageModel
{
    public const int PageSize = 20;

    [FromQuery(Name = "q")] public string? Typed { get; set; }

    [FromQuery(Name = "loai")] public string? KindKey { get; set; }

    [FromQuery(Name = "khoa")] public string? TermKey { get; set; }

    [FromQuery(Name = "hoi-nghi")] public string? SessionKey { get; set; }

    /// <summary>"khong" shows passages with other marks too.</summary>
    [FromQuery(Name = "dau")] public string? Marks { get; set; }

    [FromQuery(Name = "trang")] public int Number { get; set; } = 1;

    /// <summary>What is looked for; null when nothing was typed.</summary>
    public SearchTerms? Terms { get; private set; }

    public SearchFacets Facets { get; private set; } = new();

    public FoundPassages Found { get; private set; } = FoundPassages.None;

    /// <summary>Everything that this view of the page lists, on all its pages.</summary>
    public IReadOnlyList<FoundPassage> Shown { get; private set; } = [];

    public IReadOnlyList<FacetLinks> FacetGroups { get; private set; } = [];

    /// <summary>What was named by its symbol or number; without words to look for, the sessions of a term.</summary>
    public IReadOnlyList<DirectHit> Named { get; private set; } = [];

    /// <summary>What may have been meant; null when something was found or nothing is alike.</summary>
    public string? Proposal { get; private set; }

    public IReadOnlyList<PublicTerm> PublicTerms { get; private set; } = [];

    public bool IsWithOthers => Marks == "khong" || Found.Exact.Count == 0;

    public bool IsBound => IsWithOthers ? Found.IsOthersBound || Found.IsExactBound : Found.IsExactBound;

    public IReadOnlyList<FoundPassage> OnPage => [.. Shown.Skip((Number - 1) * PageSize).Take(PageSize)];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Terms = SearchTerms.Read(Typed);
        Facets = new(PassageKinds.Of(KindKey), Key(TermKey), Key(SessionKey));
        if (Terms is null)
        {
            if (Facets.Term is { } term) Named = await publication.OfTermAsync(term, cancel);
            PublicTerms = await publication.TermsAsync(cancel);
            return;
        }
        Named = await publication.NamedAsync(Terms.Text, cancel);
        Found = await publication.SearchAsync(Terms, Facets, cancel);
        Shown = In(Found);
        Number = Math.Clamp(Number, 1, Math.Max(1, (Shown.Count + PageSize - 1) / PageSize));
        if (Found.IsEmpty)
        {
            Proposal = await publication.ProposalAsync(Terms, cancel);
            PublicTerms = await publication.TermsAsync(cancel);
        }
        FacetGroups =
        [
            await GroupAsync(text["Loại"], Facets with { Kind = null }, p => PassageKinds.KeyOf(p.Kind), p => text.Of(p.Kind), KindKey, "loai", cancel),
            await GroupAsync(
                text["Nhiệm kỳ"], Facets with { Term = null }, p => SearchFacets.TermKey(p.TermLabel, p.TermStart), p => text["Khóa {0}, {1}-{2}", p.TermLabel, p.TermStart, p.TermEnd],
                Facets.Term, "khoa", cancel),
            await GroupAsync(text["Hội nghị"], Facets with { Session = null }, p => p.Slug, p => p.SessionTitle, Facets.Session, "hoi-nghi", cancel),
        ];
    }

    /// <summary>Address of this page with something of it changed; null takes it away. Always from the first page on.</summary>
    public string With(params ReadOnlySpan<(string Name, string? Value)> changes)
    {
        var query = new Dictionary<string, string?> { ["q"] = Terms?.Text, ["loai"] = KindKey, ["khoa"] = Facets.Term, ["hoi-nghi"] = Facets.Session, ["dau"] = Marks, ["trang"] = null };
        foreach (var (name, value) in changes) query[name] = value;
        return Url.Content("~/tim-kiem" + new QueryBuilder(query.Where(p => p.Value is not null)!));
    }

    public string PageHref(int number) => With(("trang", number > 1 ? number.ToString(CultureInfo.InvariantCulture) : null));

    /// <summary>Where a passage stands, in words, by the number at the end of its address.</summary>
    public string PlaceOf(FoundPassage passage)
    {
        var number = passage.Address[(passage.Address.LastIndexOf('-') + 1)..];
        return passage.Kind switch
        {
            PassageKind.Item => text["Nội dung {0}", number],
            PassageKind.Conclusion => text["Kết luận, đoạn {0}", number],
            PassageKind.Directive => text["Chỉ đạo {0}", number],
            PassageKind.Indicator => text["Chỉ tiêu {0}", number],
            PassageKind.Paper => text["Tài liệu, đoạn {0}", number],
            PassageKind.Opinion => text["Tổng hợp ý kiến, dòng {0}", number],
            PassageKind.Task => text["Nhiệm vụ {0}", number],
            _ => text["Hội nghị"],
        };
    }

    private IReadOnlyList<FoundPassage> In(FoundPassages found) => Marks == "khong" || found.Exact.Count == 0 ? [.. found.Exact, .. found.Others] : found.Exact;

    private async Task<FacetLinks> GroupAsync(
        string title, SearchFacets others, Func<FoundPassage, string> key, Func<FoundPassage, string> name, string? on, string parameter, CancellationToken cancel)
    {
        // Counted without what is chosen here, but with what is chosen elsewhere: so many a click on it leaves.
        var found = others == Facets ? Found : await publication.SearchAsync(Terms!, others, cancel);
        var links = In(found).GroupBy(key).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(8)
            .Select(g => new FacetLink(name(g.First()), With((parameter, g.Key == on ? null : g.Key)), g.Count(), g.Key == on)).ToList();
        return new(title, found.IsExactBound || found.IsOthersBound, links);
    }

    private static string? Key(string? typed) => typed is { Length: > 0 and <= 200 } ? typed : null;
}

/// <summary>The kinds of passages in addresses.</summary>
public static class PassageKinds
{
    private static readonly Dictionary<string, PassageKind> ByKey = new()
    {
        ["hoi-nghi"] = PassageKind.Session, ["noi-dung"] = PassageKind.Item, ["ket-luan"] = PassageKind.Conclusion, ["chi-dao"] = PassageKind.Directive,
        ["chi-tieu"] = PassageKind.Indicator, ["tai-lieu"] = PassageKind.Paper, ["tong-hop-y-kien"] = PassageKind.Opinion, ["nhiem-vu"] = PassageKind.Task,
    };

    public static PassageKind? Of(string? key) => key is not null && ByKey.TryGetValue(key, out var kind) ? kind : null;

    public static string KeyOf(PassageKind kind) => ByKey.First(k => k.Value == kind).Key;
}
