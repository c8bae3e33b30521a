using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Web.Forms;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.People;

/// <summary>A person of the directory: posts, sessions, name. Taken off and put back, never deleted.</summary>
public sealed class DetailsModel(RecordsContext records, TimeProvider clock) : PersonPage(records)
{
    [BindProperty] public NameInput Input { get; set; } = null!;

    public IReadOnlyList<PostLine> Posts { get; private set; } = [];

    public IReadOnlyList<InvitedSession> Sessions { get; private set; } = [];

    /// <summary>What is stored now, when somebody else saved in the meantime.</summary>
    public IReadOnlyList<(string Name, string? Value)>? Stored { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Input = new(Person.FullName, Person.Version);
        await LoadAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var person = await Records.Delegates.SingleAsync(d => d.Id == Person.Id, cancel);
        Records.Entry(person).Property(d => d.Version).OriginalValue = Input.Version;
        if (!this.Validate(Input, new NameInput.Validator()) || !this.Try(() => person.Rename(TextRules.ToLine(Input.FullName)!))) return await RefusedAsync(cancel);
        if (await this.SaveAsync(Records, cancel) == SaveResult.Saved)
        {
            this.Say(this.Text()["Đã lưu họ và tên."]);
            return RedirectToPage(new { delegateId = Person.Id });
        }
        Person = (await Records.PersonAsync(Person.Id, cancel))!;
        Stored = [(this.Text()["Họ và tên"], Person.FullName)];
        Input = Input with { Version = Person.Version };
        ModelState.Remove("Input.Version");
        return await RefusedAsync(cancel);
    }

    public Task<IActionResult> OnPostRemoveAsync(CancellationToken cancel) => ChangeAsync(
        person => person.Remove(clock.GetUtcNow()), this.Text()["Đã bỏ {0} khỏi danh bạ.", Person.FullName], Url.Page(null, "Restore", new { delegateId = Person.Id }), cancel);

    public Task<IActionResult> OnPostRestoreAsync(CancellationToken cancel) =>
        ChangeAsync(person => person.Restore(), this.Text()["Đã đưa {0} lại vào danh bạ.", Person.FullName], undo: null, cancel);

    private async Task<IActionResult> ChangeAsync(Action<Domain.People.Delegate> change, string done, string? undo, CancellationToken cancel)
    {
        change(await Records.Delegates.SingleAsync(d => d.Id == Person.Id, cancel));
        await Records.SaveChangesAsync(cancel);
        this.Say(done, undo);
        return RedirectToPage(new { delegateId = Person.Id });
    }

    private async Task<IActionResult> RefusedAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        return this.Refused();
    }

    private async Task LoadAsync(CancellationToken cancel) =>
        (Posts, Sessions) = (await Records.PostsAsync(Person.Id, cancel), await Records.SessionsOfAsync(Person.Id, cancel));

    public sealed record NameInput(string? FullName, uint Version)
    {
        public sealed class Validator : AbstractValidator<NameInput>
        {
            public Validator() => RuleFor(x => x.FullName).Text(200, "Nhập họ và tên", "Họ và tên dài quá 200 ký tự");
        }
    }
}
