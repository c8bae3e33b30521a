using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Agenda;
using ConferenceRecords.Domain.Sessions;
using ConferenceRecords.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Sessions;

public sealed class CreateModel(RecordsContext records) : SessionFormPage(records)
{
    public IReadOnlyList<SelectListItem> Bodies { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Terms { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (Bodies.Count == 1) Input = Input with { BodyId = Guid.Parse(Bodies[0].Value) };
        if (Terms.Count == 1) Input = Input with { TermId = Guid.Parse(Terms[0].Value) };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (!this.Validate(Input, new SessionInput.Validator(isNew: true))) return this.Refused();
        var place = await (
            from b in Records.Bodies
            join t in Records.Terms on b.CommitteeId equals t.CommitteeId
            where b.Id == Input.BodyId && t.Id == Input.TermId
            select new { b.Slug, t.Label }).SingleOrDefaultAsync(cancel);
        if (place is null)
        {
            ModelState.AddModelError("Input.TermId", this.Text()["Nhiệm kỳ này không thuộc cơ quan đã chọn. Hãy chọn lại"]);
            return this.Refused();
        }

        // The same form sent twice: the first one stored it.
        var facts = Input.Facts();
        if (await Records.Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == Input.Id, cancel) is { } first)
        {
            if (first.BodyId == Input.BodyId && first.TermId == Input.TermId && first.Title == facts.Title) return Created();
            return this.KeyTaken(id => Input = Input with { Id = id });
        }
        var taken = await Records.Sessions.Select(s => s.Slug).ToListAsync(cancel);
        if (!this.Try(() => Records.Add(new Session(
            Input.Id, Input.BodyId!.Value, Input.TermId!.Value, SessionSlug.Make(place.Slug, place.Label, facts.Ordinal, facts.Title, taken), facts)))) return this.Refused();
        foreach (var stated in Input.Stated.Where(s => TextRules.ToCount(s.Value) is not null))
            Records.Add(new StatedCount(Guid.CreateVersion7(), Input.Id, stated.CategoryId, TextRules.ToCount(stated.Value)));
        if (await this.SaveAsync(Records, cancel) == SaveResult.Saved) return Created();
        return this.Refused();
    }

    private RedirectToPageResult Created()
    {
        this.Say(this.Text()["Đã tạo hội nghị. Bước tiếp theo: thêm nội dung."]);
        return RedirectToPage("Details", new { id = Input.Id });
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        await LoadGroupsAsync(cancel);
        Bodies = await Records.Bodies.OrderBy(b => b.Name).Select(b => new SelectListItem(b.Name, b.Id.ToString())).ToListAsync(cancel);
        var terms = await Records.Terms.AsNoTracking().OrderByDescending(t => t.StartYear).ToListAsync(cancel);
        Terms = [.. terms.Select(t => new SelectListItem(this.Text()["Khóa {0}, nhiệm kỳ {1}-{2}", t.Label, t.StartYear, t.EndYear], t.Id.ToString()))];
    }
}
