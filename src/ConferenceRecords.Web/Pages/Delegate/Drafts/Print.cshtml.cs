using ConferenceRecords.Data.Records;
using ConferenceRecords.Web.Drafts;
using Microsoft.AspNetCore.Mvc;

namespace ConferenceRecords.Web.Pages.Delegates.Drafts;

/// <summary>One version to print, with the delegate's own words when asked for (D6).</summary>
public sealed class PrintModel(RecordsContext records, DraftTexts texts, TimeProvider clock) : DraftPage(records, clock)
{
    [FromQuery(Name = "y-kien")] public bool WithOwn { get; set; }

    public PrintedPaper Paper { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) =>
        Paper = new(Draft, await texts.OfAsync(Records, Draft.Id, cancel), WithOwn ? await OwnWords.OfAsync(Records, UserId, Draft, cancel) : null);
}

/// <summary>A paper on a page to print.</summary>
/// <param name="Draft">The version.</param>
/// <param name="Text">Its text.</param>
/// <param name="Own">The delegate's own words; null: they are left out.</param>
public sealed record PrintedPaper(Data.Queries.DelegateVersion Draft, DraftText Text, OwnWords? Own);
