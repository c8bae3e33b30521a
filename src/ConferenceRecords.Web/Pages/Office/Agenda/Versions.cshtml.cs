using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Agenda;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Agenda;
using ConferenceRecords.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Agenda;

/// <summary>The approved agendas A, B, C with their papers (<c>?ban=B</c>), what changed between any two (<c>?tu=A&amp;den=C</c>), and the approval of the next one.</summary>
public sealed class VersionsModel(RecordsContext records, TimeProvider clock) : SessionPage(records)
{
    [BindProperty] public ApproveInput Input { get; set; } = new(Guid.CreateVersion7(), null);

    [BindProperty(Name = "ban", SupportsGet = true)] public string? Whole { get; set; }

    [BindProperty(Name = "den", SupportsGet = true)] public string? To { get; set; }

    [BindProperty(Name = "tu", SupportsGet = true)] public string? From { get; set; }

    public IReadOnlyList<AgendaVersionRow> Versions { get; private set; } = [];

    /// <summary>The agenda that is shown; null on the list.</summary>
    public AgendaVersionRow? Shown { get; private set; }

    /// <summary>The agenda with which it is compared; null for the first one.</summary>
    public AgendaVersionRow? Since { get; private set; }

    public AgendaView Agenda { get; private set; } = null!;

    /// <summary>Contents of earlier sessions that wait to be taken up.</summary>
    public int Waiting { get; private set; }

    public bool OnlyChanges => To is not null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        return OnlyChanges && Since?.Ordinal > Shown!.Ordinal ? RedirectToPage(new { id = Session.Id, tu = Shown.Letter, den = Since.Letter }) : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        (Whole, To, From) = (null, null, null);
        await using var agenda = await Records.LockAgendaAsync(Session.Id, cancel);
        var given = await Records.AgendaVersions.Where(v => v.Id == Input.Id).Select(v => (Guid?)v.SessionId).SingleOrDefaultAsync(cancel);
        var seen = Input.Mark;
        await LoadAsync(cancel);
        if (given == Session.Id) return Approved(Versions[0].Ordinal);
        if (given is not null) return this.KeyTaken(id => Input = Input with { Id = id });
        if (Agenda.Story.Changes.Count > 0 && seen != Input.Mark)
        {
            // What is approved is what was seen.
            ModelState.AddModelError("", this.Text()["Chương trình vừa thay đổi sau khi đồng chí mở trang. Hãy xem lại các thay đổi rồi duyệt."]);
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }
        if (Agenda.Story.Changes.Count == 0 && Versions.Count > 0)
        {
            ModelState.AddModelError("", this.Text()["Chương trình hiện nay giống bản đã duyệt gần nhất nên không có gì để duyệt."]);
            return this.Refused();
        }
        var ordinal = (Since?.Ordinal ?? 0) + 1;
        if (!this.Try(() => Records.Add(new AgendaVersion(
                Input.Id, Session.Id, ordinal, agenda.Order.Active, User.UserId(), clock.GetUtcNow(), Agenda.Story.After.Papers)))) return this.Refused();
        if (await this.SaveAsync(Records, cancel) != SaveResult.Saved) return this.Refused();
        await agenda.CommitAsync(cancel);
        return Approved(ordinal);
    }

    private RedirectToPageResult Approved(int ordinal)
    {
        this.Say(this.Text()["Đã duyệt chương trình bản {0}.", AgendaVersion.Letter(ordinal)]);
        return RedirectToPage(new { id = Session.Id });
    }

    /// <summary>False where the address names a version that there is not.</summary>
    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        Versions = await Records.AgendaVersionList(Session.Id).ToListAsync(cancel);
        Shown = Named(To ?? Whole);
        Since = From is null ? Versions.FirstOrDefault(v => Shown is null || v.Ordinal < Shown.Ordinal) : Named(From);
        if ((Shown is null && (To ?? Whole ?? From) is not null) || (Since is null && From is not null)) return false;
        var story = await Records.AgendaStoryAsync(Session.Id, Since?.Ordinal ?? 0, Shown?.Ordinal, cancel);
        Agenda = await AgendaView.OfAsync(Records, Session.Id, story, paper => $"~/van-phong/du-thao/{paper.DraftId}?ban={paper.DraftVersion}", cancel);
        Waiting = await Records.WaitingFor(Session.Id).CountAsync(cancel);
        Input = Input with { Mark = AgendaChanges.Mark(story.After) };
        ModelState.Remove("Input.Mark");
        return true;
    }

    private AgendaVersionRow? Named(string? letter) => Versions.FirstOrDefault(v => v.Letter == letter);

    public sealed record ApproveInput(Guid Id, string? Mark);
}
