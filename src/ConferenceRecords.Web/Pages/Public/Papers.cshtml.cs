using ConferenceRecords.Data.Publication;
using ConferenceRecords.Documents.OpenData;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Web.OpenData;
using ConferenceRecords.Web.Publishing;
using Microsoft.AspNetCore.Mvc;

namespace ConferenceRecords.Web.Pages.Public;

/// <summary>The papers of a session, or the text of one of them.</summary>
public abstract class PapersPage(PublicationContext publication) : EditionPage<PapersBundle>(publication)
{
    /// <summary>The paper whose text is shown; null for the list.</summary>
    public PublicPaper? Paper { get; private set; }

    protected override PublicPart Part => PublicPart.Papers;

    protected override int? PaperNumber => int.TryParse(RouteData.Values["paper"] as string, System.Globalization.CultureInfo.InvariantCulture, out var paper) ? paper : null;

    public override async Task<IActionResult> OnGetAsync([FromRoute] string slug, [FromRoute] int? number, [FromServices] PortalAddress portal, CancellationToken cancel)
    {
        var answer = await ShowAsync(slug, number, portal, cancel);
        if (Edition is null || PaperNumber is not { } paper) return answer;
        Paper = Bundle.Papers.FirstOrDefault(p => p.Number == paper);
        if (Paper is not null || number is not null) return Paper is null ? NotFound() : answer;

        // A paper that a correction left out is still what it was in the edition that had it.
        foreach (var earlier in Edition.All.Skip(1).Where(e => !e.IsWithdrawn).ToList())
        {
            await ShowAsync(slug, earlier.Number, portal, cancel);
            if (Bundle.Papers.Any(p => p.Number == paper)) return LocalRedirect(Url.Content($"{ReleaseKind.Papers.PublicAddress(slug)}/ban/{earlier.Number}/{paper}"));
        }
        return NotFound();
    }
}

public sealed class PapersModel(PublicationContext publication) : PapersPage(publication);
