using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Agenda;
using ConferenceRecords.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Agenda;

public sealed class CreateItemModel(RecordsContext records, TimeProvider clock) : ItemFormPage(records)
{
    /// <summary>The group that was used last: entering one content after the other keeps it.</summary>
    [BindProperty(Name = "nhom", SupportsGet = true)] public Guid? Group { get; set; }

    public IReadOnlyList<SelectListItem> Matters { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        Input = Input with { CategoryId = Group };
    }

    public async Task<IActionResult> OnPostAsync(bool next, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        MustBeIn(Matters, Input.MatterId, "Input.MatterId");
        if (!Check()) return this.Refused();
        await using var agenda = await Records.LockAgendaAsync(Session.Id, cancel);

        // The same form sent twice: the first one stored it.
        if (await Records.AgendaItems.AsNoTracking().SingleOrDefaultAsync(i => i.Id == Input.Id, cancel) is { } first)
        {
            if (first.SessionId == Session.Id && new AgendaItemFacts(first.Title, first.CategoryId, first.LeadAgencyId, first.Note, first.SourceNote) == Input.Facts()) return Added(next);
            return this.KeyTaken(id => Input = Input with { Id = id });
        }
        if (!this.Try(() => Add(agenda.Order))) return this.Refused();
        if (await this.SaveAsync(Records, cancel) != SaveResult.Saved) return this.Refused();
        await agenda.CommitAsync(cancel);
        return Added(next);
    }

    private void Add(AgendaOrder agenda)
    {
        var facts = Input.Facts();
        var matterId = Input.MatterId ?? Guid.CreateVersion7();
        if (Input.MatterId is null) Records.Add(new Matter(matterId, facts.Title, clock.GetUtcNow()));
        var item = new AgendaItem(Input.Id, Session.Id, matterId, agenda.NextCode, agenda.Last, facts);
        agenda.Add(item);
        Records.Add(item);
    }

    private RedirectToPageResult Added(bool next)
    {
        this.Say(this.Text()["Đã thêm nội dung."]);
        return next ? RedirectToPage(new { id = Session.Id, nhom = Input.CategoryId }) : RedirectToPage("/Office/Sessions/Details", new { id = Session.Id });
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        await LoadListsAsync(cancel);
        Matters = await Records.MattersOfCommittee(Session.Id).Select(m => new SelectListItem(m.Title, m.Id.ToString())).ToListAsync(cancel);
    }
}
