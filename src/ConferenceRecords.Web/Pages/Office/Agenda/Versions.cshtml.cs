using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Agenda;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Agenda;

/// <summary>The approved agendas A, B, C, what changed between them, and the approval of the next one.</summary>
public sealed class VersionsModel(RecordsContext records, TimeProvider clock) : SessionPage(records)
{
    private Dictionary<Guid, string> categories = [];
    private Dictionary<Guid, string> agencies = [];
    private HashSet<Guid> illustrative = [];

    [BindProperty] public ApproveInput Input { get; set; } = new(Guid.CreateVersion7(), null);

    /// <summary>The letter of the agenda to show.</summary>
    [BindProperty(Name = "ban", SupportsGet = true)] public string? Letter { get; set; }

    [BindProperty(Name = "thay-doi", SupportsGet = true)] public bool OnlyChanges { get; set; }

    public IReadOnlyList<AgendaVersionRow> Versions { get; private set; } = [];

    /// <summary>The agenda that is shown; null on the list.</summary>
    public AgendaVersionRow? Shown { get; private set; }

    public IReadOnlyList<AgendaLine> Lines { get; private set; } = [];

    /// <summary>What changed since the agenda before the one that is shown, or since the last one.</summary>
    public IReadOnlyList<AgendaChange> Changes { get; private set; } = [];

    public bool IsIllustrative(AgendaLine line) => illustrative.Contains(line.ItemId);

    public string? Category(Guid id) => categories.GetValueOrDefault(id);

    public string? Agency(Guid? id) => id is { } key ? agencies.GetValueOrDefault(key) : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        return Letter is not null && Shown is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await using var agenda = await Records.LockAgendaAsync(Session.Id, cancel);
        var given = await Records.AgendaVersions.Where(v => v.Id == Input.Id).Select(v => (Guid?)v.SessionId).SingleOrDefaultAsync(cancel);
        var seen = Input.Mark;
        await LoadAsync(cancel);
        if (given == Session.Id) return Approved(Versions[0]);
        if (given is not null) return this.KeyTaken(id => Input = Input with { Id = id });
        if (Changes.Count > 0 && seen != Input.Mark)
        {
            // What is approved is what was seen.
            ModelState.AddModelError("", this.Text()["Chương trình vừa thay đổi sau khi đồng chí mở trang. Hãy xem lại các thay đổi rồi duyệt."]);
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }
        if (Changes.Count == 0 && Versions.Count > 0)
        {
            ModelState.AddModelError("", this.Text()["Chương trình hiện nay giống bản đã duyệt gần nhất nên không có gì để duyệt."]);
            return this.Refused();
        }
        var ordinal = (Versions.Count == 0 ? 0 : Versions[0].Ordinal) + 1;
        if (!this.Try(() => Records.Add(new AgendaVersion(Input.Id, Session.Id, ordinal, agenda.Order.Active, User.UserId(), clock.GetUtcNow())))) return this.Refused();
        if (await this.SaveAsync(Records, cancel) != SaveResult.Saved) return this.Refused();
        await agenda.CommitAsync(cancel);
        return Approved(new(ordinal, User.DisplayName(), clock.GetUtcNow(), Lines.Count));
    }

    private RedirectToPageResult Approved(AgendaVersionRow version)
    {
        this.Say(this.Text()["Đã duyệt chương trình bản {0}.", version.Letter]);
        return RedirectToPage(new { id = Session.Id });
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        Versions = await Records.AgendaVersionList(Session.Id).ToListAsync(cancel);
        Shown = Versions.FirstOrDefault(v => v.Letter == Letter);
        Lines = await (Shown is null ? Records.AgendaLines(Session.Id) : Records.AgendaVersionLines(Session.Id, Shown.Ordinal)).ToListAsync(cancel);
        var previous = Shown is null ? (Versions.Count == 0 ? 0 : Versions[0].Ordinal) : Shown.Ordinal - 1;
        Changes = AgendaChanges.Between(await Records.AgendaVersionLines(Session.Id, previous).ToListAsync(cancel), Lines);
        categories = await Records.AgendaCategories.ToDictionaryAsync(c => c.Id, c => c.Name, cancel);
        agencies = await Records.Agencies.ToDictionaryAsync(a => a.Id, a => a.Name, cancel);
        illustrative = await Records.AgendaItems.Where(i => i.SessionId == Session.Id && i.IsIllustrative).Select(i => i.Id).ToHashSetAsync(cancel);
        Input = Input with { Mark = AgendaChanges.Mark(Lines) };
        ModelState.Remove("Input.Mark");
    }

    public sealed record ApproveInput(Guid Id, string? Mark);
}
