using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Agenda;
using ConferenceRecords.Domain.Text;
using ConferenceRecords.Web.Forms;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Agenda;

/// <summary>What creating and editing a content share.</summary>
public abstract class ItemFormPage(RecordsContext records) : SessionPage(records)
{
    [BindProperty] public ItemInput Input { get; set; } = ItemInput.Empty;

    public IReadOnlyList<SelectListItem> Categories { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Agencies { get; private set; } = [];

    protected async Task LoadListsAsync(CancellationToken cancel)
    {
        Categories = await Records.AgendaCategories.OrderBy(c => c.Position).Select(c => new SelectListItem(c.Name, c.Id.ToString())).ToListAsync(cancel);
        Agencies = await Records.Agencies.Where(a => !a.IsClass).OrderBy(a => a.Name).Select(a => new SelectListItem(a.Name, a.Id.ToString())).ToListAsync(cancel);
    }

    /// <summary>Checks the input by its rules and by the lists that it was chosen from.</summary>
    protected bool Check()
    {
        this.Validate(Input, new ItemInput.Validator());
        MustBeIn(Categories, Input.CategoryId, "Input.CategoryId");
        MustBeIn(Agencies, Input.LeadAgencyId, "Input.LeadAgencyId");
        return ModelState.IsValid;
    }

    /// <summary>A key that no list offered is forged or out of date.</summary>
    protected void MustBeIn(IEnumerable<SelectListItem> list, Guid? key, string field)
    {
        if (key is { } id && !list.Any(entry => entry.Value == id.ToString())) ModelState.AddModelError(field, this.Text()["Giá trị không hợp lệ. Hãy chọn lại"]);
    }
}

public sealed record ItemInput(Guid Id, uint Version, string? Title, Guid? CategoryId, Guid? LeadAgencyId, Guid? MatterId, string? Note, string? SourceNote)
{
    /// <summary>The tick beside a change of the group after an approval.</summary>
    public bool MovesGroup { get; init; }

    public static ItemInput Empty => new(Guid.CreateVersion7(), 0, null, null, null, null, null, null);

    /// <summary>The facts of input that passed the rules.</summary>
    public AgendaItemFacts Facts() => new(VietnameseText.CleanLine(Title!), CategoryId!.Value, LeadAgencyId, Note, SourceNote);

    public sealed class Validator : AbstractValidator<ItemInput>
    {
        public Validator()
        {
            RuleFor(x => x.Title).Text(1000, "Nhập tên nội dung", "Tên nội dung dài quá 1.000 ký tự. Hãy rút gọn");
            RuleFor(x => x.CategoryId).NotNull().WithMessage("Chọn nhóm nội dung");
            RuleFor(x => x.SourceNote).OptionalText(1000, "Ghi chú về nguồn dài quá 1.000 ký tự. Hãy rút gọn");
            RuleFor(x => x.Note).OptionalText(2000, "Ghi chú dài quá 2.000 ký tự. Hãy rút gọn");
        }
    }
}
