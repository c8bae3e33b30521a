using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Indicators;

/// <summary>Corrects a figure.</summary>
public sealed class EditModel(RecordsContext records) : PageModel
{
    [BindProperty] public IndicatorInput Input { get; set; } = null!;

    public IndicatorLine Indicator { get; private set; } = null!;

    public bool IsStale { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid indicatorId, CancellationToken cancel)
    {
        if (!await LoadAsync(indicatorId, cancel) || Indicator.RemovedAt is not null) return NotFound();
        Input = IndicatorInput.Of(Indicator.Id, Indicator.Version, Indicator.Facts);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid indicatorId, CancellationToken cancel)
    {
        if (!await LoadAsync(indicatorId, cancel)) return NotFound();
        if (!this.Validate(Input, new IndicatorInput.Validator())) return this.Refused();
        var facts = Input.ToFacts();
        var indicator = await records.Indicators.SingleAsync(i => i.Id == indicatorId, cancel);
        records.Entry(indicator).Property(i => i.Version).OriginalValue = Input.Version;
        if (!this.Try(() => indicator.Change(facts))) return this.Refused();
        switch (await this.SaveAsync(records, cancel))
        {
            case SaveResult.Saved:
                this.Say(this.Text()["Đã lưu: {0} {1}.", facts.Name, IndicatorLine.InWords(facts)]);
                return RedirectToPage("Index", new { id = Indicator.SessionId });
            case SaveResult.Stale:
                await LoadAsync(indicatorId, cancel);
                (IsStale, Input) = (true, Input with { Version = Indicator.Version });
                ModelState.Remove("Input.Version");
                break;
        }
        return this.Refused();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        if (await records.Indicators.Where(i => i.Id == id).Lines().SingleOrDefaultAsync(cancel) is not { } indicator) return false;
        Indicator = indicator;
        ViewData["Session"] = await records.SessionHeadAsync(indicator.SessionId, cancel);
        return true;
    }
}
