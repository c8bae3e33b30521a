using System.Text.RegularExpressions;
using FluentValidation;

namespace ConferenceRecords.Web.Forms;

/// <summary>Rules for addresses of mail: one address, without a name, of letters that every mail server takes.</summary>
public static partial class EmailRules
{
    /// <summary>Longest address that mail allows (RFC 5321).</summary>
    private const int Longest = 254;

    /// <summary>Empty, or an address.</summary>
    public static IRuleBuilderOptions<T, string?> OptionalEmail<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(text => Clean(text) is not { } address || IsEmail(address)).WithMessage("Địa chỉ thư chưa đúng. Ghi một địa chỉ, ví dụ ten@example.vn, hoặc để trống");

    /// <summary>Whether it is an address.</summary>
    public static bool IsEmail(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= Longest && Address().IsMatch(text);
    }

    /// <summary>Without blanks around it; null where there is none.</summary>
    public static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    [GeneratedRegex(@"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z0-9-]{2,63}$", RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
