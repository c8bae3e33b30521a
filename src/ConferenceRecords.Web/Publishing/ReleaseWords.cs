using ConferenceRecords.Data.Queries;
using ConferenceRecords.Documents.OpenData;
using ConferenceRecords.Domain.Conclusions;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Domain.Text;
using ConferenceRecords.Web.OpenData;
using Microsoft.Extensions.Localization;

namespace ConferenceRecords.Web.Publishing;

/// <summary>The words and addresses of what can be made public.</summary>
public static class ReleaseWords
{
    /// <summary>Its part of an address, in the office and in public.</summary>
    public static string Slug(this ReleaseKind kind) => PublicAddresses.Folder(PublicAddresses.Part(kind));

    /// <summary>The kind that an address names; null for none.</summary>
    public static ReleaseKind? KindOf(string? slug) => Enum.GetValues<ReleaseKind>().Cast<ReleaseKind?>().FirstOrDefault(kind => kind!.Value.Slug() == slug);

    /// <summary>What a bundle makes public.</summary>
    public static ReleaseKind Kind(this EditionBundle bundle) => bundle switch
    {
        SessionBundle => ReleaseKind.Conclusion,
        PapersBundle => ReleaseKind.Papers,
        OpinionSummaryBundle => ReleaseKind.OpinionSummary,
        _ => ReleaseKind.FollowUp,
    };

    /// <summary>The public page, to be completed with the path base.</summary>
    public static string PublicAddress(this ReleaseKind kind, string session) => "~" + kind.Page(session);

    public static string Of(this IStringLocalizer<SharedText> text, ReleaseKind kind) => kind switch
    {
        ReleaseKind.Conclusion => text["Kết luận"],
        ReleaseKind.Papers => text["Tài liệu"],
        ReleaseKind.OpinionSummary => text["Tổng hợp ý kiến"],
        _ => text["Tình hình thực hiện"],
    };

    /// <summary>What a release is called: the title of a conclusion, otherwise its kind and the session.</summary>
    public static string Name(this IStringLocalizer<SharedText> text, ReleaseKind kind, string? conclusion, string session) => kind == ReleaseKind.Conclusion && conclusion is not null ? conclusion : $"{text.Of(kind)}: {session}";

    /// <summary>Where it stands; what is approved for later is not public yet.</summary>
    public static (string Word, string Tag) Standing(this IStringLocalizer<SharedText> text, ReleaseState state, bool isScheduled) => state switch
    {
        ReleaseState.Submitted => (text["Chờ duyệt"], "wait"),
        ReleaseState.Approved when isScheduled => (text["Đã duyệt, chờ giờ công bố"], "wait"),
        ReleaseState.Approved => (text["Đã công bố"], "done"),
        ReleaseState.Withdrawn => (text["Đã thu hồi"], "late"),
        _ => (text["Đang soạn"], "doing"),
    };

    /// <summary>An hour with its day: "17:00 thứ Sáu 03/12/2021".</summary>
    public static string WithWeekday(DateTimeOffset at) => $"{VietnamTime.Moment(at)[..5]} {DeadlineWords.Weekday(VietnamTime.DateOf(at))}";

    /// <summary>What has to be typed before something grave: the symbol of a conclusion, or the name of the session; either will do.</summary>
    public static IReadOnlyList<string> Confirmations(this IStringLocalizer<SharedText> text, Release release, SessionHead session) =>
        [.. new[] { (release as Conclusion)?.Symbol, (release as Conclusion)?.Title, text.ShortTitle(session), session.Title }.OfType<string>().Distinct()];

    /// <summary>Whether what was typed is one of these, whatever its marks and letters are like.</summary>
    public static bool Confirms(this IReadOnlyList<string> accepted, string? typed) =>
        !string.IsNullOrWhiteSpace(typed) && accepted.Any(a => VietnameseText.Fold(VietnameseText.CleanLine(a)) == VietnameseText.Fold(VietnameseText.CleanLine(typed)));

    /// <summary>How much of each part becomes public: "21 nội dung".</summary>
    public static IReadOnlyList<(string Part, int Count)> Counts(this IStringLocalizer<SharedText> text, EditionBundle bundle) =>
        [.. BundleDifference.Between(null, bundle).Where(d => d.Fields.Count > 0).GroupBy(d => d.Part).Select(part => (text.Of(part.Key), part.Count()))];
}
