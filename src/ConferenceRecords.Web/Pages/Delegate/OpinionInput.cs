using ConferenceRecords.Domain.Opinions;
using ConferenceRecords.Web.Forms;
using FluentValidation;

namespace ConferenceRecords.Web.Pages.Delegates;

/// <summary>What the form of an opinion brings: the key of a new one or the version of the one that is changed.</summary>
public sealed record OpinionInput(Guid Id, OpinionKind? Kind, string? Text, uint Version)
{
    /// <summary>A note that stays with the delegate, instead of an opinion for the Office.</summary>
    public bool IsPrivate { get; init; }

    private const string AgreedDraft = "Nhất trí với dự thảo.", AgreedParagraph = "Nhất trí với đoạn này.";

    /// <summary>The facts; who agrees need not write it out.</summary>
    public OpinionFacts Facts(bool isOnParagraph) => new(
        Kind!.Value, OpinionChannel.Portal, string.IsNullOrWhiteSpace(Text) ? isOnParagraph ? AgreedParagraph : AgreedDraft : Text.Trim());

    public sealed class Validator : AbstractValidator<OpinionInput>
    {
        private const int TextLength = 20_000;

        public Validator()
        {
            RuleFor(x => x.Kind).NotNull().WithMessage("Chọn loại ý kiến").Unless(x => x.IsPrivate);
            RuleFor(x => x.Text).OptionalText(TextLength, "Ý kiến dài quá 20.000 ký tự. Hãy rút gọn hoặc chia thành nhiều ý kiến");
            RuleFor(x => x.Text).Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage("Nhập nội dung đề nghị").When(x => !x.IsPrivate && x.Kind is not (null or OpinionKind.Agree));
            RuleFor(x => x.Text).Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage("Nhập nội dung ghi chú").When(x => x.IsPrivate);
        }
    }
}

/// <summary>What the fields of an opinion need, for a new one and for a change.</summary>
public sealed record OpinionFields(OpinionInput Input);
