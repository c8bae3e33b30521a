using System.Globalization;
using System.Text.RegularExpressions;
using FluentValidation;

namespace ConferenceRecords.Web.Forms;

/// <summary>Hours of a day as people write them: "17:00", "17h30", "17 giờ", "8 giờ 15".</summary>
public static partial class HourRules
{
    /// <summary>An hour, or nothing.</summary>
    public static IRuleBuilderOptions<T, string?> OptionalHour<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(text => string.IsNullOrWhiteSpace(text) || ToHour(text) is not null).WithMessage("Giờ phải có dạng giờ:phút, ví dụ 17:00");

    /// <summary>Reads an hour; null where there is none.</summary>
    public static TimeOnly? ToHour(string? text) =>
        Hour().Match(text ?? "") is { Success: true } match
            ? new(int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture), match.Groups[2].Success ? int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture) : 0)
            : null;

    [GeneratedRegex(@"^\s*([01]?[0-9]|2[0-3])\s*(?:(?::|h|giờ)\s*([0-5][0-9])|h|giờ)?\s*(?:phút)?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Hour();
}
