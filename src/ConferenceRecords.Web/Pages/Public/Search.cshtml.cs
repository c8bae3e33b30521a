using ConferenceRecords.Data.Publication;
using ConferenceRecords.Data.Queries;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace ConferenceRecords.Web.Pages.Public;

public sealed class SearchModel(PublicationContext publication, IStringLocalizer<SharedText> text) : PageModel
{
    public const int MostShown = 50;

    /// <summary>What is looked for; null when nothing was typed.</summary>
    public SearchTerms? Terms { get; private set; }

    public FoundPassages Found { get; private set; } = new([], 0, false);

    public async Task OnGetAsync([FromQuery(Name = "q")] string? typed, CancellationToken cancel)
    {
        Terms = SearchTerms.Read(typed);
        if (Terms is not null) Found = await publication.SearchAsync(Terms, MostShown, cancel);
    }

    /// <summary>Where a passage stands, in words, by the anchor of its address.</summary>
    public string PlaceOf(string address)
    {
        var number = address[(address.LastIndexOf('-') + 1)..];
        return address[(address.IndexOf('#', StringComparison.Ordinal) + 1)..].TrimEnd("0123456789".ToCharArray()) switch
        {
            "noi-dung-" => text["Nội dung {0}", number],
            "doan-" => text["Kết luận, đoạn {0}", number],
            "chi-dao-" => text["Chỉ đạo {0}", number],
            "chi-tieu-" => text["Chỉ tiêu {0}", number],
            _ => text["Hội nghị"],
        };
    }
}
