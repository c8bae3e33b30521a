using ConferenceRecords.Data.Publishing;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Conclusions;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Conclusions;

/// <summary>The ticked clauses as directives, with what their words propose: looked at, corrected and confirmed by a person, all at once.</summary>
[RequestFormLimits(ValueCountLimit = 8_192)]
public sealed class TakeModel(RecordsContext records) : SessionPage(records)
{
    private const int Most = 100;

    [BindProperty] public TakeInput Input { get; set; } = null!;

    public ConclusionClauses Text { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "y")] List<string>? ticked, CancellationToken cancel)
    {
        if (await ConclusionClauses.LoadAsync(Records, Session.Id, cancel) is not { } text) return NotFound();
        Text = text;
        var places = (ticked ?? []).Select(text.PlaceOfForm).OfType<(int, int?)>().ToHashSet();
        var rows = DirectiveReader.Read(text.Clauses, text.Agencies).Where(p => places.Contains((p.Clause.Paragraph, p.Clause.Number))).Select(TakeRow.Of).ToList();
        if (rows.Count is 0 or > Most)
        {
            this.Warn(rows.Count == 0 ? this.Text()["Chọn ít nhất một ý."] : this.Text()["Chọn tối đa {0} ý mỗi lần.", Most]);
            return RedirectToPage("Clauses", new { Session.Id });
        }
        Input = new(text.Conclusion.Version, rows);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await ConclusionClauses.LoadAsync(Records, Session.Id, cancel) is not { } text) return NotFound();
        (Text, Input) = (text, Input ?? new(0, null));
        var stored = await StoredAsync(cancel);
        var rows = Input.AllRows.Where(r => !stored.Contains(r.Id)).ToList();
        if (rows.Count == 0) return Done();
        foreach (var (index, row) in Input.AllRows.Index())
        {
            if (!stored.Contains(row.Id)) this.Validate(row, new TakeRow.Validator(text.Clauses), $"Input.Rows[{index}]");
            if (row.LeadAgencyId is { } lead && text.Agencies.All(a => a.Id != lead)) ModelState.AddModelError($"Input.Rows[{index}].LeadAgencyId", this.Text()["Giá trị không hợp lệ. Hãy chọn lại"]);
        }
        if (!ModelState.IsValid) return this.Refused();
        if (!this.Try(() => { foreach (var row in rows) text.Conclusion.AddDirective(row.Id, row.Facts, User.UserId()); })) return this.Refused();
        Records.MarkChanged(text.Conclusion, Input.Version);
        if (await this.SaveAsync(Records, cancel) == SaveResult.Saved) return Done();
        Records.ChangeTracker.Clear();
        if (await ConclusionClauses.LoadAsync(Records, Session.Id, cancel) is not { } now) return NotFound();

        // The other one of two equal requests has stored them.
        if ((await StoredAsync(cancel)).IsSupersetOf(Input.AllRows.Select(r => r.Id))) return Done();
        (Text, Input) = (now, Input with { Version = now.Conclusion.Version });
        ModelState.Remove("Input.Version");
        return this.Refused();
    }

    private async Task<HashSet<Guid>> StoredAsync(CancellationToken cancel)
    {
        var ids = Input.AllRows.Select(r => r.Id).ToList();
        return [.. await Records.Set<Directive>().Where(d => d.ConclusionId == Text.Conclusion.Id && ids.Contains(d.Id)).Select(d => d.Id).ToListAsync(cancel)];
    }

    private RedirectToPageResult Done()
    {
        this.Say(this.Text()["Đã lưu {0} chỉ đạo.", Input.AllRows.Count]);
        return RedirectToPage("Edit", null, new { Session.Id }, "chi-dao");
    }
}
