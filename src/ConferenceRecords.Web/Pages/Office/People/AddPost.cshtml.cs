using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.People;
using ConferenceRecords.Web.Forms;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.People;

/// <summary>A post of a person, with its time; with body and term it is the membership.</summary>
public sealed class AddPostModel(RecordsContext records) : PersonPage(records)
{
    [BindProperty] public PostInput Input { get; set; } = new(Guid.CreateVersion7(), null, null, null, null, null);

    public IReadOnlyList<Membership> Memberships { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Memberships = await Records.MembershipsAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Memberships = await Records.MembershipsAsync(cancel);
        var membership = Memberships.FirstOrDefault(m => m.Key == Input.Membership);
        if (membership is null && !string.IsNullOrEmpty(Input.Membership)) ModelState.AddModelError("Input.Membership", this.Text()["Giá trị không hợp lệ. Hãy chọn lại"]);
        if (!this.Validate(Input, new PostInput.Validator())) return this.Refused();
        var facts = Input.Facts(membership);
        if (await Records.Posts.AsNoTracking().SingleOrDefaultAsync(p => p.Id == Input.Id, cancel) is { } stored)
        {
            return stored.DelegateId == Person.Id && (stored.Position, stored.Unit, stored.BodyId, stored.Since) == (facts.Position, facts.Unit, facts.BodyId, facts.Since)
                ? Done() : this.KeyTaken(id => Input = Input with { Id = id });
        }
        var person = await Records.Delegates.Include(d => d.Posts).SingleAsync(d => d.Id == Person.Id, cancel);
        if (!this.Try(() => Records.Add(person.Hold(Input.Id, facts))) || await this.SaveAsync(Records, cancel) != SaveResult.Saved) return this.Refused();
        return Done();
    }

    private RedirectToPageResult Done()
    {
        this.Say(this.Text()["Đã lưu chức vụ."]);
        return RedirectToPage("Details", new { delegateId = Person.Id });
    }

    public sealed record PostInput(Guid Id, string? Position, string? Unit, string? Since, string? Until, string? Membership)
    {
        /// <summary>The facts of input that passed the rules.</summary>
        public PostFacts Facts(Membership? membership) => new(
            TextRules.ToLine(Position), TextRules.ToLine(Unit), membership?.BodyId, membership?.TermId, TextRules.ToPostDate(Since, isLast: false), TextRules.ToPostDate(Until, isLast: true));

        public sealed class Validator : AbstractValidator<PostInput>
        {
            public Validator()
            {
                RuleFor(x => x.Position).OptionalText(300, "Chức vụ dài quá 300 ký tự. Hãy rút gọn");
                RuleFor(x => x.Position).Must((x, position) => TextRules.ToLine(position) is not null || !string.IsNullOrEmpty(x.Membership))
                    .WithMessage("Nhập chức vụ, hoặc chọn cơ quan mà người này là ủy viên");
                RuleFor(x => x.Unit).OptionalText(300, "Tên đơn vị dài quá 300 ký tự. Hãy rút gọn");
                RuleFor(x => x.Since).OptionalPostDate(isLast: false);
                RuleFor(x => x.Until).OptionalPostDate(isLast: true);
                RuleFor(x => x.Until).Must((x, until) => !(TextRules.ToPostDate(until, isLast: true) < TextRules.ToPostDate(x.Since, isLast: false)))
                    .WithMessage("Ngày kết thúc phải sau ngày bắt đầu");
            }
        }
    }
}
