using ConferenceRecords.Data.Publishing;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Conclusions;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Conclusions;

/// <summary>One directive of a conclusion, new or to be changed, tied to the words it comes from.</summary>
public sealed class DirectiveModel(RecordsContext records) : SessionPage(records)
{
    [BindProperty] public DirectiveInput Input { get; set; } = DirectiveInput.Empty;

    [FromRoute] public Guid? DirectiveId { get; set; }

    public DirectiveInput? Theirs { get; private set; }

    /// <summary>The conclusion with its clauses; there on every page that is shown.</summary>
    public ConclusionClauses Text { get; private set; } = null!;

    /// <summary>The directive as it is stored; null for a new one.</summary>
    public Directive? Stored => Text.Directives.FirstOrDefault(d => d.Id == DirectiveId);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (DirectiveId is null) Input = DirectiveInput.Empty with { Id = Guid.CreateVersion7() };
        else if (DirectiveInput.Of(Text.Conclusion, DirectiveId) is { } stored) Input = stored;
        else return NotFound();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel) || (DirectiveId is not null && Text.Conclusion.Directives.All(d => d.Id != DirectiveId))) return NotFound();
        if (!this.Validate(Input, new DirectiveInput.Validator(Text))) return this.Refused();
        if (DirectiveId is null && await Records.Set<Directive>().AnyAsync(d => d.Id == Input.Id, cancel))
        {
            if (Input.SaysSame(DirectiveInput.Of(Text.Conclusion, Input.Id))) return Done();
            return this.KeyTaken(id => Input = Input with { Id = id });
        }
        if (!this.Try(Write)) return this.Refused();
        Records.MarkChanged(Text.Conclusion, DirectiveId is null ? null : Input.Version);
        if (await this.SaveAsync(Records, cancel) == SaveResult.Saved) return Done();
        Records.ChangeTracker.Clear();
        if (!await LoadAsync(cancel)) return NotFound();
        Theirs = DirectiveId is null ? null : DirectiveInput.Of(Text.Conclusion, DirectiveId);
        Input = Input with { Version = Text.Conclusion.Version };
        ModelState.Remove("Input.Version");
        return this.Refused();
    }

    private void Write()
    {
        var facts = Input.Facts(Text, Stored);
        if (DirectiveId is { } id) Text.Conclusion.ChangeDirective(id, facts, User.UserId());
        else Text.Conclusion.AddDirective(Input.Id, facts, User.UserId());
    }

    private RedirectToPageResult Done()
    {
        this.Say(this.Text()["Đã lưu chỉ đạo."]);
        return RedirectToPage("Edit", null, new { Session.Id }, "chi-dao");
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await ConclusionClauses.LoadAsync(Records, Session.Id, cancel) is not { } text) return false;
        Text = text;
        return true;
    }
}
