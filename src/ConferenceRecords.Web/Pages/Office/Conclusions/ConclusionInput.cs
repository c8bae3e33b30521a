using ConferenceRecords.Domain.Conclusions;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Domain.Text;
using ConferenceRecords.Web.Forms;
using FluentValidation;

namespace ConferenceRecords.Web.Pages.Office.Conclusions;

/// <summary>What the form of a conclusion brings.</summary>
public sealed record ConclusionInput(
    Guid Id, uint Version, string? Title, string? Symbol, string? IssuedOn, string? Signer, string? Body, string? SourceNote,
    string? SignerName, string? SignedFor, string? Place, string? Recipients)
{
    public static ConclusionInput Empty { get; } = new(default, 0, null, null, null, null, null, null, null, null, null, null);

    internal ConclusionText Text => new(Title!, Body!, Symbol, TextRules.ToDate(IssuedOn), Signer, SourceNote, SignerName, SignedFor, Place, Recipients);

    public IReadOnlyList<string> Paragraphs => ConclusionText.Paragraphs(Body ?? "");

    internal static ConclusionInput Of(Conclusion conclusion) => new(
        conclusion.Id, conclusion.Version, conclusion.Title, conclusion.Symbol, conclusion.IssuedOn is { } day ? VietnamTime.Day(day) : null, conclusion.Signer, conclusion.Body,
        conclusion.SourceNote, conclusion.SignerName, conclusion.SignedFor, conclusion.Place, conclusion.Recipients);

    public sealed class Validator : AbstractValidator<ConclusionInput>
    {
        public Validator()
        {
            RuleFor(x => x.Title).Text(1000, "Nhập tên kết luận", "Tên kết luận dài quá 1.000 ký tự. Hãy rút gọn");
            RuleFor(x => x.Symbol).OptionalText(50, "Số, ký hiệu dài quá 50 ký tự").Must(text => string.IsNullOrWhiteSpace(text) || DocumentSymbol.Parse(text) is not null)
                .WithMessage("Số, ký hiệu phải có dạng 07-KL/TU: số, gạch nối, loại văn bản, gạch chéo, cơ quan ban hành. Để trống nếu chưa có số");
            RuleFor(x => x.IssuedOn).OptionalDate();
            RuleFor(x => x.Signer).OptionalText(300, "Người kết luận dài quá 300 ký tự");
            RuleFor(x => x.SignerName).OptionalText(200, "Họ và tên người ký dài quá 200 ký tự");
            RuleFor(x => x.SignedFor).OptionalText(200, "Ô Ký thay mặt dài quá 200 ký tự");
            RuleFor(x => x.Place).OptionalText(200, "Địa danh dài quá 200 ký tự");
            RuleFor(x => x.Recipients).OptionalText(2000, "Nơi nhận dài quá 2.000 ký tự. Hãy rút gọn").NotStamped();
            RuleFor(x => x.SourceNote).OptionalText(1000, "Ghi chú về nguồn dài quá 1.000 ký tự. Hãy rút gọn");
            RuleFor(x => x.Body).Text(Conclusion.BodyLength, "Nhập nội dung kết luận", "Nội dung dài quá 200.000 ký tự. Hãy chia thành nhiều văn bản").NotStamped();
        }
    }
}

/// <summary>A conclusion as its page shows it.</summary>
public sealed record ConclusionView(Guid Id, uint Version, ReleaseState State, string? ReturnReason, int EditionCount, IReadOnlyList<ConclusionView.Row> Directives)
{
    public bool IsOpen => State != ReleaseState.Submitted;

    internal static ConclusionView Of(Conclusion c)
    {
        var clauses = Clauses.Split(c.Body);
        return new(
            c.Id, c.Version, c.State, c.ReturnReason, c.EditionCount,
            [
                .. c.Directives.Where(d => d.RemovedAt is null).OrderBy(d => d.Number)
                    .Select((d, index) => new Row(d.Id, index + 1, d.Addressee, d.Text, d.DeadlineNote, d.ParagraphNumber, TieOf(d, clauses), d.Quote)),
            ]);
    }

    /// <summary>What a person should know of the tie to a paragraph: that it was lost, or that other words stand there since.</summary>
    private static TieFate? TieOf(Directive directive, IReadOnlyList<Clause> clauses) =>
        directive.Quote is not { } quote ? null
        : directive.ParagraphNumber is null ? TieFate.Lost
        : clauses.At(directive.ParagraphNumber, directive.SentenceNumber)?.Contains(quote, StringComparison.Ordinal) == true ? null : TieFate.Changed;

    public sealed record Row(Guid Id, int Number, string? Addressee, string Text, string? DeadlineNote, int? ParagraphNumber, TieFate? Tie, string? Quote);
}
