using ConferenceRecords.Domain.Committees;
using ConferenceRecords.Domain.FollowUp;
using ConferenceRecords.Web.Forms;
using FluentValidation;

namespace ConferenceRecords.Web.Pages.Office.Tasks;

/// <summary>What the form of a task brings; the deadline only where it is a new one.</summary>
public sealed record TaskInput(
    Guid Id, uint Version, Guid? Directive, string? Text, Guid? LeadAgencyId, List<Guid>? Cooperating, string? Product, string? DeadlineNote, string? DueOn, bool IsPublic)
{
    public IReadOnlyCollection<Guid> AllCooperating => Cooperating ?? [];

    internal TaskFacts Facts => new(Text!, LeadAgencyId, Cooperating ?? [], Product, DeadlineNote, IsPublic);

    public sealed class Validator : AbstractValidator<TaskInput>
    {
        public Validator(IReadOnlyList<Agency> agencies)
        {
            RuleFor(x => x.Text).Text(20_000, "Nhập nội dung nhiệm vụ", "Nội dung nhiệm vụ dài quá 20.000 ký tự").NotStamped();
            RuleFor(x => x.LeadAgencyId).Must(id => id is null || agencies.Any(a => a.Id == id)).WithMessage("Giá trị không hợp lệ. Hãy chọn lại");
            RuleFor(x => x.Cooperating).Must(ids => ids is null || ids.TrueForAll(id => agencies.Any(a => a.Id == id))).WithMessage("Giá trị không hợp lệ. Hãy chọn lại");
            RuleFor(x => x.Product).OptionalText(1000, "Sản phẩm dài quá 1.000 ký tự. Hãy rút gọn").NotStamped();
            RuleFor(x => x.DeadlineNote).OptionalText(200, "Thời hạn dài quá 200 ký tự").NotStamped();
            RuleFor(x => x.DueOn).OptionalDate();
        }
    }
}
