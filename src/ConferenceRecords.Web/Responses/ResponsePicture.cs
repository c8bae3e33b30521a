using ConferenceRecords.Data.Queries;
using Microsoft.Extensions.Localization;

namespace ConferenceRecords.Web.Responses;

/// <summary>The ends of a session's opinions as a picture, by content: counts only, no name and no word of an opinion.</summary>
/// <param name="Items">The contents with opinions.</param>
/// <param name="Link">The address behind a content; null without one.</param>
public sealed record ResponsePicture(IReadOnlyList<ItemResponses> Items, Func<ItemResponses, string>? Link = null)
{
    /// <summary>All contents together.</summary>
    public ResponseCounts Total { get; } = Items.Total();

    /// <summary>The parts of a bar with their words, in the order of the colours.</summary>
    public static IReadOnlyList<(string Word, int Count)> Parts(IStringLocalizer<SharedText> text, ResponseCounts counts)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(counts);
        return
        [
            (text["tiếp thu"], counts.Accepted), (text["tiếp thu một phần"], counts.Partly), (text["giữ nguyên"], counts.Kept), (text["chuyển cơ quan khác"], counts.HandedOver),
            (text["trùng ý kiến khác"], counts.Duplicates), (text["đang chờ"], counts.Left),
        ];
    }
}
