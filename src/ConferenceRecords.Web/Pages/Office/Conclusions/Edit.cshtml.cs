using ConferenceRecords.Data.Publishing;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Conclusions;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Forms;
using ConferenceRecords.Web.Publishing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Conclusions;

/// <summary>The text of a session's conclusion, its number, what is odd about its figures, and the list of its directives.</summary>
public sealed class EditModel(RecordsContext records, TimeProvider clock) : SessionPage(records)
{
    [BindProperty] public ConclusionInput Input { get; set; } = ConclusionInput.Empty;

    public ConclusionView? Conclusion { get; private set; }

    /// <summary>The text that somebody else saved while this form was open.</summary>
    public ConclusionInput? Theirs { get; private set; }

    public string? Unsent { get; private set; }

    /// <summary>What a person should look at in the text.</summary>
    public IReadOnlyList<FigureFinding> Findings { get; private set; } = [];

    /// <summary>Numbers of the opinions that paragraphs quote; only the Office sees them.</summary>
    public ILookup<string, string> Sources { get; private set; } = Enumerable.Empty<string>().ToLookup(s => s);

    public async Task OnGetAsync(bool mau, CancellationToken cancel)
    {
        var conclusion = await LoadAsync(cancel);
        Input = conclusion is null ? await ConclusionStart.OfAsync(Records, Session, mau, cancel) : ConclusionInput.Of(conclusion);
        await CheckAsync(cancel);
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => StoreAsync(null, cancel);

    /// <summary>Stores the form with the next number of a type: what is handed out is never lost in a form that nobody saved.</summary>
    public Task<IActionResult> OnPostNumberAsync(string type, CancellationToken cancel) =>
        StoreAsync(DocumentSymbol.OfConclusions.Contains(type) ? type : DocumentSymbol.Conclusion, cancel);

    public Task<IActionResult> OnPostRemoveAsync(Guid directive, uint version, CancellationToken cancel) => ChangeAsync(
        version, conclusion => conclusion.RemoveDirective(directive, User.UserId(), clock.GetUtcNow()),
        this.Text()["Đã xóa chỉ đạo."], Url.Page("Edit", "Restore", new { Session.Id, directive }), cancel);

    public Task<IActionResult> OnPostRestoreAsync(Guid directive, CancellationToken cancel) => ChangeAsync(
        null, conclusion => conclusion.RestoreDirective(directive, User.UserId()), this.Text()["Đã khôi phục chỉ đạo."], null, cancel);

    private async Task<IActionResult> StoreAsync(string? type, CancellationToken cancel)
    {
        var conclusion = await LoadAsync(cancel);
        if (!this.Validate(Input, new ConclusionInput.Validator())) return await AgainAsync(conclusion, cancel);
        await using var transaction = await Records.Database.BeginTransactionAsync(cancel);
        if (await this.NumberAsync(Records, Session.Id, Input.Symbol, type, cancel) is not { } symbol) return await AgainAsync(conclusion, cancel);
        Input = Input with { Symbol = symbol.Length == 0 ? null : symbol };
        ModelState.Remove("Input.Symbol");
        IReadOnlyList<DirectiveTie> ties = [];
        if (conclusion is null)
        {
            if (await Records.Conclusions.AnyAsync(c => c.Id == Input.Id, cancel)) return this.KeyTaken(id => Input = Input with { Id = id });
            if (!this.Try(() => Records.Add(new Conclusion(Input.Id, Session.Id, Input.Text, User.UserId())))) return this.Refused();
        }
        else if (conclusion.State == ReleaseState.Approved || ConclusionInput.Of(conclusion) with { Version = Input.Version } != Input)
        {
            // Saving an approved conclusion opens its next edition, also when only other records of the session changed.
            // A form that was opened to create carries version 0: against a conclusion that is there now, it is as stale as any other.
            Records.Entry(conclusion).Property(c => c.Version).OriginalValue = Input.Version;
            if (!this.Try(() => ties = conclusion.Write(Input.Text, User.UserId()))) return await AgainAsync(conclusion, cancel);
        }
        if (await this.SaveAsync(Records, cancel) != SaveResult.Saved) return await AgainAsync(await ShowTheirsAsync(cancel), cancel);
        await transaction.CommitAsync(cancel);
        this.Say(type is null ? this.Text()["Đã lưu kết luận."] : this.Text()["Đã cấp số {0} và lưu kết luận.", symbol]);
        this.WarnOfTies(ties);
        return RedirectToPage(new { Session.Id });
    }

    private async Task<IActionResult> ChangeAsync(uint? version, Action<Conclusion> act, string done, string? undo, CancellationToken cancel)
    {
        ModelState.Clear();
        if (await LoadAsync(cancel) is not { } conclusion) return NotFound();
        Input = ConclusionInput.Of(conclusion);
        if (!this.Try(() => act(conclusion))) return this.Refused();
        Records.MarkChanged(conclusion, version);
        if (await this.SaveAsync(Records, cancel) != SaveResult.Saved) return this.Refused();
        this.Say(done, undo);
        return RedirectToPage(new { Session.Id });
    }

    private async Task<Conclusion?> LoadAsync(CancellationToken cancel)
    {
        var conclusion = await Records.Conclusions.Include(c => c.Directives).SingleOrDefaultAsync(c => c.SessionId == Session.Id, cancel);
        Conclusion = conclusion is null ? null : ConclusionView.Of(conclusion);
        return conclusion;
    }

    private async Task CheckAsync(CancellationToken cancel)
    {
        Findings = await ConclusionChecks.OfAsync(Records, Session.Id, Input.Body ?? "", cancel);
        Sources = (await Records.AcceptedOpinionsAsync(Session.Id, cancel)).ToLookup(o => o.Text, o => o.Number);
    }

    private async Task<IActionResult> AgainAsync(Conclusion? stored, CancellationToken cancel)
    {
        // One that waits for approval has no form: what was typed is shown to be copied.
        if (stored is { State: ReleaseState.Submitted }) (Unsent, Input) = ($"{Input.Title}\n\n{Input.Body}", ConclusionInput.Of(stored));
        await CheckAsync(cancel);
        return this.Refused();
    }

    private async Task<Conclusion?> ShowTheirsAsync(CancellationToken cancel)
    {
        Records.ChangeTracker.Clear();
        if (await LoadAsync(cancel) is not { } stored) return null;
        Theirs = ConclusionInput.Of(stored);

        // The next save is a knowing one: it is made against what is shown beside the form.
        Input = Input with { Id = Theirs.Id, Version = Theirs.Version };
        ModelState.Remove("Input.Id");
        ModelState.Remove("Input.Version");
        return stored;
    }
}
