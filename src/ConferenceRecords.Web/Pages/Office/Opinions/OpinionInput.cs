using System.Globalization;
using ConferenceRecords.Domain.Opinions;
using ConferenceRecords.Web.Forms;
using FluentValidation;

namespace ConferenceRecords.Web.Pages.Office.Opinions;

/// <summary>The form of one opinion.</summary>
public sealed record OpinionInput(
    Guid Id, Guid? ItemId, Guid? DelegateId, string? SpeakerName, OpinionKind? Kind, OpinionChannel? Channel, Guid? ParagraphId, string? Text, string? SpokenAt = null)
{
    /// <summary>In the list of contents: the session as a whole. An empty choice would be taken for it by accident.</summary>
    public static readonly Guid WholeSession = Guid.Empty;

    /// <summary>The ways on which the office records; what a delegate sends in the portal is the delegate's own act.</summary>
    public static readonly IReadOnlyList<OpinionChannel> Channels = [OpinionChannel.Plenary, OpinionChannel.Group, OpinionChannel.Ballot, OpinionChannel.Written];

    /// <summary>When it was written down at the desk, where a script says so; what is no time of the recent past is not believed.</summary>
    public DateTimeOffset? Spoken => DateTimeOffset.TryParse(SpokenAt, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at.ToUniversalTime() : null;

    /// <summary>
    /// Whether a stored opinion is this form, sent once more. Since then a colleague may have changed its words, or named the delegate behind a free
    /// name: what counts is what it was first.
    /// </summary>
    public bool IsStoredAs(Opinion stored, string firstText, Guid sessionId, Guid? groupId) =>
        stored.SessionId == sessionId && stored.GroupId == groupId && (stored.ItemId ?? WholeSession) == ItemId && firstText == Text
        && (stored.SpeakerName ?? "") == (SpeakerName ?? "") && (stored.DelegateId == DelegateId || (DelegateId is null && stored.SpeakerName is not null));

    public sealed class Validator : AbstractValidator<OpinionInput>
    {
        public Validator()
        {
            RuleFor(x => x.Id).NotEmpty().WithMessage("Biểu mẫu không đầy đủ. Hãy tải lại trang");
            RuleFor(x => x.ItemId).NotNull().WithMessage("Chọn nội dung");
            RuleFor(x => x.SpeakerName).OptionalText(200, "Tên người phát biểu dài quá 200 ký tự");
            RuleFor(x => x.DelegateId).Must((x, id) => id is not null || !string.IsNullOrWhiteSpace(x.SpeakerName)).WithMessage("Chọn đại biểu hoặc ghi tên người phát biểu khác");
            RuleFor(x => x.SpeakerName).Must((x, name) => x.DelegateId is null || string.IsNullOrWhiteSpace(name)).WithMessage("Đã chọn đại biểu thì bỏ trống ô này");
            RuleFor(x => x.Kind).NotNull().WithMessage("Chọn loại ý kiến");
            RuleFor(x => x.Channel).Must(channel => channel is { } c && Channels.Contains(c)).WithMessage("Chọn kênh nhận ý kiến");
            RuleFor(x => x.Text).OpinionText();
        }
    }
}

/// <summary>The rules for the words of an opinion.</summary>
internal static class OpinionRules
{
    public static void OpinionText<T>(this IRuleBuilderInitial<T, string?> rule) => rule.Cascade(CascadeMode.Stop)
        .Text(20_000, "Nhập ý kiến", "Ý kiến dài quá 20.000 ký tự. Hãy chia thành nhiều ý kiến").NotStamped();
}
