using ConferenceRecords.Data.Publishing;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Forms;
using ConferenceRecords.Web.Publishing;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Publishing;

/// <summary>What is still to be done until one release is public, and the button that hands it to the second person.</summary>
public sealed class ReleaseModel(RecordsContext records, TimeProvider clock) : ReleasePage(records)
{
    [BindProperty] public SubmitInput Input { get; set; } = new(0, null);

    public Release? Release { get; private set; }

    public EditionCandidate? Candidate { get; private set; }

    public IReadOnlyList<TaskLine> Tasks { get; private set; } = [];

    public IReadOnlyList<EditionLine> Editions { get; private set; } = [];

    /// <summary>When an approved edition goes out that is not public yet; null where none waits.</summary>
    public DateTimeOffset? WaitsUntil { get; private set; }

    public bool IsScheduled => WaitsUntil is not null;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        Input = new(Release?.Version ?? 0, null);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindReleaseAsync(cancel) is not { } release) return NotFound();
        if (release.State == ReleaseState.Submitted && release.SubmittedById == User.UserId()) return Submitted();
        if (!this.Validate(Input, new SubmitInput.Validator(clock.GetUtcNow()))) return await AgainAsync(cancel);
        return await ActAsync(release, r => r.Submit(User.UserId(), MomentRules.ToMoment(Input.PublishAt)), "release.submitted", cancel) ?? Submitted();
    }

    public async Task<IActionResult> OnPostTakeBackAsync(CancellationToken cancel)
    {
        if (await FindReleaseAsync(cancel) is not { } release) return NotFound();
        if (await ActAsync(release, r => r.TakeBack(), "release.taken-back", cancel) is { } refusal) return refusal;
        this.Say(this.Text()["Đã rút lại. Bản này đang ở trạng thái soạn."]);
        return RedirectToPage(new { Session.Id, kind = Kind.Slug() });
    }

    /// <summary>The answer where the act was not done; null where it was.</summary>
    private async Task<IActionResult?> ActAsync(Release release, Action<Release> act, string action, CancellationToken cancel)
    {
        Records.Entry((object)release).Property(nameof(Release.Version)).OriginalValue = Input.Version;
        if (!this.Try(() => act(release))) return await AgainAsync(cancel);
        Records.Note(action, release.GetType().Name, release.Id);
        try
        {
            await Records.SaveChangesAsync(cancel);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            ModelState.AddModelError("", this.Text()["Bản này đã được sửa sau khi đồng chí mở trang. Hãy xem lại rồi làm tiếp."]);
            Response.StatusCode = StatusCodes.Status409Conflict;
            return await AgainAsync(cancel);
        }
    }

    private RedirectToPageResult Submitted()
    {
        this.Say(this.Text()["Đã trình duyệt. Người thứ hai xem và công bố."]);
        return RedirectToPage(new { Session.Id, kind = Kind.Slug() });
    }

    private async Task<IActionResult> AgainAsync(CancellationToken cancel)
    {
        Records.ChangeTracker.Clear();
        await LoadAsync(cancel);
        ModelState.Remove("Input.Version");
        Input = Input with { Version = Release?.Version ?? 0 };
        return this.Refused();
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        Release = await FindReleaseAsync(cancel);
        WaitsUntil = await Records.WaitsUntilAsync(Session.Id, Kind, now, cancel);
        Candidate = Release is null ? null : await Records.CandidateAsync(Release, now, cancel);
        Editions = await EditionLine.OfAsync(Records, Session.Id, Kind, cancel);
        Tasks = await new ReleaseTasks(Records, this.Text(), Session, Kind, now).LinesAsync(Release, Candidate, cancel);
    }

    public sealed record SubmitInput(uint Version, string? PublishAt)
    {
        public sealed class Validator : AbstractValidator<SubmitInput>
        {
            public Validator(DateTimeOffset now) => RuleFor(x => x.PublishAt).OptionalLaterMoment(now);
        }
    }
}
