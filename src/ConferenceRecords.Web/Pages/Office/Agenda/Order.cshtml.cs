using System.Globalization;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain;
using ConferenceRecords.Domain.Agenda;
using ConferenceRecords.Web.Forms;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace ConferenceRecords.Web.Pages.Office.Agenda;

/// <summary>The order of the contents within their groups: by dragging, by buttons, by number.</summary>
public sealed class OrderModel(RecordsContext records) : SessionPage(records)
{
    [BindProperty] public PlaceInput Input { get; set; } = new(null, null);

    /// <summary>The groups that have contents.</summary>
    public IReadOnlyList<AgendaGroup> Groups { get; private set; } = [];

    public IEnumerable<SelectListItem> Choices => Groups.SelectMany(g => g.Rows).Select(r => new SelectListItem($"{r.Position}. {r.Title}", r.Id.ToString()));

    /// <summary>What an order that was dragged is built on: the group as its page showed it.</summary>
    public static string Mark(AgendaGroup group) => AgendaChanges.Mark(group.Rows.Select(r => r.Id));

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostOrderAsync(Guid[] order, string? version, CancellationToken cancel)
    {
        await using var agenda = await Records.LockAgendaAsync(Session.Id, cancel);
        var first = agenda.Order.Active.FirstOrDefault(i => order.Contains(i.Id));
        if (first is null || AgendaChanges.Mark(agenda.Order.Group(first.CategoryId).Select(i => i.Id)) != version) return new ConflictResult();
        try
        {
            agenda.Order.Arrange(order);
        }
        catch (DomainException)
        {
            return new ConflictResult();
        }
        await Records.SaveChangesAsync(cancel);
        await agenda.CommitAsync(cancel);
        return new JsonResult(new { version = AgendaChanges.Mark(order) });
    }

    public Task<IActionResult> OnPostMoveAsync(Guid itemId, string? direction, CancellationToken cancel)
    {
        ModelState.Clear();
        return MoveAsync(itemId, item => item.Position + (direction == "up" ? -1 : 1), cancel);
    }

    public async Task<IActionResult> OnPostPlaceAsync(CancellationToken cancel)
    {
        if (this.Validate(Input, new PlaceInput.Validator())) return await MoveAsync(Input.ItemId!.Value, _ => TextRules.ToCount(Input.Position)!.Value, cancel);
        await LoadAsync(cancel);
        return this.Refused();
    }

    private async Task<IActionResult> MoveAsync(Guid itemId, Func<AgendaItem, int> position, CancellationToken cancel)
    {
        await using var agenda = await Records.LockAgendaAsync(Session.Id, cancel);
        if (agenda.Order.All.FirstOrDefault(i => i.Id == itemId) is not { } item) return NotFound();
        if (!this.Try(() => agenda.Order.Move(item, position(item))) || await this.SaveAsync(Records, cancel) != SaveResult.Saved)
        {
            await LoadAsync(cancel);
            return this.Refused();
        }
        await agenda.CommitAsync(cancel);
        this.Say(this.Text()["{0} chuyển đến vị trí {1}", item.Title, item.Position]);
        return RedirectToPage(null, null, new { id = Session.Id }, string.Create(CultureInfo.InvariantCulture, $"noi-dung-{item.Code}"));
    }

    private async Task LoadAsync(CancellationToken cancel) =>
        Groups = [.. (await Records.SessionOverviewAsync(Session.Id, cancel)).Groups.Where(g => g.Rows.Count > 0)];

    public sealed record PlaceInput(Guid? ItemId, string? Position)
    {
        public sealed class Validator : AbstractValidator<PlaceInput>
        {
            public Validator()
            {
                RuleFor(x => x.ItemId).NotNull().WithMessage("Chọn nội dung");
                RuleFor(x => x.Position).Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage("Nhập vị trí mới, ví dụ 3").OptionalCount();
            }
        }
    }
}
