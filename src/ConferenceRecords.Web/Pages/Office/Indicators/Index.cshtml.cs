using ConferenceRecords.Data.Records;
using ConferenceRecords.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Indicators;

/// <summary>The figures of a session.</summary>
public sealed class IndexModel(RecordsContext records, TimeProvider clock) : SessionPage(records)
{
    public IReadOnlyList<IndicatorLine> Indicators { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) =>
        Indicators = await Records.Indicators.Where(i => i.SessionId == Session.Id && i.RemovedAt == null).Lines().ToListAsync(cancel);

    public async Task<IActionResult> OnPostRemoveAsync([FromForm(Name = "chi-tieu")] Guid indicatorId, CancellationToken cancel)
    {
        if (await Records.Indicators.SingleOrDefaultAsync(i => i.Id == indicatorId && i.SessionId == Session.Id, cancel) is not { } indicator) return NotFound();
        indicator.Remove(clock.GetUtcNow());
        await Records.SaveChangesAsync(cancel);
        this.Say(this.Text()["Đã bỏ chỉ tiêu {0}.", indicator.Name], Url.Page(null, "Restore", new { id = Session.Id, chiTieu = indicatorId }));
        return RedirectToPage(new { id = Session.Id });
    }

    public async Task<IActionResult> OnPostRestoreAsync([FromQuery(Name = "chiTieu")] Guid indicatorId, CancellationToken cancel)
    {
        if (await Records.Indicators.SingleOrDefaultAsync(i => i.Id == indicatorId && i.SessionId == Session.Id, cancel) is not { } indicator) return NotFound();
        indicator.Restore();
        await Records.SaveChangesAsync(cancel);
        this.Say(this.Text()["Đã đưa chỉ tiêu {0} trở lại.", indicator.Name]);
        return RedirectToPage(new { id = Session.Id });
    }
}
