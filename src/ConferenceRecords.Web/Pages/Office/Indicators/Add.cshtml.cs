using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Indicators;
using ConferenceRecords.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Indicators;

/// <summary>A new figure of a session.</summary>
public sealed class AddModel(RecordsContext records) : SessionPage(records)
{
    [BindProperty] public IndicatorInput Input { get; set; } = null!;

    public void OnGet() => Input = new(Guid.CreateVersion7(), 0, null, null, null, null, null, null, null);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!this.Validate(Input, new IndicatorInput.Validator())) return this.Refused();
        var facts = Input.ToFacts();
        if (await Records.Indicators.Where(i => i.Id == Input.Id).Lines().SingleOrDefaultAsync(cancel) is { } stored)
        {
            if (stored.SessionId == Session.Id && stored.Facts == facts) return Done(facts);
            return this.KeyTaken(id => Input = Input with { Id = id });
        }
        var last = await Records.Indicators.Where(i => i.SessionId == Session.Id).MaxAsync(i => (int?)i.Position, cancel) ?? 0;
        if (!this.Try(() => Records.Add(new Indicator(Input.Id, Session.Id, last + 1, facts)))) return this.Refused();
        return await this.SaveAsync(Records, cancel) == SaveResult.Saved ? Done(facts) : this.Refused();
    }

    private RedirectToPageResult Done(IndicatorFacts facts)
    {
        this.Say(this.Text()["Đã lưu: {0} {1}.", facts.Name, IndicatorLine.InWords(facts)]);
        return RedirectToPage("Index", new { id = Session.Id });
    }
}
