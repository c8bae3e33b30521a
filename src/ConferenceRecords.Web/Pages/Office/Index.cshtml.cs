using ConferenceRecords.Data.Accounts;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Domain.Text;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Forms;
using ConferenceRecords.Web.Publishing;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office;

/// <summary>The secretariat's first page: the nearest session with what is to be done, then what waits for a hand.</summary>
public sealed class IndexModel(RecordsContext records, TimeProvider clock) : PageModel
{
    private const int OthersShown = 5;

    public SessionLine? Nearest { get; private set; }

    public SessionOverview? Overview { get; private set; }

    /// <summary>How many days there are until the next sitting; null where none lies ahead.</summary>
    public string? Countdown { get; private set; }

    public IReadOnlyList<(string Phase, IReadOnlyList<Step> Steps)> Phases { get; private set; } = [];

    public IReadOnlyList<SessionLine> Returned { get; private set; } = [];

    public IReadOnlyList<SessionLine> Waiting { get; private set; } = [];

    /// <summary>How the tasks of all conclusions stand.</summary>
    public TaskCounts Tasks { get; private set; } = new(0, 0, 0, 0);

    public SessionLine? Latest { get; private set; }

    /// <summary>For those who also approve or administrate; their start page is this one.</summary>
    public IReadOnlyList<Emergency> Emergencies { get; private set; } = [];

    public IReadOnlyList<SessionLine> Others { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var today = VietnamTime.DateOf(clock.GetUtcNow());
        if (User.Is(PortalRole.Approver) || User.Is(PortalRole.Administrator)) Emergencies = await Emergency.WaitingAsync(records, User.UserId(), cancel);
        var sessions = await records.SessionLineQuery(today).ToListAsync(cancel);
        Returned = [.. sessions.Where(s => s is { ReturnReason: not null, Conclusion: ReleaseState.Drafting })];
        Waiting = [.. sessions.Where(s => s.Conclusion == ReleaseState.Submitted)];
        Tasks = await records.StandingTasks().TaskCountsAsync(today, cancel);
        Latest = sessions.Where(s => s.LastEditionAt is not null).MaxBy(s => s.LastEditionAt);

        // The next day with a sitting decides; then what is not public yet, then the newest, which comes first in the list.
        Nearest = sessions.OrderBy(s => s.ClosedAt is not null).ThenBy(s => s.NextSitting ?? DateOnly.MaxValue).ThenBy(s => s.Conclusion == ReleaseState.Approved).FirstOrDefault();
        if (Nearest is null) return;
        Others = [.. sessions.Where(s => s != Nearest).Take(OthersShown)];
        Overview = await records.SessionOverviewAsync(Nearest.Id, cancel);
        Countdown = Nearest.NextSitting is { } day ? DaysUntil(day.DayNumber - today.DayNumber) : null;
        Phases = [.. SessionSteps.Of(Overview).Select(Word).GroupBy(s => s.Phase).Select(phase => (phase.Key, (IReadOnlyList<Step>)[.. phase]))];
    }

    private string DaysUntil(int days) => days == 0 ? this.Text()["họp hôm nay"] : this.Text()["còn {0} ngày", days];

    private Step Word(SessionStep step)
    {
        var text = this.Text();
        var (before, during, after) = (text["Chuẩn bị"].Value, text["Diễn ra"].Value, text["Sau hội nghị"].Value);
        var figures = Overview!.Figures;
        var (phase, name, part, hint) = step.Kind switch
        {
            SessionStepKind.Contents => (before, text["Nhập nội dung"], "", step.Total is { } total ? text["{0}/{1} nội dung", step.Done, total] : text["{0} nội dung", step.Done]),
            SessionStepKind.Agenda => (before, text["Duyệt chương trình"], "/chuong-trinh", text["{0} bản đã duyệt", step.Done]),
            SessionStepKind.Delegates => (before, text["Mời đại biểu"], "/dai-bieu", text["{0} đại biểu được mời", step.Done]),
            SessionStepKind.Drafts => (before, text["Gửi dự thảo"], "", text["{0}/{1} nội dung đã gửi dự thảo", step.Done, step.Total ?? 0]),
            SessionStepKind.Opinions => (during, text["Nhập ý kiến góp ý"], "/y-kien", step.Total is { } announced
                ? text["{0} ý kiến đã ghi; văn bản nêu {1} {2} lượt", step.Done, figures.StatedOpinionQualifier ?? "", announced]
                : text["{0} ý kiến đã ghi", step.Done]),
            SessionStepKind.Responses => (after, text["Tiếp thu, giải trình"], "/tiep-thu", text["{0}/{1} đã xử lý", step.Done, step.Total ?? 0]),
            SessionStepKind.Conclusion => (after, text["Soạn và duyệt kết luận"], "/ket-luan", figures.Conclusion is { } conclusion ? text.Of(conclusion.State) : text["Chưa có kết luận"].Value),
            _ => (after, text["Công bố"], "/cong-bo", figures.Conclusion is { PendingEditions: > 0 } ? text["Đã duyệt, đang chuyển sang trang công khai"] : text["{0} bản đã công bố", step.Done]),
        };
        return new(phase, name, $"~/van-phong/hoi-nghi/{Nearest!.Id}{part}", hint, step.State);
    }

    public sealed record Step(string Phase, string Text, string Address, string Hint, StepState State);
}
