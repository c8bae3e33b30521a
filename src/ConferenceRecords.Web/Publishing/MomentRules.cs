using System.Text.RegularExpressions;
using ConferenceRecords.Domain.Text;
using ConferenceRecords.Web.Forms;
using FluentValidation;

namespace ConferenceRecords.Web.Publishing;

/// <summary>An hour with its day as people write it: "17:00 03/12/2021", "8 giờ 15 ngày 3/12/2021".</summary>
public static partial class MomentRules
{
    /// <summary>A moment that lies ahead, or nothing.</summary>
    public static IRuleBuilderOptionsConditions<T, string?> OptionalLaterMoment<T>(this IRuleBuilder<T, string?> rule, DateTimeOffset now) => rule.Custom((text, context) =>
    {
        if (string.IsNullOrWhiteSpace(text)) return;
        if (ToMoment(text) is not { } at) context.AddFailure("Giờ công bố phải có dạng giờ:phút ngày/tháng/năm, ví dụ 17:00 03/12/2021. Để trống nếu công bố ngay sau khi duyệt");
        else if (at <= now) context.AddFailure("Giờ công bố đã qua. Nhập giờ muộn hơn, hoặc để trống để công bố ngay sau khi duyệt");
    });

    /// <summary>Reads a moment; null where there is none.</summary>
    public static DateTimeOffset? ToMoment(string? text) =>
        Moment().Match(text ?? "") is { Success: true } match && HourRules.ToHour(match.Groups[1].Value) is { } hour && TextRules.ToDate(match.Groups[2].Value) is { } day
            ? VietnamTime.At(day, hour)
            : null;

    [GeneratedRegex(@"^\s*([0-9].*?)[\s,]+(?:ngày\s+)?([0-9]{1,2}\s*[/.-]\s*[0-9]{1,2}\s*[/.-]\s*[0-9]{4})\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Moment();
}
