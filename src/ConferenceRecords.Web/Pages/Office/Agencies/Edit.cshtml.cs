using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Committees;
using ConferenceRecords.Web.FollowUp;
using ConferenceRecords.Web.Forms;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Agencies;

/// <summary>An agency or a class, new or to be changed. A class stays one, and an agency stays one: what was assigned keeps its sense.</summary>
public sealed class EditModel(RecordsContext records) : PageModel
{
    [BindProperty] public AgencyInput Input { get; set; } = null!;

    [FromRoute] public Guid? AgencyId { get; set; }

    public IReadOnlyList<SelectListItem> Classes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is not { } agency) return AgencyId is null ? New() : NotFound();
        Input = new(agency.Id, agency.Version, agency.Name, agency.ShortName, agency.IsClass, agency.ClassId);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var agency = await LoadAsync(cancel);
        if (agency is null && AgencyId is not null) return NotFound();
        this.Validate(Input, new AgencyInput.Validator(Classes));
        var (name, shortName) = (TextRules.ToLine(Input.Name), TextRules.ToLine(Input.ShortName));
        if (ModelState.IsValid && await records.Agencies.AnyAsync(a => a.Name == name && a.Id != (AgencyId ?? Input.Id), cancel)) ModelState.AddModelError("Input.Name", this.Text()["Đã có cơ quan tên này"]);
        if (!ModelState.IsValid) return this.Refused();
        if (agency is null)
        {
            if (await records.Agencies.AsNoTracking().SingleOrDefaultAsync(a => a.Id == Input.Id, cancel) is { } there) return there.Name == name ? Done() : this.KeyTaken(id => Input = Input with { Id = id });
            if (!this.Try(() => records.Add(new Agency(Input.Id, name!, shortName!, Input.IsClass, Input.IsClass ? null : Input.ClassId)))) return this.Refused();
        }
        else
        {
            records.Entry(agency).Property(a => a.Version).OriginalValue = Input.Version;
            if (!this.Try(() => agency.Change(name!, shortName!, agency.IsClass ? null : Input.ClassId))) return this.Refused();
        }
        if (await this.SaveAsync(records, cancel) == SaveResult.Saved) return Done();
        records.ChangeTracker.Clear();
        if (await LoadAsync(cancel) is { } now) Input = Input with { Version = now.Version };
        ModelState.Remove("Input.Version");
        return this.Refused();
    }

    private PageResult New()
    {
        Input = new(Guid.CreateVersion7(), 0, null, null, false, null);
        return Page();
    }

    private RedirectToPageResult Done()
    {
        this.Say(this.Text()["Đã lưu cơ quan."]);
        return RedirectToPage("Index");
    }

    private async Task<Agency?> LoadAsync(CancellationToken cancel)
    {
        Classes = [.. (await records.AgenciesByNameAsync(cancel)).Where(a => a.IsClass && a.Id != AgencyId).Choices()];
        return AgencyId is null ? null : await records.Agencies.SingleOrDefaultAsync(a => a.Id == AgencyId, cancel);
    }

    public sealed record AgencyInput(Guid Id, uint Version, string? Name, string? ShortName, bool IsClass, Guid? ClassId)
    {
        public sealed class Validator : AbstractValidator<AgencyInput>
        {
            public Validator(IReadOnlyList<SelectListItem> classes)
            {
                RuleFor(x => x.Name).Text(300, "Nhập tên cơ quan", "Tên cơ quan dài quá 300 ký tự");
                RuleFor(x => x.ShortName).Text(100, "Nhập tên viết tắt", "Tên viết tắt dài quá 100 ký tự");
                RuleFor(x => x.ClassId).Must(id => id is null || classes.Any(c => c.Value == id.ToString())).WithMessage("Giá trị không hợp lệ. Hãy chọn lại");
            }
        }
    }
}
