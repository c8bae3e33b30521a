using ConferenceRecords.Data.Drafts;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Forms;
using ConferenceRecords.Web.Mails;
using ConferenceRecords.Web.Responses;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Agencies;

/// <summary>One opinion that is assigned to the agency, and its answer. One of another agency, or one that was taken back, is not there.</summary>
public sealed class AnswerModel(RecordsContext records, VersionComparisons comparisons, MailWriter mails, TimeProvider clock) : AnswerPage(records, comparisons, mails, clock)
{
    public AssignedOpinion Opinion { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        if (!Guid.TryParse(RouteData.Values["opinionId"] as string, out var id) || await FindAsync(id) is not { } opinion)
        {
            context.Result = new NotFoundResult();
            return;
        }
        Opinion = opinion;
        await next();
    }

    /// <summary>The draft that the opinion names, and no other one.</summary>
    private IQueryable<Draft> Drafts => Records.Drafts.Where(d => Records.Opinions.Any(o => o.Id == Opinion.Id && Records.DraftVersions.Any(v => v.Id == o.DraftVersionId && v.DraftId == d.Id)));

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        Input = Opinion.Disposition is null
            ? Empty(Opinion.Version)
            : new(Opinion.Version, Opinion.Disposition, Opinion.ResponseText, Opinion.HandedToId, Opinion.ChangedVersionId, Opinion.ChangedParagraph is { } number ? $"{number}" : null);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await GiveAsync(Opinion.Id, await Records.Opinions.Where(o => o.Id == Opinion.Id).Select(o => o.SessionId).SingleAsync(cancel), isOffice: false, Drafts, cancel))
        {
            this.Say(this.Text()["Đã gửi trả lời {0} đến Văn phòng. Sửa được đến khi Văn phòng xác nhận.", Opinion.Number]);
            return RedirectToPage("Index");
        }
        Records.ChangeTracker.Clear();
        if (Records.Database.CurrentTransaction is { } open) await open.RollbackAsync(cancel);
        if (await FindAsync(Opinion.Id) is not { } opinion) return NotFound();
        Opinion = opinion;
        await LoadAsync(cancel);
        return this.Refused();
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        await LoadAnswerAsync(Opinion.Id, Opinion.AgencyId, Drafts, cancel);
        Records.Note("opinions.read", nameof(Domain.Opinions.Opinion), Opinion.Id);
        await Records.SaveChangesAsync(cancel);
    }

    private Task<AssignedOpinion?> FindAsync(Guid id) =>
        Records.AssignedOpinionQuery(Records.OpinionsAssignedTo(User.UserId()).Where(o => o.Id == id)).SingleOrDefaultAsync(HttpContext.RequestAborted);
}
