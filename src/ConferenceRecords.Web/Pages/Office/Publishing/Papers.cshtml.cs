using ConferenceRecords.Data.Publishing;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Forms;
using ConferenceRecords.Web.Publishing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Publishing;

/// <summary>Which version of which paper becomes public. To choose one is the act that takes the mark "internal" off the paper.</summary>
public sealed class PapersModel(RecordsContext records) : SessionPage(records)
{
    [BindProperty] public PapersInput Input { get; set; } = new(default, 0, []);

    public ReleaseState? State { get; private set; }

    public IReadOnlyList<Paper> Papers { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var release = await LoadAsync(cancel);
        Input = release is null ? new(Guid.CreateVersion7(), 0, []) : new(release.Id, release.Version, [.. release.VersionIds]);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var release = await LoadAsync(cancel);
        // What is not offered can't be chosen: neither an internal content nor a paper of another session.
        var chosen = Papers.SelectMany(p => p.Versions.Where(v => Input.Versions?.Contains(v.VersionId) == true).TakeLast(1)).ToList();
        if (release is null)
        {
            if (!this.Try(() => Records.Add(new PapersRelease(Input.Id, Session.Id, chosen.Select(v => v.VersionId), User.UserId())))) return this.Refused();
        }
        else
        {
            Records.Entry(release).Property(r => r.Version).OriginalValue = Input.Version;
            if (!this.Try(() => release.Choose(chosen.Select(v => v.VersionId), User.UserId()))) return this.Refused();
            Records.Entry(release).Property(r => r.AuthorIds).IsModified = true;
        }
        var internals = chosen.Where(v => v.IsInternal).Select(v => v.DraftId).ToList();
        foreach (var draft in await Records.Drafts.Where(d => internals.Contains(d.Id)).ToListAsync(cancel))
        {
            draft.Release();
            Records.Note("draft.released", nameof(Domain.Drafts.Draft), draft.Id);
        }
        if (await this.SaveAsync(Records, cancel) != SaveResult.Saved)
        {
            Records.ChangeTracker.Clear();
            var now = await LoadAsync(cancel);
            ModelState.Remove("Input.Version");
            Input = Input with { Version = now?.Version ?? 0 };
            return this.Refused();
        }
        this.Say(this.Text()["Đã lưu: {0} tài liệu được chọn.", chosen.Count]);
        return RedirectToPage("Release", new { Session.Id, kind = ReleaseKind.Papers.Slug() });
    }

    private async Task<PapersRelease?> LoadAsync(CancellationToken cancel)
    {
        var release = await Records.PapersReleases.SingleOrDefaultAsync(r => r.SessionId == Session.Id, cancel);
        State = release?.State;
        Papers = [.. (await Records.PublishableVersions(Session.Id).ToListAsync(cancel)).GroupBy(v => v.DraftId).Select(p => new Paper(p.First(), [.. p]))];
        return release;
    }

    public sealed record Paper(PublishableVersion Head, IReadOnlyList<PublishableVersion> Versions);

    public sealed record PapersInput(Guid Id, uint Version, IReadOnlyList<Guid>? Versions);
}
