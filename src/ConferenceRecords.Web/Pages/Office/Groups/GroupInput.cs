using ConferenceRecords.Data.Queries;
using ConferenceRecords.Domain.Text;
using ConferenceRecords.Web.Forms;
using ConferenceRecords.Web.Pages.Office.Opinions;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace ConferenceRecords.Web.Pages.Office.Groups;

/// <summary>The form of a discussion group.</summary>
public sealed record GroupInput(Guid Id, string? Name, Guid? LeaderId, Guid? SecretaryId, uint Version = 0)
{
    public sealed class Validator : AbstractValidator<GroupInput>
    {
        public Validator() => RuleFor(x => x.Name).Text(100, "Nhập tên tổ, ví dụ Tổ 1", "Tên tổ dài quá 100 ký tự. Hãy rút gọn");
    }
}

/// <summary>What the forms of a group check alike.</summary>
internal static class GroupForms
{
    /// <summary>Who may lead a group or keep its record: its members first, then everybody else who is invited.</summary>
    public static IReadOnlyList<SelectListItem> Choices(this PageModel page, IReadOnlyList<MemberLine> people, Guid groupId)
    {
        var places = people.ToDictionary(p => p.Person.Id.ToString(), p => p.GroupId == groupId);
        var (inside, outside) = (new SelectListGroup { Name = page.Text()["Trong tổ"] }, new SelectListGroup { Name = page.Text()["Đại biểu khác"] });
        var all = DelegateChoices.Of(people.Select(p => p.Person));
        foreach (var choice in all) choice.Group = places[choice.Value] ? inside : outside;
        return [.. all.OrderBy(choice => choice.Group == inside ? 0 : 1)];
    }

    /// <summary>Checks the form against the people and the other groups of the session.</summary>
    public static bool Check(this PageModel page, GroupInput input, IReadOnlyList<MemberLine> people, IEnumerable<GroupLine> groups)
    {
        page.Validate(input, new GroupInput.Validator());
        Invited(input.LeaderId, nameof(input.LeaderId));
        Invited(input.SecretaryId, nameof(input.SecretaryId));
        if (input.Name is { } name && groups.Any(g => g.Id != input.Id && g.RemovedAt is null && VietnameseText.AccentedKey(g.Name) == VietnameseText.AccentedKey(name)))
            page.ModelState.AddModelError("Input.Name", page.Text()["Đã có tổ mang tên này. Nhập tên khác"]);
        return page.ModelState.IsValid;

        void Invited(Guid? delegateId, string field)
        {
            if (delegateId is { } id && people.All(p => p.Person.Id != id))
                page.ModelState.AddModelError($"Input.{field}", page.Text()["Người này không được mời dự hội nghị. Chọn lại"]);
        }
    }
}
