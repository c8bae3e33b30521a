using ConferenceRecords.Documents.Drafts;
using FluentValidation;

namespace ConferenceRecords.Web.Forms;

/// <summary>Rules that keep classified papers out: a declaration by the person and a look for stamps, both before anything is stored.</summary>
public static class SecrecyRules
{
    /// <summary>The text carries no secrecy stamp.</summary>
    public static IRuleBuilderOptions<T, string?> NotStamped<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(text => text is null || !SecrecyStamp.IsIn(text))
            .WithMessage("Văn bản có dấu chỉ độ mật đứng riêng một dòng nên không được lưu. Không đưa tài liệu mật lên hệ thống này; nếu tài liệu không mật, hãy bỏ dòng đó rồi lưu lại");

    /// <summary>The person declared that the paper is not classified.</summary>
    public static IRuleBuilderOptions<T, bool> Declared<T>(this IRuleBuilder<T, bool> rule) =>
        rule.Equal(true).WithMessage("Xác nhận tài liệu này không mật. Tài liệu mật không được đưa lên hệ thống này");
}
