using System.Globalization;
using ConferenceRecords.Data.Accounts;
using ConferenceRecords.Data.Mails;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Mails;

/// <summary>The words of a mail.</summary>
/// <param name="Subject">Subject.</param>
/// <param name="Sentence">What it tells.</param>
/// <param name="Page">Where in the portal that is.</param>
internal sealed record MailText(string Subject, string Sentence, string Page)
{
    /// <summary>The whole mail: plain text, and never a title, a text, an opinion or the name of who made one. Whoever reads another's mail learns that there is work, not what it is.</summary>
    public string Body(PortalUser user, MailSettings settings) =>
        $"""
         Kính gửi đồng chí {VietnameseText.CleanLine(user.DisplayName)},

         {Sentence}

         Mở cổng: {settings.Link(Page)}

         Đây là thư tự động, xin không trả lời thư này. Thư không kèm nội dung tài liệu; đồng chí đăng nhập để xem.
         Ngừng nhận thư: mở trang Tài khoản {settings.Link("/tai-khoan")} và bỏ đánh dấu "Nhận thư".
         """;

    /// <summary>What a mail says now; null when there is nothing to tell any more: the draft was recalled, the deadline moved, the opinion was sent, the answer given, sent back or read.</summary>
    public static async Task<MailText?> OfAsync(RecordsContext records, Mail mail, PortalUser user, DateTimeOffset now, CancellationToken cancel) => mail.Kind switch
    {
        MailKind.DraftSent or MailKind.OpinionReminder => await OfDraftAsync(records, mail, mail.SubjectId, now, cancel),
        MailKind.NewVersion => await records.DraftVersions.Where(v => v.Id == mail.SubjectId).Select(v => (Guid?)v.DraftId).SingleOrDefaultAsync(cancel) is { } draftId
            ? await OfDraftAsync(records, mail, draftId, now, cancel) : null,
        MailKind.Assigned or MailKind.AnswerReminder or MailKind.AnswerReturned => await OfAgencyAsync(records, mail, user, now, cancel),
        MailKind.TaskReminder => await OfTasksAsync(records, mail, user, now, cancel),
        MailKind.OpinionAnswered => await records.NewAnswersAsync(user.Id, cancel) == 0 ? null : new("Ý kiến của đồng chí đã có trả lời", "Văn phòng đã xác nhận trả lời cho ý kiến góp ý của đồng chí. Đồng chí xem ở trang Ý kiến của tôi.", "/dai-bieu/y-kien"),
        _ => new("Thư thử", "Đây là thư thử do quản trị gửi. Nhận được thư này nghĩa là cổng đã gửi được thư.", "/quan-tri/thu"),
    };

    private static async Task<MailText?> OfDraftAsync(RecordsContext records, Mail mail, Guid draftId, DateTimeOffset now, CancellationToken cancel)
    {
        var readers = mail.Kind == MailKind.OpinionReminder ? records.SilentReaders(draftId) : records.MailReaders(draftId);
        if (!await readers.AnyAsync(u => u.Id == mail.UserId, cancel)) return null;
        var until = await records.Drafts.Where(d => d.Id == draftId).Select(d => d.OpinionsUntil).SingleAsync(cancel);
        if (until <= now || (mail.Kind == MailKind.OpinionReminder && until != mail.Deadline)) return null;
        var deadline = until is { } end ? $", hạn {Moment(end)}" : "";
        return mail.Kind switch
        {
            MailKind.DraftSent => new("Có dự thảo mới chờ ý kiến", $"Có dự thảo mới chờ ý kiến của đồng chí{deadline}.", "/dai-bieu"),
            MailKind.NewVersion => new("Dự thảo có bản mới", $"Một dự thảo đã gửi đồng chí vừa có bản mới{deadline}.", "/dai-bieu"),
            _ => new($"Nhắc hạn góp ý: {Left(VietnamTime.DateOf(until!.Value), now)}", $"Có dự thảo còn chờ ý kiến của đồng chí{deadline} ({Left(VietnamTime.DateOf(until.Value), now)}).", "/dai-bieu"),
        };
    }

    private static async Task<MailText?> OfAgencyAsync(RecordsContext records, Mail mail, PortalUser user, DateTimeOffset now, CancellationToken cancel)
    {
        var waiting = await records.OpenAssignments().Where(r => r.AgencyId == user.AgencyId && user.AgencyId != null)
            .Select(r => new { r.DueOn, IsReturned = r.ReturnNote != null }).ToListAsync(cancel);
        var returned = waiting.Count(r => r.IsReturned);
        var nearest = waiting.Min(r => r.DueOn) is { } due ? $", hạn gần nhất {VietnameseDate.WithWeekday(due)}" : "";
        switch (mail.Kind)
        {
            case MailKind.Assigned when waiting.Count > 0:
                return new("Có ý kiến chờ trả lời", $"Có {Count(waiting.Count)} ý kiến góp ý giao cơ quan của đồng chí đang chờ trả lời{nearest}.", "/co-quan");
            case MailKind.AnswerReturned when returned > 0:
                return new("Trả lời cần hoàn thiện", $"Văn phòng đề nghị hoàn thiện lại {Count(returned)} trả lời của cơ quan đồng chí{nearest}.", "/co-quan");
            case MailKind.AnswerReminder when waiting.Count(r => r.DueOn is { } day && MailReminders.EndOf(day) == mail.Deadline) is > 0 and var left && now <= mail.Deadline:
                var on = VietnamTime.DateOf(mail.Deadline!.Value);
                return new($"Nhắc hạn trả lời: {Left(on, now)}", $"Còn {Count(left)} ý kiến giao cơ quan của đồng chí chưa trả lời, hạn {VietnameseDate.WithWeekday(on)} ({Left(on, now)}).", "/co-quan");
            default:
                return null;
        }
    }

    private static async Task<MailText?> OfTasksAsync(RecordsContext records, Mail mail, PortalUser user, DateTimeOffset now, CancellationToken cancel)
    {
        var (due, isOverdue) = (VietnamTime.DateOf(mail.Deadline!.Value), mail.DaysLeft < 0);
        var count = await records.OpenTasks().CountAsync(t => t.AgencyId == user.AgencyId && t.DueOn == due, cancel);
        if (count == 0 || (!isOverdue && now > mail.Deadline)) return null;
        return isOverdue
            ? new("Nhiệm vụ quá hạn", $"Có {Count(count)} nhiệm vụ giao cơ quan của đồng chí đã quá hạn {VietnameseDate.WithWeekday(due)} mà chưa hoàn thành.", "/co-quan/nhiem-vu")
            : new($"Nhắc hạn nhiệm vụ: {Left(due, now)}", $"Có {Count(count)} nhiệm vụ giao cơ quan của đồng chí đến hạn {VietnameseDate.WithWeekday(due)} ({Left(due, now)}).", "/co-quan/nhiem-vu");
    }

    private static string Moment(DateTimeOffset at) => $"{VietnamTime.Moment(at)[..5]} {VietnameseDate.WithWeekday(VietnamTime.DateOf(at))}";

    private static string Left(DateOnly day, DateTimeOffset now) => (day.DayNumber - VietnamTime.DateOf(now).DayNumber) switch
    {
        <= 0 => "hạn hôm nay",
        1 => "hạn ngày mai",
        var days => $"còn {days.ToString(CultureInfo.InvariantCulture)} ngày",
    };

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);
}
