using ConferenceRecords.Data.Publication;
using ConferenceRecords.Documents.OpenData;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Web.Publishing;
using Microsoft.AspNetCore.Mvc;

namespace ConferenceRecords.Web.Pages.Public;

/// <summary>The papers of a session, or the text of one of them.</summary>
public abstract class PapersPage(PublicationContext publication) : EditionPage<PapersBundle>(publication)
{
    /// <summary>The paper whose text is shown; null for the list.</summary>
    public PublicPaper? Paper { get; private set; }

    protected override PublicPart Part => PublicPart.Papers;

    protected override int? PaperNumber => NumberInAddress("paper");

    public override async Task<IActionResult> OnGetAsync()
    {
        var answer = await ShowAsync(EditionNumber);
        if (Edition is null || PaperNumber is not { } paper) return answer;
        Paper = Bundle.Papers.FirstOrDefault(p => p.Number == paper);
        if (Paper is not null || EditionNumber is not null) return Paper is null ? NotFound() : answer;

        // A paper that a correction left out is still what it was in the edition that had it.
        foreach (var earlier in Edition.All.Skip(1).Where(e => !e.IsWithdrawn).ToList())
        {
            await ShowAsync(earlier.Number);
            if (Bundle.Papers.Any(p => p.Number == paper)) return LocalRedirect(Url.Content($"{ReleaseKind.Papers.PublicAddress(Slug)}/ban/{earlier.Number}/{paper}"));
        }
        return NotFound();
    }
}

public sealed class PapersModel(PublicationContext publication) : PapersPage(publication);
