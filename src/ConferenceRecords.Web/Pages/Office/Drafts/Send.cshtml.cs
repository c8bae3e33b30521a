using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Text;
using ConferenceRecords.Web.Forms;
using ConferenceRecords.Web.Mails;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Drafts;

/// <summary>Sends a draft to the invited delegates, or changes the deadline of one that is sent.</summary>
public sealed class SendModel(RecordsContext records, MailWriter mails, TimeProvider clock) : DraftPage(records)
{
    private static readonly TimeOnly EndOfDay = new(23, 59);

    [BindProperty] public SendInput Input { get; set; } = null!;

    public int Invited { get; private set; }

    /// <summary>What somebody else saved in the meantime.</summary>
    public IReadOnlyList<(string Name, string? Value)>? Stored { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await CountAsync(cancel);
        var until = Draft.OpinionsUntil is { } at ? VietnamTime.Moment(at).Split(' ') : null;
        Input = new(until?[1], until?[0], Draft.Version);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await CountAsync(cancel);
        if (!this.Validate(Input, new SendInput.Validator())) return this.Refused();
        DateTimeOffset? until = TextRules.ToDate(Input.Date) is { } date ? VietnamTime.At(date, HourRules.ToHour(Input.Hour) ?? EndOfDay) : null;
        var draft = await Records.Drafts.SingleAsync(d => d.Id == Draft.Id, cancel);
        Records.Entry(draft).Property(d => d.Version).OriginalValue = Input.Version;
        if (!this.Try(() => draft.Send(clock.GetUtcNow(), until))) return this.Refused();
        await using var transaction = await Records.Database.BeginTransactionAsync(cancel);
        switch (await this.SaveAsync(Records, cancel))
        {
            case SaveResult.Saved:
                await mails.DraftSentAsync(Draft.Id, cancel);
                await transaction.CommitAsync(cancel);
                this.Say(until is { } at ? this.Text()["Đã gửi đại biểu. Nhận góp ý đến {0}.", Deadline(at)] : this.Text()["Đã gửi đại biểu, không đặt hạn góp ý."]);
                return RedirectToPage("Details", new { draftId = Draft.Id });
            case SaveResult.Stale:
                await LoadDraftAsync(cancel);
                (Stored, Input) = ([(this.Text()["Trạng thái"], State(Draft))], Input with { Version = Draft.Version });
                ModelState.Remove("Input.Version");
                break;
        }
        return this.Refused();
    }

    /// <summary>"17:00 thứ Sáu 03/12/2021".</summary>
    public static string Deadline(DateTimeOffset at) => $"{VietnamTime.Moment(at).Split(' ')[0]} {VietnameseDate.WithWeekday(VietnamTime.DateOf(at))}";

    private string State(DraftHead draft) => draft switch
    {
        { SentAt: null } => this.Text()["Chưa gửi"],
        { OpinionsUntil: { } until } => this.Text()["Đã gửi, nhận góp ý đến {0}", Deadline(until)],
        _ => this.Text()["Đã gửi, không đặt hạn"],
    };

    private async Task CountAsync(CancellationToken cancel) =>
        Invited = await Records.Invitations.CountAsync(i => i.SessionId == Draft.SessionId && i.RevokedAt == null, cancel);

    public sealed record SendInput(string? Date, string? Hour, uint Version)
    {
        public sealed class Validator : AbstractValidator<SendInput>
        {
            public Validator()
            {
                RuleFor(x => x.Date).OptionalDate();
                RuleFor(x => x.Date).Must(date => !string.IsNullOrWhiteSpace(date)).When(x => !string.IsNullOrWhiteSpace(x.Hour)).WithMessage("Nhập ngày của hạn góp ý, hoặc bỏ trống cả ngày và giờ");
                RuleFor(x => x.Hour).OptionalHour();
            }
        }
    }
}
