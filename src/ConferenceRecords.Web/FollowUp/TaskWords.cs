using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Committees;
using ConferenceRecords.Domain.FollowUp;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Domain.Text;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace ConferenceRecords.Web.FollowUp;

/// <summary>The words of tasks.</summary>
public static class TaskWords
{
    /// <summary>The four in the order in which they are shown: what is late first.</summary>
    public static readonly IReadOnlyList<(string Key, FollowUpStatus Status)> Statuses =
    [
        ("qua-han", FollowUpStatus.OngoingLate), ("dang-lam", FollowUpStatus.OngoingInTime), ("xong", FollowUpStatus.DoneInTime), ("xong-muon", FollowUpStatus.DoneLate),
    ];

    public static string Of(this IStringLocalizer<SharedText> text, FollowUpStatus status) => status switch
    {
        FollowUpStatus.DoneInTime => text["Hoàn thành trong hạn"],
        FollowUpStatus.DoneLate => text["Hoàn thành quá hạn"],
        FollowUpStatus.OngoingInTime => text["Đang thực hiện trong hạn"],
        _ => text["Đang thực hiện quá hạn"],
    };

    /// <summary>The same on a button, which is no wider than a small screen.</summary>
    public static string Briefly(this IStringLocalizer<SharedText> text, FollowUpStatus status) => status switch
    {
        FollowUpStatus.DoneInTime => text["Xong đúng hạn"],
        FollowUpStatus.DoneLate => text["Xong muộn"],
        FollowUpStatus.OngoingInTime => text["Còn hạn"],
        _ => text["Quá hạn"],
    };

    /// <summary>State of the tag that says how a task stands.</summary>
    public static string TagState(this FollowUpStatus status) => status switch
    {
        FollowUpStatus.DoneInTime => "done", FollowUpStatus.DoneLate => "wait", FollowUpStatus.OngoingInTime => "doing", _ => "late",
    };

    /// <summary>The deadline of a task, or when it was done.</summary>
    public static string Deadline(this IStringLocalizer<SharedText> text, TaskRow task, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(task);
        if (task.DoneOn is { } done) return text["xong ngày {0}", VietnamTime.Day(done)];
        return task.DueOn is { } due ? text.Due(due, today) : text["không có hạn"];
    }

    /// <summary>What was reported becomes what a form shows of it.</summary>
    public static (string Word, string State) Of(this IStringLocalizer<SharedText> text, TaskReport report)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(report);
        return report.ConfirmedAt is not null ? (text["Đã xác nhận"], "done") : report.ReturnedAt is not null ? (text["Trả lại"], "late") : (text["Chờ xác nhận"], "wait");
    }

    /// <summary>Every agency and class, by name.</summary>
    public static async Task<IReadOnlyList<Agency>> AgenciesByNameAsync(this RecordsContext records, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        return [.. (await records.Agencies.AsNoTracking().ToListAsync(cancel)).OrderBy(a => !a.IsClass).ThenBy(a => a.Name, VietnameseOrder.Comparer)];
    }

    /// <summary>Entries of a list of agencies.</summary>
    public static IEnumerable<SelectListItem> Choices(this IEnumerable<Agency> agencies) => agencies.Select(a => new SelectListItem(a.Name, a.Id.ToString()));
}
