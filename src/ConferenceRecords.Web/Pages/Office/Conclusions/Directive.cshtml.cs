using System.Globalization;
using ConferenceRecords.Data.Publishing;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Conclusions;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Forms;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Conclusions;

/// <summary>One directive of a conclusion, new or to be changed.</summary>
public sealed class DirectiveModel(RecordsContext records) : SessionPage(records)
{
    [BindProperty] public DirectiveInput Input { get; set; } = DirectiveInput.Empty;

    [FromRoute] public Guid? DirectiveId { get; set; }

    public DirectiveInput? Theirs { get; private set; }

    /// <summary>Paragraphs to choose from.</summary>
    public IReadOnlyList<string> Paragraphs { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is not { } conclusion) return NotFound();
        if (DirectiveId is null) Input = DirectiveInput.Empty with { Id = Guid.CreateVersion7() };
        else if (DirectiveInput.Of(conclusion, DirectiveId) is { } stored) Input = stored;
        else return NotFound();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is not { } conclusion || (DirectiveId is not null && conclusion.Directives.All(d => d.Id != DirectiveId))) return NotFound();
        if (!this.Validate(Input, new DirectiveInput.Validator(Paragraphs.Count))) return this.Refused();
        if (DirectiveId is null && await Records.Set<Directive>().AnyAsync(d => d.Id == Input.Id, cancel))
        {
            if (DirectiveInput.Of(conclusion, Input.Id)?.Facts == Input.Facts) return Stored();
            return this.KeyTaken(id => Input = Input with { Id = id });
        }
        if (!this.Try(() => Write(conclusion))) return this.Refused();
        Records.MarkChanged(conclusion, DirectiveId is null ? null : Input.Version);
        if (await this.SaveAsync(Records, cancel) == SaveResult.Saved) return Stored();
        Records.ChangeTracker.Clear();
        if (await LoadAsync(cancel) is not { } now) return NotFound();
        Theirs = DirectiveId is null ? null : DirectiveInput.Of(now, DirectiveId);
        Input = Input with { Version = now.Version };
        ModelState.Remove("Input.Version");
        return this.Refused();
    }

    private void Write(Conclusion conclusion)
    {
        if (DirectiveId is { } id) conclusion.ChangeDirective(id, Input.Facts, User.UserId());
        else conclusion.AddDirective(Input.Id, Input.Facts, User.UserId());
    }

    private RedirectToPageResult Stored()
    {
        this.Say(this.Text()["Đã lưu chỉ đạo."]);
        return RedirectToPage("Edit", null, new { Session.Id }, "chi-dao");
    }

    private async Task<Conclusion?> LoadAsync(CancellationToken cancel)
    {
        var conclusion = await Records.Conclusions.Include(c => c.Directives).SingleOrDefaultAsync(c => c.SessionId == Session.Id, cancel);
        Paragraphs = SessionBundles.Paragraphs(conclusion?.Body ?? "");
        return conclusion;
    }

    public sealed record DirectiveInput(Guid Id, uint Version, string? Addressee, string? Text, string? DeadlineNote, string? ParagraphNumber)
    {
        public static DirectiveInput Empty { get; } = new(default, 0, null, null, null, null);

        internal DirectiveFacts Facts => new(Addressee, Text!, DeadlineNote, TextRules.ToCount(ParagraphNumber));

        internal static DirectiveInput? Of(Conclusion conclusion, Guid? id) =>
            conclusion.Directives.FirstOrDefault(d => d.Id == id && d.RemovedAt is null) is { } d
                ? new(d.Id, conclusion.Version, d.Addressee, d.Text, d.DeadlineNote, d.ParagraphNumber?.ToString(CultureInfo.InvariantCulture))
                : null;

        public sealed class Validator : AbstractValidator<DirectiveInput>
        {
            public Validator(int paragraphs)
            {
                RuleFor(x => x.Addressee).OptionalText(500, "Đơn vị thực hiện dài quá 500 ký tự");
                RuleFor(x => x.Text).Text(20_000, "Nhập nội dung chỉ đạo", "Nội dung chỉ đạo dài quá 20.000 ký tự").NotStamped();
                RuleFor(x => x.DeadlineNote).OptionalText(200, "Thời hạn dài quá 200 ký tự");
                RuleFor(x => x.ParagraphNumber).Must(text => string.IsNullOrWhiteSpace(text) || (TextRules.ToCount(text) is { } n && n >= 1 && n <= paragraphs))
                    .WithMessage("Không có đoạn này trong kết luận. Chọn một đoạn, hoặc để trống");
            }
        }
    }
}
