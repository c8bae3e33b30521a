using ConferenceRecords.Data.Accounts;
using ConferenceRecords.Web.Forms;
using FluentValidation;

namespace ConferenceRecords.Web.Accounts;

/// <summary>What the forms of a new account and of one that is there ask alike.</summary>
public abstract record AccountInput
{
    public string? DisplayName { get; init; }

    public List<PortalRole>? Roles { get; init; }

    /// <summary>The delegate whose account it becomes.</summary>
    public Guid? DelegateId { get; init; }

    /// <summary>The agency for which the person answers.</summary>
    public Guid? AgencyId { get; init; }

    public string? Email { get; init; }

    public bool WantsMail { get; init; }

    /// <summary>The roles ticked; a form without any tick brings none at all.</summary>
    public IReadOnlyList<PortalRole> Granted => [.. (Roles ?? []).Distinct().Order()];

    /// <summary>Puts into an account what both forms ask.</summary>
    public void CopyTo(PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        (user.DisplayName, user.Roles, user.AgencyId, user.Email, user.WantsMail) = (DisplayName!, [.. Granted], AgencyId, EmailRules.Clean(Email), WantsMail);
    }

    /// <summary>The rules of both forms.</summary>
    public abstract class Rules<T> : AbstractValidator<T>
        where T : AccountInput
    {
        protected Rules()
        {
            RuleFor(x => x.DisplayName).Text(200, "Nhập họ và tên", "Họ và tên dài quá 200 ký tự");
            RuleFor(x => x.DelegateId).Must((input, id) => id is null || input.Granted.Contains(PortalRole.Delegate)).WithMessage("Chọn thêm vai trò Đại biểu, hoặc bỏ chọn đại biểu");
            RuleFor(x => x.AgencyId).Must((input, id) => id is not null || !input.Granted.Contains(PortalRole.Agency)).WithMessage("Chọn cơ quan mà người này trả lời thay");
            RuleFor(x => x.AgencyId).Must((input, id) => id is null || input.Granted.Contains(PortalRole.Agency)).WithMessage("Chọn thêm vai trò Cơ quan trả lời, hoặc bỏ chọn cơ quan");
            RuleFor(x => x.Email).OptionalEmail();
        }
    }
}
