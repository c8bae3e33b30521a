using System.Globalization;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Agenda;
using ConferenceRecords.Web.Agenda;
using ConferenceRecords.Web.Forms;
using ConferenceRecords.Web.Hosting;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace ConferenceRecords.Web.Pages.Office.Agenda;

/// <summary>The order of the contents within their groups: by dragging, by buttons, by number. Once numbers were sent out, it asks before it changes them.</summary>
public sealed class OrderModel(RecordsContext records) : SessionPage(records)
{
    [BindProperty] public PlaceInput Input { get; set; } = new(null, null);

    /// <summary>The groups that have contents.</summary>
    public IReadOnlyList<AgendaGroup> Groups { get; private set; } = [];

    /// <summary>The newest approved agenda; 0 before the first approval.</summary>
    public int Latest { get; private set; }

    /// <summary>What would become of numbers that were sent out; the page then asks instead of showing the lists.</summary>
    public Renumbering? Asked { get; private set; }

    /// <summary>The order that is asked about.</summary>
    public IReadOnlyList<Guid> NewOrder { get; private set; } = [];

    /// <summary>The mark of the order that it would replace.</summary>
    public string? OldMark { get; private set; }

    public IEnumerable<SelectListItem> Choices => Groups.SelectMany(g => g.Rows).Select(r => new SelectListItem($"{r.Position}. {r.Title}", r.Id.ToString()));

    /// <summary>What an order that was dragged is built on: the group as its page showed it.</summary>
    public static string Mark(AgendaGroup group) => AgendaChanges.Mark(group.Rows.Select(r => r.Id));

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    /// <summary>Takes the whole order of a group, from a form or, with <c>Accept: application/json</c>, from the script.</summary>
    public async Task<IActionResult> OnPostOrderAsync(Guid[] order, string? version, bool isConfirmed, CancellationToken cancel)
    {
        await using var agenda = await Records.LockAgendaAsync(Session.Id, cancel);
        var first = agenda.Order.Active.FirstOrDefault(i => order.Contains(i.Id));
        var isCurrent = first is not null && AgendaChanges.Mark(Keys(agenda, first.CategoryId)) == version;
        return await ReorderAsync(agenda, first, () => isCurrent && this.Try(() => agenda.Order.Arrange(order)), isConfirmed, cancel);
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

    /// <summary>Restores the order before the last one, while the group is still as that one left it and no agenda was approved since.</summary>
    /// <param name="truoc">The permanent numbers in the order before.</param>
    /// <param name="sau">The mark of the order that is undone.</param>
    /// <param name="ban">The newest approved agenda at that time.</param>
    /// <param name="cancel">Cancellation.</param>
    public async Task<IActionResult> OnPostUndoAsync(string? truoc, string? sau, int ban, CancellationToken cancel)
    {
        ModelState.Clear();
        await using var agenda = await Records.LockAgendaAsync(Session.Id, cancel);
        var codes = (truoc ?? "").Split('.');
        var before = codes.Select(code => agenda.Order.Active.FirstOrDefault(i => i.Code.ToString(CultureInfo.InvariantCulture) == code)).OfType<AgendaItem>().ToList();
        var isCurrent = before.Count == codes.Length && AgendaChanges.Mark(Keys(agenda, before[0].CategoryId)) == sau && await Renumbering.LatestAsync(Records, Session.Id, cancel) == ban;
        if (!isCurrent || !this.Try(() => agenda.Order.Arrange([.. before.Select(i => i.Id)])))
        {
            return await RefusedAsync(this.Text()["Thứ tự hoặc chương trình đã thay đổi sau đó nên không hoàn tác được."], cancel);
        }
        await Records.SaveChangesAsync(cancel);
        await agenda.CommitAsync(cancel);
        this.Say(this.Text()["Đã trở lại thứ tự trước."]);
        return RedirectToPage(new { id = Session.Id });
    }

    private async Task<IActionResult> MoveAsync(Guid itemId, Func<AgendaItem, int> position, CancellationToken cancel)
    {
        await using var agenda = await Records.LockAgendaAsync(Session.Id, cancel);
        if (agenda.Order.All.FirstOrDefault(i => i.Id == itemId) is not { } item) return NotFound();
        return await ReorderAsync(agenda, item, () => this.Try(() => agenda.Order.Move(item, position(item))), isConfirmed: false, cancel);
    }

    private async Task<IActionResult> ReorderAsync(AgendaLock agenda, AgendaItem? item, Func<bool> arrange, bool isConfirmed, CancellationToken cancel)
    {
        var isScript = Request.AsksForJson();
        var (numbers, old) = (agenda.Order.Numbers(), item is null ? [] : Keys(agenda, item.CategoryId));
        var codes = item is null ? "" : string.Join('.', agenda.Order.Group(item.CategoryId).Select(i => i.Code));
        if (item is null || !arrange())
        {
            if (isScript) return new ConflictResult();
            return await RefusedAsync(ModelState.IsValid ? this.Text()[BrokenRules.Message("agenda.order")].Value : null, cancel);
        }
        var (now, changed) = (Keys(agenda, item.CategoryId), await Renumbering.OfAsync(Records, Session.Id, agenda.Order, numbers, cancel));
        if (changed is { Rows.Count: > 0 } && !isConfirmed)
        {
            // A page that was opened before the approval does not know that it has to ask.
            if (isScript) return new ConflictResult();
            (Asked, NewOrder, OldMark) = (changed, now, AgendaChanges.Mark(old));
            return Page();
        }
        await Records.SaveChangesAsync(cancel);
        await agenda.CommitAsync(cancel);
        var undo = Url.Page("Order", "Undo", new { id = Session.Id, truoc = codes, sau = AgendaChanges.Mark(now), ban = changed?.Ordinal ?? 0 });
        if (isScript) return new JsonResult(new { version = AgendaChanges.Mark(now), undo });
        this.Say(isConfirmed ? this.Text()["Đã đổi số thứ tự."] : this.Text()["{0} chuyển đến vị trí {1}", item.Title, item.Position], now.SequenceEqual(old) ? null : undo);
        return RedirectToPage(null, null, new { id = Session.Id }, isConfirmed ? null : string.Create(CultureInfo.InvariantCulture, $"noi-dung-{item.Code}"));
    }

    private static List<Guid> Keys(AgendaLock agenda, Guid group) => [.. agenda.Order.Group(group).Select(i => i.Id)];

    /// <summary>The lists as they are stored, with what was refused: a conflict where another person was first.</summary>
    private async Task<IActionResult> RefusedAsync(string? conflict, CancellationToken cancel)
    {
        if (conflict is not null)
        {
            ModelState.AddModelError("", conflict);
            Response.StatusCode = StatusCodes.Status409Conflict;
        }
        await LoadAsync(cancel);
        return this.Refused();
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var overview = await Records.SessionOverviewAsync(Session.Id, cancel);
        (Groups, Latest) = ([.. overview.Groups.Where(g => g.Rows.Count > 0)], overview.Figures.AgendaVersions);
    }

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
