using ConferenceRecords.Domain.Conclusions;
using ConferenceRecords.Domain.Text;
using ConferenceRecords.Web.Forms;
using FluentValidation;

namespace ConferenceRecords.Web.Pages.Office.Conclusions;

/// <summary>
/// What the form of a directive brings. The place is where it comes from: "3.2", or "3" for a paragraph as a whole. To be tied again means that the words that stand there now
/// are its source from here on.
/// </summary>
public sealed record DirectiveInput(
    Guid Id, uint Version, string? Addressee, string? Text, string? DeadlineNote, string? DueOn, Guid? LeadAgencyId, List<Guid>? Cooperating, string? Place, bool Retie)
{
    public static DirectiveInput Empty { get; } = new(default, 0, null, null, null, null, null, null, null, false);

    public IReadOnlyCollection<Guid> AllCooperating => Cooperating ?? [];

    /// <summary>The facts: the words of the place are kept with them, and those of a place that stays are kept as they were read.</summary>
    internal DirectiveFacts Facts(ConclusionClauses text, Directive? stored)
    {
        var place = text.PlaceOfForm(Place);
        var isSame = stored?.Quote is not null && ConclusionClauses.Place(stored.ParagraphNumber, stored.SentenceNumber) == Place?.Trim();
        var quote = isSame && !Retie ? stored!.Quote : place is { } at && text.Clauses.At(at.Paragraph, at.Number) is { Length: <= 20_000 } words ? words : null;
        return new(Addressee, Text!, DeadlineNote, place?.Paragraph, place?.Number, quote, TextRules.ToDate(DueOn), LeadAgencyId, Cooperating ?? []);
    }

    internal static DirectiveInput? Of(Conclusion conclusion, Guid? id) =>
        conclusion.Directives.FirstOrDefault(d => d.Id == id && d.RemovedAt is null) is { } d
            ? new(
                d.Id, conclusion.Version, d.Addressee, d.Text, d.DeadlineNote, d.DueOn is { } day ? VietnamTime.Day(day) : null, d.LeadAgencyId, [.. d.CooperatingAgencyIds],
                ConclusionClauses.Place(d.ParagraphNumber, d.SentenceNumber), false)
            : null;

    /// <summary>Whether two forms say the same, whatever the version that they were opened with.</summary>
    internal bool SaysSame(DirectiveInput? other) => other is not null && Words(this) == Words(other) && AllCooperating.ToHashSet().SetEquals(other.AllCooperating);

    private static (string?, string?, string?, DateOnly?, Guid?, string?) Words(DirectiveInput i) => (Or(i.Addressee), Or(i.Text), Or(i.DeadlineNote), TextRules.ToDate(i.DueOn), i.LeadAgencyId, Or(i.Place));

    private static string? Or(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    internal sealed class Validator : AbstractValidator<DirectiveInput>
    {
        public Validator(ConclusionClauses text)
        {
            RuleFor(x => x.Addressee).OptionalText(500, "Đơn vị thực hiện dài quá 500 ký tự");
            RuleFor(x => x.Text).Text(20_000, "Nhập nội dung chỉ đạo", "Nội dung chỉ đạo dài quá 20.000 ký tự").NotStamped();
            RuleFor(x => x.DeadlineNote).OptionalText(200, "Thời hạn dài quá 200 ký tự");
            RuleFor(x => x.DueOn).OptionalDate();
            RuleFor(x => x.LeadAgencyId).Must(id => id is null || text.Agencies.Any(a => a.Id == id)).WithMessage("Giá trị không hợp lệ. Hãy chọn lại");
            RuleFor(x => x.Cooperating).Must(ids => ids is null || ids.TrueForAll(id => text.Agencies.Any(a => a.Id == id))).WithMessage("Giá trị không hợp lệ. Hãy chọn lại");
            RuleFor(x => x.Place).Must(place => string.IsNullOrWhiteSpace(place) || text.PlaceOfForm(place) is not null)
                .WithMessage("Không có đoạn này trong kết luận. Chọn một đoạn, hoặc để trống");
        }
    }
}
