using ConferenceRecords.Data.Publishing;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Domain.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace ConferenceRecords.Web.Publishing;

/// <summary>One line of a task list.</summary>
/// <param name="Title">What is to be done.</param>
/// <param name="Address">Where; null where it is done elsewhere.</param>
/// <param name="State">State of its tag.</param>
/// <param name="Tag">Word of its tag.</param>
/// <param name="Hints">How it stands.</param>
/// <param name="Signs">Places to look at.</param>
public sealed record TaskLine(string Title, string? Address, string State, string Tag, IReadOnlyList<string> Hints, IReadOnlyList<BundleSign>? Signs = null);

/// <summary>What is to be looked at before a release goes out, from its contents to its hour.</summary>
/// <param name="records">The office's context.</param>
/// <param name="text">The words of the interface.</param>
/// <param name="session">The session.</param>
/// <param name="kind">What is released.</param>
/// <param name="now">The time.</param>
public sealed class ReleaseTasks(RecordsContext records, IStringLocalizer<SharedText> text, SessionHead session, ReleaseKind kind, DateTimeOffset now)
{
    private readonly string home = $"~/van-phong/hoi-nghi/{session.Id}";

    /// <summary>The page where a release of a kind is written.</summary>
    public static string EditorOf(ReleaseKind kind, Guid sessionId) => $"~/van-phong/hoi-nghi/{sessionId}/{kind.Slug()}";

    /// <summary>The lines, in the order of the work.</summary>
    /// <param name="release">The release; null while nobody opened it.</param>
    /// <param name="candidate">What it would publish; null without a release.</param>
    /// <param name="cancel">Cancellation.</param>
    public async Task<IReadOnlyList<TaskLine>> LinesAsync(Release? release, EditionCandidate? candidate, CancellationToken cancel) =>
        [.. await ContentsAsync(release, candidate, cancel), .. candidate is null ? [] : await ReadingAsync(candidate, cancel), Decision(release), Hour(release)];

    private async Task<IEnumerable<TaskLine>> ContentsAsync(Release? release, EditionCandidate? candidate, CancellationToken cancel) => kind switch
    {
        ReleaseKind.Conclusion => Conclusion(await ConclusionTasks.LoadAsync(records, session.Id, cancel), release, candidate),
        ReleaseKind.Papers => [await PapersAsync(candidate, cancel)],
        ReleaseKind.OpinionSummary => [await SummaryAsync(release as OpinionSummary, cancel)],
        _ => [new(text["Nội dung đủ"], EditorOf(kind, session.Id), release is null ? "todo" : "done", release is null ? text["Chưa có"] : text["Đã có"], [])],
    };

    private IEnumerable<TaskLine> Conclusion(ConclusionTasks tasks, Release? release, EditionCandidate? candidate)
    {
        yield return new(text["Nội dung đủ"], home, tasks.IsComplete ? "done" : "wait", tasks.IsComplete ? text["Đủ"] : text["Cần xem lại"],
        [
            tasks.Stated is { } stated ? text["Nguồn nêu {0}, danh sách có {1}.", stated, tasks.Counted] : text["Danh sách có {0} nội dung; nguồn không nêu tổng số.", tasks.Counted],
            .. tasks.UnevenCategories.Select(u => text["Nhóm {0}: nguồn nêu {1}, danh sách có {2}.", u.Category, u.Stated, u.Counted].Value),
            .. tasks.LeftOut > 0 ? [text["{0} nội dung không đưa vào bản công bố.", tasks.LeftOut].Value] : Array.Empty<string>(),
        ]);
        yield return new(
            text["Đối chiếu số liệu"], home + "/so-lieu", tasks.FiguresVerdict?.TagState() ?? "todo", tasks.FiguresVerdict is { } verdict ? text.Of(verdict) : text["Chưa nêu số"],
        [
            tasks.Figures.StatedTurns is { } turns
                ? text["Văn bản nêu {0} lượt ý kiến, đã ghi {1} lượt.", turns, tasks.Figures.Turns.Total] : text["Đã ghi {0} lượt ý kiến; văn bản không nêu số lượt.", tasks.Figures.Turns.Total],
            .. tasks.FiguresVerdict is FigureVerdict.Differs or FigureVerdict.Unclear ? [text["Hãy xem lại trước khi công bố; chênh lệch không chặn việc trình duyệt."].Value] : Array.Empty<string>(),
        ]);
        yield return new(text["Chỉ tiêu"], home + "/chi-tieu", tasks.Indicators > 0 ? "done" : "todo", tasks.Indicators > 0 ? text["Đã nhập"] : text["Chưa có"], [text["{0} chỉ tiêu.", tasks.Indicators]]);
        if (release is not null)
        {
            yield return new(
                text["Số liệu, ngày tháng trong kết luận"], home + "/ket-luan", tasks.Checks.Count == 0 ? "done" : "wait", tasks.Checks.Count == 0 ? text["Khớp"] : text["Cần xem lại"],
                tasks.Checks.Count == 0 ? [text["Khớp với các chỉ tiêu đã nhập; không còn chỗ chưa điền."]] : [.. tasks.Checks.Select(c => text["Đoạn {0}: {1}", c.Paragraph, text.Of(c)].Value)]);
        }
        var (state, word) = release switch { null => ("todo", text["Chưa có"].Value), { State: ReleaseState.Drafting } => ("doing", text["Đang soạn"].Value), _ => ("done", text["Xong"].Value) };
        yield return new(text["Kết luận soạn xong"], home + "/ket-luan", state, word,
            candidate?.Bundle is SessionBundle { Conclusion: { } written } ? [text["{0} đoạn, {1} chỉ đạo.", written.Paragraphs.Count, written.Directives.Count]] : []);
    }

    private async Task<TaskLine> PapersAsync(EditionCandidate? candidate, CancellationToken cancel)
    {
        var all = (await records.PublishableVersions(session.Id).Select(v => v.DraftId).ToListAsync(cancel)).Distinct().Count();
        var chosen = (candidate?.Bundle as PapersBundle)?.Papers.Count ?? 0;
        return new(text["Nội dung đủ"], EditorOf(kind, session.Id), chosen > 0 ? "done" : "todo", chosen > 0 ? text["Đã chọn"] : text["Chưa chọn"],
            [text["Chọn {0} trong {1} tài liệu có thể công bố. Chỉ lời văn được công bố, không có tệp gốc.", chosen, all]]);
    }

    private async Task<TaskLine> SummaryAsync(OpinionSummary? summary, CancellationToken cancel)
    {
        var counts = (await records.ItemResponsesAsync(session.Id, cancel)).Total();
        var standing = summary?.Lines.Where(l => l.RemovedAt is null).ToList() ?? [];
        var (unworded, named) = (standing.Count(l => !l.IsWorded), standing.Count(l => l.Speakers is not null));
        var isDone = standing.Count > 0 && unworded == 0;
        return new(text["Nội dung đủ"], EditorOf(kind, session.Id), isDone ? "done" : standing.Count > 0 ? "doing" : "todo", isDone ? text["Đủ"] : standing.Count > 0 ? text["Đang soạn"] : text["Chưa có"],
        [
            text["{0} dòng, {1} dòng chưa viết lời.", standing.Count, unworded],
            .. counts.Left > 0 ? [text["Còn {0} ý kiến chưa xử lý xong trong sổ.", counts.Left].Value] : Array.Empty<string>(),
            .. named > 0 ? [text["{0} dòng nêu tên người phát biểu, đều có người cho phép.", named].Value] : Array.Empty<string>(),
        ]);
    }

    private async Task<IEnumerable<TaskLine>> ReadingAsync(EditionCandidate candidate, CancellationToken cancel)
    {
        var names = await records.Delegates.Where(d => records.Invitations.Any(i => i.SessionId == session.Id && i.DelegateId == d.Id)).Select(d => d.FullName).ToListAsync(cancel);
        var (spelling, personal) = (BundleSigns.Spelling(candidate.Bundle), BundleSigns.Personal(candidate.Bundle, names));
        var changes = candidate.Differences.Count;
        return
        [
            new(text["Chính tả, số liệu"], null, spelling.Count > 0 ? "wait" : "done", spelling.Count > 0 ? text["Cần xem lại"] : text["Không thấy lỗi"],
                [text["Máy soát phông chữ cũ, dấu cách thừa, ngoặc kép lẻ. Người soạn vẫn cần đọc lại."]], spelling),
            new(text["Bảo mật, dữ liệu cá nhân"], null, personal.Count > 0 ? "late" : "done", personal.Count > 0 ? text["Cần xem lại"] : text["Không thấy"],
                [text["Máy tìm dấu chỉ độ mật, số điện thoại, thư điện tử, số định danh và tên đại biểu trong bản tổng hợp. Người soạn vẫn cần đọc lại."]], personal),
            new(text["Xem trước như người dân"], $"{home}/cong-bo/{kind.Slug()}/xem-truoc", "doing", text["Mở xem"], [text["Đúng các trang công khai, trên máy tính và điện thoại, dựng từ dữ liệu lúc này."]]),
            new(text["So với bản đã công bố"], "#so-sanh", changes == 0 ? "done" : "doing", candidate.Public is null ? text["Lần đầu"] : changes == 0 ? text["Không khác"] : text["Có thay đổi"],
                [candidate.Public is null ? text["Chưa công bố bản nào: mọi mục ở dưới sẽ công khai lần đầu."] : text["{0} mục khác bản đang công khai.", changes]]),
        ];
    }

    private TaskLine Decision(Release? release)
    {
        var (word, state) = release is null or { State: ReleaseState.Drafting } ? (text["Chưa trình"].Value, "todo") : text.Standing(release.State, release.PublishAt > now);
        return new(text["Người thứ hai duyệt"], null, state, word, [text["Người đã soạn hoặc trình không tự duyệt được."]]);
    }

    private TaskLine Hour(Release? release) => release switch
    {
        { PublishAt: { } at, State: ReleaseState.Submitted or ReleaseState.Approved } => new(
            text["Hẹn giờ"], null, at > now ? "wait" : "done", at > now ? text["Đã hẹn"] : text["Đã đến giờ"], [text["Công bố lúc {0}.", ReleaseWords.WithWeekday(at)]]),
        { State: ReleaseState.Submitted } => new(text["Hẹn giờ"], null, "done", text["Không hẹn"], [text["Công bố ngay sau khi duyệt."]]),
        _ => new(text["Hẹn giờ"], null, "todo", text["Tùy chọn"], [text["Đặt giờ khi trình duyệt; để trống thì công bố ngay sau khi duyệt."]]),
    };
}
