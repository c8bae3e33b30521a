using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Opinions;
using ConferenceRecords.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Announced;

/// <summary>Announced figures against what is recorded, and the rules by which contributions count.</summary>
public sealed class IndexModel(RecordsContext records) : SessionPage(records)
{
    public AnnouncedFigures Figures { get; private set; } = null!;

    /// <summary>The rules as the form shows them.</summary>
    public IReadOnlyList<UnitChoice> Choices { get; private set; } = [];

    public IReadOnlyList<(Guid Id, int Position, string Title)> Items { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "cach-tinh")] List<string> choices, CancellationToken cancel)
    {
        await using var transaction = await Records.LockSessionAsync(Session.Id, cancel);
        await LoadAsync(cancel);
        var chosen = choices.Select(UnitChoice.Read).OfType<UnitChoice>().DistinctBy(c => c.Channel).ToDictionary(c => c.Channel);
        if (chosen.Count != Choices.Count)
        {
            ModelState.AddModelError("", this.Text()["Biểu mẫu không đầy đủ. Hãy tải lại trang"]);
            return this.Refused();
        }
        var isStale = Choices.Any(c => chosen[c.Channel] is var mine && mine.Was != c.Was && mine.Unit != c.Was && mine.Unit != mine.Was);
        Choices = [.. Choices.Select(c => chosen[c.Channel] is var mine && mine.Unit != mine.Was ? c with { Unit = mine.Unit } : c)];
        if (isStale)
        {
            ModelState.AddModelError("", this.Text()["Người khác vừa đổi cách tính. Số đang hiện là theo cách tính mới; bấm lưu lần nữa để giữ lựa chọn của đồng chí."]);
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }
        var stored = await Records.CountingRules.Where(r => r.SessionId == Session.Id).ToDictionaryAsync(r => r.Channel, cancel);
        foreach (var choice in Choices.Where(c => c.Unit != c.Was))
        {
            if (stored.TryGetValue(choice.Channel, out var rule)) rule.Count(choice.Unit);
            else Records.Add(new CountingRule(Guid.CreateVersion7(), Session.Id, choice.Channel, choice.Unit));
        }
        if (await this.SaveAsync(Records, cancel) != SaveResult.Saved) return this.Refused();
        await transaction.CommitAsync(cancel);
        this.Say(this.Text()["Đã lưu cách tính lượt ý kiến."]);
        return RedirectToPage("Index", new { id = Session.Id });
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        Figures = await Records.AnnouncedFiguresAsync(Session.Id, cancel);
        Choices = [.. Figures.Turns.Rules.Select(r => new UnitChoice(r.Key, r.Value, r.Value))];
        var items = await Records.AgendaItems.Where(i => i.SessionId == Session.Id && i.WithdrawnAt == null).OrderBy(i => i.Position).Select(i => new { i.Id, i.Position, i.Title }).ToListAsync(cancel);
        Items = [.. items.Select(i => (i.Id, i.Position, i.Title))];
    }
}

/// <summary>What counts in a channel: as the form was opened and as chosen. One field holds both.</summary>
public sealed record UnitChoice(OpinionChannel Channel, TurnUnit Was, TurnUnit Unit)
{
    public override string ToString() => $"{Channel}.{Was}.{Unit}";

    public static UnitChoice? Read(string? value) =>
        value?.Split('.') is [var channel, var was, var unit] && TryName<OpinionChannel>(channel, out var c) && TryName<TurnUnit>(was, out var w) && TryName<TurnUnit>(unit, out var u) ? new(c, w, u) : null;

    private static bool TryName<T>(string text, out T value)
        where T : struct, Enum => Enum.TryParse(text, out value) && Enum.IsDefined(value);
}
