using ConferenceRecords.Domain.Responses;
using ConferenceRecords.Web.Forms;
using FluentValidation;

namespace ConferenceRecords.Web.Responses;

/// <summary>The form of an answer, with the version of the record it was opened on; 0 while there is none.</summary>
public sealed record AnswerInput(uint Version, Disposition? Disposition, string? Text, Guid? HandedToId, Guid? ChangedVersionId, string? ChangedParagraph)
{
    /// <summary>Which words of the opinion the person read, by <see cref="Domain.Opinions.Opinion.Revision"/>.</summary>
    public int Words { get; init; }

    /// <summary>Whether the answer promises another text; only then a place of the change is kept.</summary>
    public bool TakesIn => Disposition is Domain.Responses.Disposition.Accepted or Domain.Responses.Disposition.PartlyAccepted;

    public sealed class Validator : AbstractValidator<AnswerInput>
    {
        public Validator()
        {
            RuleFor(x => x.Disposition).NotNull().WithMessage("Chọn kết quả xử lý");
            RuleFor(x => x.Text).OptionalText(20_000, "Nội dung trả lời dài quá 20.000 ký tự. Hãy rút gọn");
            RuleFor(x => x.Text).Must(HasText).When(x => x.Disposition == Domain.Responses.Disposition.PartlyAccepted).WithMessage("Nhập phần không tiếp thu và lý do");
            RuleFor(x => x.Text).Must(HasText).When(x => x.Disposition == Domain.Responses.Disposition.Kept).WithMessage("Nhập lý do giữ nguyên");
            RuleFor(x => x.Text).Must(HasText).When(x => x.Disposition == Domain.Responses.Disposition.HandedOver).WithMessage("Nhập lý do chuyển cơ quan khác");
            RuleFor(x => x.HandedToId).NotNull().When(x => x.Disposition == Domain.Responses.Disposition.HandedOver).WithMessage("Chọn cơ quan nhận ý kiến");
            RuleFor(x => x.ChangedParagraph).OptionalCount().When(x => x.TakesIn);
            RuleFor(x => x.ChangedVersionId).NotNull().When(x => x.TakesIn && !string.IsNullOrWhiteSpace(x.ChangedParagraph)).WithMessage("Chọn bản có đoạn này");
        }

        private static bool HasText(string? text) => !string.IsNullOrWhiteSpace(text);
    }
}
