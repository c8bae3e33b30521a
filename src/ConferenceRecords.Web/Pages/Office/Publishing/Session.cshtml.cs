using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Conclusions;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Forms;
using ConferenceRecords.Web.Publishing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Publishing;

/// <summary>What is still to be done until a session is public, and the button that hands its conclusion to the second person.</summary>
public sealed class SessionModel(RecordsContext records, TimeProvider clock) : SessionPage(records)
{
    [BindProperty] public SubmitInput Input { get; set; } = new(0);

    public PublicationTasks Tasks { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var conclusion = await LoadAsync(cancel);
        if (conclusion is null) return NotFound();
        var repeated = conclusion.State == ReleaseState.Submitted && conclusion.SubmittedById == User.UserId();
        if (!repeated)
        {
            Records.Entry(conclusion).Property(c => c.Version).OriginalValue = Input.Version;
            if (!this.Try(() => conclusion.Submit(User.UserId()))) return this.Refused();
            Records.Note("release.submitted", nameof(Conclusion), conclusion.Id);
            try
            {
                await Records.SaveChangesAsync(cancel);
            }
            catch (DbUpdateConcurrencyException)
            {
                return await ChangedAsync(cancel);
            }
        }
        this.Say(this.Text()["Đã trình duyệt. Người thứ hai xem và công bố."]);
        return RedirectToPage(new { Session.Id });
    }

    private async Task<IActionResult> ChangedAsync(CancellationToken cancel)
    {
        Records.ChangeTracker.Clear();
        await LoadAsync(cancel);
        ModelState.AddModelError("", this.Text()["Kết luận đã được sửa sau khi đồng chí mở trang này. Hãy xem lại rồi trình duyệt."]);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return this.Refused();
    }

    private async Task<Conclusion?> LoadAsync(CancellationToken cancel)
    {
        ModelState.Remove("Input.Version");
        var conclusion = await Records.Conclusions.Include(c => c.Directives).SingleOrDefaultAsync(c => c.SessionId == Session.Id, cancel);
        Tasks = await PublicationTasks.LoadAsync(Records, Session.Id, conclusion, clock.GetUtcNow(), cancel);
        return conclusion;
    }

    public sealed record SubmitInput(uint Version);
}
