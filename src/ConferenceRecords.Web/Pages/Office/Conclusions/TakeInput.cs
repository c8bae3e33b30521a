using ConferenceRecords.Domain.Conclusions;
using ConferenceRecords.Domain.Text;
using ConferenceRecords.Web.Forms;
using FluentValidation;

namespace ConferenceRecords.Web.Pages.Office.Conclusions;

/// <summary>The directives that a person has looked at and confirms.</summary>
public sealed record TakeInput(uint Version, List<TakeRow>? Rows)
{
    public IReadOnlyList<TakeRow> AllRows => Rows ?? [];
}

/// <summary>One of them. Its key is made when the form is opened: a form that is sent twice stores once.</summary>
public sealed record TakeRow(
    Guid Id, int Paragraph, int Number, string? Quote, string? Addressee, string? Text, string? DeadlineNote, string? DueOn, Guid? LeadAgencyId, List<Guid>? Cooperating)
{
    internal static TakeRow Of(ProposedDirective proposal) => new(
        Guid.CreateVersion7(), proposal.Clause.Paragraph, proposal.Clause.Number, proposal.Clause.Text, proposal.Addressee, proposal.Text, proposal.Deadline?.Words,
        proposal.Deadline?.Day is { } day ? VietnamTime.Day(day) : null, proposal.LeadAgencyId, [.. proposal.CooperatingAgencyIds]);

    internal DirectiveFacts Facts => new(Addressee, Text!, DeadlineNote, Paragraph, Number, Quote, TextRules.ToDate(DueOn), LeadAgencyId, Cooperating ?? []);

    public sealed class Validator : AbstractValidator<TakeRow>
    {
        public Validator(IReadOnlyList<Clause> clauses)
        {
            RuleFor(x => x.Addressee).OptionalText(500, "Đơn vị thực hiện dài quá 500 ký tự");
            RuleFor(x => x.Text).Text(20_000, "Nhập nội dung chỉ đạo", "Nội dung chỉ đạo dài quá 20.000 ký tự").NotStamped();
            RuleFor(x => x.DeadlineNote).OptionalText(200, "Thời hạn dài quá 200 ký tự");
            RuleFor(x => x.DueOn).OptionalDate();
            RuleFor(x => x.Text).Must((row, _) => clauses.At(row.Paragraph, row.Number) == row.Quote).WithMessage("Câu nguồn đã đổi sau khi đồng chí mở trang. Hãy quay lại phân ý và chọn lại");
        }
    }
}
