using ConferenceRecords.Domain.People;
using ConferenceRecords.Domain.Text;
using FluentValidation;

namespace ConferenceRecords.Web.Forms;

/// <summary>Rules for what people type. Each reads the text by the grammar of the domain and says in Vietnamese what to do.</summary>
public static class TextRules
{
    /// <summary>A text that must be there, up to a length.</summary>
    public static IRuleBuilderOptions<T, string?> Text<T>(this IRuleBuilder<T, string?> rule, int maximum, string empty, string tooLong) =>
        rule.Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage(empty).OptionalText(maximum, tooLong);

    /// <summary>A text that may be missing, up to a length.</summary>
    public static IRuleBuilderOptions<T, string?> OptionalText<T>(this IRuleBuilder<T, string?> rule, int maximum, string tooLong) =>
        rule.Must(text => (text?.Length ?? 0) <= maximum).WithMessage(tooLong);

    /// <summary>A whole number from 0 to 9999, or nothing.</summary>
    public static IRuleBuilderOptions<T, string?> OptionalCount<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(text => string.IsNullOrWhiteSpace(text) || TryCount(text, out _)).WithMessage("Nhập số nguyên từ 0 đến 9999, ví dụ 21");

    /// <summary>A number that must be there.</summary>
    public static IRuleBuilderOptionsConditions<T, string?> Number<T>(this IRuleBuilder<T, string?> rule) => rule.Custom((text, context) =>
    {
        if (VietnameseNumber.TryParse(text, out _, out var problem)) return;
        context.AddFailure(problem switch
        {
            NumberProblem.Empty => "Nhập giá trị",
            NumberProblem.Ambiguous => "Chưa rõ dấu chấm hay phẩy là phần nghìn hay phần thập phân. Viết liền không có dấu (ví dụ 6560) nếu là hàng nghìn; viết tối đa hai chữ số sau dấu phẩy (ví dụ 6,56) nếu là số thập phân",
            NumberProblem.TooManyDecimals => "Nhập tối đa hai chữ số sau dấu phẩy, ví dụ 6,56",
            NumberProblem.WrongGroups => "Dấu chấm phải ngăn từng nhóm ba chữ số, ví dụ 1.234.567",
            NumberProblem.CommaThousands => "Dùng dấu chấm cho hàng nghìn và dấu phẩy cho phần thập phân, ví dụ 1.234,5",
            NumberProblem.TooLarge => "Số có quá nhiều chữ số",
            _ => "Nhập một số, ví dụ 6,56",
        });
    });

    /// <summary>A date, or nothing.</summary>
    public static IRuleBuilderOptionsConditions<T, string?> OptionalDate<T>(this IRuleBuilder<T, string?> rule) => rule.Custom((text, context) =>
    {
        if (!VietnameseDate.TryParse(text, out _, out var problem) && problem != DateProblem.Empty) context.AddFailure(Message(problem));
    });

    /// <summary>A date that must be there.</summary>
    public static IRuleBuilderOptionsConditions<T, string?> Date<T>(this IRuleBuilder<T, string?> rule) => rule.Custom((text, context) =>
    {
        if (!VietnameseDate.TryParse(text, out _, out var problem)) context.AddFailure(Message(problem));
    });

    /// <summary>The first or last day of a post, or nothing; a month alone will do.</summary>
    public static IRuleBuilderOptionsConditions<T, string?> OptionalPostDate<T>(this IRuleBuilder<T, string?> rule, bool isLast) => rule.Custom((text, context) =>
    {
        if (!PostDate.TryParse(text, isLast, out _, out var problem) && problem != DateProblem.Empty) context.AddFailure(Message(problem));
    });

    /// <summary>Reads a day that passed <see cref="OptionalPostDate"/>.</summary>
    public static DateOnly? ToPostDate(string? text, bool isLast) => PostDate.TryParse(text, isLast, out var date, out _) ? date : null;

    /// <summary>Cleans a text that belongs on one line; null where nothing is left.</summary>
    public static string? ToLine(string? text) => VietnameseText.CleanLine(text ?? "") is { Length: > 0 } line ? line : null;

    /// <summary>Reads a count that passed <see cref="OptionalCount"/>.</summary>
    public static int? ToCount(string? text) => TryCount(text, out var count) ? count : null;

    /// <summary>Reads a date that passed a rule above.</summary>
    public static DateOnly? ToDate(string? text) => VietnameseDate.TryParse(text, out var date, out _) ? date : null;

    private static bool TryCount(string? text, out int count)
    {
        count = 0;
        var line = text?.Trim() ?? "";
        return line.Length is > 0 and <= 4 && line.All(char.IsAsciiDigit) && int.TryParse(line, System.Globalization.CultureInfo.InvariantCulture, out count);
    }

    /// <summary>What is wrong with a date, and what to do.</summary>
    internal static string Message(DateProblem problem) => problem switch
    {
        DateProblem.Empty => "Nhập ngày, ví dụ 03/12/2021",
        DateProblem.MissingDay => "Thiếu ngày. Nhập đủ ngày/tháng/năm, ví dụ 03/12/2021",
        DateProblem.MissingYear => "Thiếu năm. Nhập đủ ngày/tháng/năm, ví dụ 03/12/2021",
        DateProblem.ShortYear => "Năm phải có bốn chữ số, ví dụ 03/12/2021",
        DateProblem.Impossible => "Không có ngày này trong lịch. Hãy kiểm tra lại ngày và tháng",
        DateProblem.WrongWeekday => "Thứ không khớp với ngày. Hãy kiểm tra lại",
        _ => "Ngày phải có dạng ngày/tháng/năm, ví dụ 03/12/2021",
    };
}
