using ConferenceRecords.Data.Queries;
using ConferenceRecords.Domain.Responses;
using ConferenceRecords.Domain.Text;
using Microsoft.Extensions.Localization;

namespace ConferenceRecords.Web.Pages.Delegates.Opinions;

/// <summary>One step on the way of an opinion.</summary>
/// <param name="State">State of its mark.</param>
/// <param name="Title">What happened.</param>
/// <param name="At">When, in words.</param>
public sealed record OpinionStep(string State, string Title, string? At = null)
{
    /// <summary>Sentences about it.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>Words of the record.</summary>
    public string? Quote { get; init; }

    public (string Href, string Word)? Link { get; init; }

    public bool IsIllustrative { get; init; }
}

/// <summary>The way of an opinion in words: recorded, merged, assigned, answered, conclusion.</summary>
internal static class OpinionSteps
{
    public static IReadOnlyList<OpinionStep> Steps(this IStringLocalizer<SharedText> text, DelegateOpinion opinion, OpinionStory story, bool isPublicHere)
    {
        var steps = new List<OpinionStep> { new("done", opinion.IsSent ? text["Văn phòng đã nhận"] : text["Văn phòng đã ghi"], VietnamTime.Moment(opinion.RecordedAt)) { Lines = [text["Số {0}", opinion.Number]] } };
        if (opinion.WithdrawnAt is { } withdrawn)
        {
            steps.Add(new("todo", text["Đồng chí đã rút ý kiến"], VietnamTime.Moment(withdrawn)));
            return steps;
        }
        if (story.LeadNumber is { } lead)
            steps.Add(new("done", text["Gộp với ý kiến {0}", lead]) { Lines = [text["Hai ý kiến nói cùng một việc nên được trả lời chung; ý kiến của đồng chí vẫn giữ nguyên lời và số."]] });
        else if (story.Behind.Count > 0)
            steps.Add(new("done", text["{0} ý kiến nói cùng việc được gộp vào ý kiến này", story.Behind.Count]) { Lines = [string.Join(", ", story.Behind)] });
        steps.Add(story is { Agency: { } agency, AssignedAt: { } assigned }
            ? new("done", text["Đã giao {0} trả lời", agency], VietnamTime.Moment(assigned)) { Lines = story is { DueOn: { } due, Answer: null } ? [text["Hạn trả lời: {0}", VietnamTime.Day(due)]] : [] }
            : new(story.Answer is null ? "todo" : "done", story.Answer is null ? text["Chưa giao cơ quan trả lời"] : text["Văn phòng trả lời"]));
        steps.Add(Answered(text, story));
        steps.Add(story.ConclusionSlug is { } slug
            ? new("done", text["Hội nghị đã có kết luận được công bố"]) { Link = isPublicHere ? ($"~/ket-luan/{slug}", text["Xem kết luận"]) : null }
            : new("todo", text["Chưa có kết luận được công bố"]));
        return steps;
    }

    private static OpinionStep Answered(IStringLocalizer<SharedText> text, OpinionStory story) => story.Answer is not { } answer
        ? new("wait", text["Chưa có trả lời"]) { Lines = [text["Trả lời hiện ở đây khi Văn phòng xác nhận."]] }
        : new("done", text["Đã trả lời: {0}", text.Of(answer.Disposition)], VietnamTime.Moment(story.AnsweredAt!.Value))
        {
            Lines = answer.Disposition == Disposition.HandedOver && story.HandedTo is { } other ? [text["Chuyển {0} xem xét.", other]] : [],
            Quote = answer.Text, IsIllustrative = story.IsIllustrative,
        };
}
