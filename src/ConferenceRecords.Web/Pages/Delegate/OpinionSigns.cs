using ConferenceRecords.Data.Queries;
using ConferenceRecords.Domain.Text;
using Microsoft.Extensions.Localization;

namespace ConferenceRecords.Web.Pages.Delegates;

/// <summary>Colour, words and place of an opinion, the same on every page.</summary>
internal static class OpinionSigns
{
    public static string State(this DelegateOpinion opinion) => opinion switch
    {
        { WithdrawnAt: not null } => "todo",
        { IsSent: true } or { AnsweredAt: not null } => "done",
        _ => "doing",
    };

    /// <summary>The state in words that can't be taken for one another: what the Office has, and since when.</summary>
    public static string Said(this IStringLocalizer<SharedText> text, DelegateOpinion opinion) =>
        opinion.WithdrawnAt is { } withdrawn ? text["Đã rút lúc {0}", VietnamTime.Moment(withdrawn)]
        : opinion.IsSent ? text["Đã gửi Văn phòng lúc {0}, số {1}", VietnamTime.Moment(opinion.RecordedAt), opinion.Number]
        : text["Văn phòng ghi lúc {0}, số {1}: {2}", VietnamTime.Moment(opinion.RecordedAt), opinion.Number, text.Of(opinion.Channel)];

    public static string Address(this DraftPlace place) =>
        $"~/dai-bieu/du-thao/{place.DraftId}?ban={place.Ordinal}{(place.Number is null ? "" : $"#doan-{place.Number}")}";
}
