using ConferenceRecords.Domain.Opinions;
using FluentValidation;

namespace ConferenceRecords.Web.Pages.Office.Opinions;

/// <summary>The form that changes an opinion, with the version of the record and the words that it was opened on.</summary>
public sealed record EditInput(uint Version, int Revision, OpinionKind? Kind, OpinionChannel? Channel, Guid? DelegateId, string? Text)
{
    public sealed class Validator : AbstractValidator<EditInput>
    {
        public Validator()
        {
            RuleFor(x => x.Kind).NotNull().WithMessage("Chọn loại ý kiến");
            RuleFor(x => x.Channel).Must(channel => channel is { } c && OpinionInput.Channels.Contains(c)).WithMessage("Chọn kênh nhận ý kiến");
            RuleFor(x => x.Text).OpinionText();
        }
    }
}
