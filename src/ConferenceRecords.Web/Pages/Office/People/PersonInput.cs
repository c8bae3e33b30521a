using ConferenceRecords.Data.Queries;
using ConferenceRecords.Domain.People;
using ConferenceRecords.Domain.Text;
using ConferenceRecords.Web.Forms;
using FluentValidation;

namespace ConferenceRecords.Web.Pages.Office.People;

/// <summary>A person who is entered by hand, with what the person holds now.</summary>
/// <param name="Id">Key of the person.</param>
/// <param name="FullName">Full name.</param>
/// <param name="Position">Position.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Membership">Key of the body and term; empty for a guest.</param>
/// <param name="Since">First day of the position.</param>
/// <param name="AddAnyway">Somebody of the same name is there, and it is another person.</param>
public sealed record PersonInput(Guid Id, string? FullName, string? Position, string? Unit, string? Membership, string? Since, bool AddAnyway)
{
    public string Name => VietnameseText.CleanLine(FullName ?? "");

    /// <summary>What input that passed the rules says the person holds; null where it says nothing.</summary>
    public PostFacts? Post(Membership? membership)
    {
        var facts = new PostFacts(TextRules.ToLine(Position), TextRules.ToLine(Unit), membership?.BodyId, membership?.TermId, TextRules.ToPostDate(Since, isLast: false));
        return facts is { Position: null, Unit: null, BodyId: null, Since: null } ? null : facts;
    }

    public sealed class Validator : AbstractValidator<PersonInput>
    {
        public Validator()
        {
            RuleFor(x => x.FullName).Text(200, "Nhập họ và tên", "Họ và tên dài quá 200 ký tự");
            RuleFor(x => x.Position).OptionalText(300, "Chức vụ dài quá 300 ký tự. Hãy rút gọn");
            RuleFor(x => x.Unit).OptionalText(300, "Tên đơn vị dài quá 300 ký tự. Hãy rút gọn");
            RuleFor(x => x.Since).OptionalPostDate(isLast: false);
        }
    }
}
