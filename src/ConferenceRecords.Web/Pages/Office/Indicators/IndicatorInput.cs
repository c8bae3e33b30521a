using ConferenceRecords.Domain.Indicators;
using ConferenceRecords.Domain.Text;
using ConferenceRecords.Web.Forms;
using FluentValidation;

namespace ConferenceRecords.Web.Pages.Office.Indicators;

/// <summary>The form of one indicator.</summary>
public sealed record IndicatorInput(
    Guid Id, uint Version, string? Name, string? Direction, string? Qualifier, string? Value, string? Unit, string? Base, string? Period)
{
    /// <summary>Words of the documents; other words are taken as well.</summary>
    public static readonly IReadOnlyList<string> Directions = ["tăng", "giảm"], Qualifiers = ["gần", "trên", "khoảng", "vượt gần", "vượt"],
        Units = ["%", "tỷ đồng", "triệu đồng/người", "triệu USD"], Bases = ["so với cùng kỳ", "so với dự toán", "so với kế hoạch"];

    /// <summary>What is stored, as the form shows it.</summary>
    public static IndicatorInput Of(Guid id, uint version, IndicatorFacts facts) =>
        new(id, version, facts.Name, facts.Direction, facts.Qualifier, VietnameseNumber.FormatForInput(facts.Value), facts.Unit, facts.Base, facts.Period);

    /// <summary>The figure of a form that passed its rules.</summary>
    public IndicatorFacts ToFacts() => new(
        TextRules.ToLine(Name)!, VietnameseNumber.TryParse(Value, out var value, out _) ? value : 0, TextRules.ToLine(Unit)!, TextRules.ToLine(Period)!,
        TextRules.ToLine(Qualifier), TextRules.ToLine(Direction), TextRules.ToLine(Base));

    public sealed class Validator : AbstractValidator<IndicatorInput>
    {
        public Validator()
        {
            RuleFor(x => x.Name).Text(300, "Nhập tên chỉ tiêu", "Tên chỉ tiêu dài quá 300 ký tự. Hãy rút gọn");
            RuleFor(x => x.Direction).OptionalText(50, "Chiều biến động dài quá 50 ký tự");
            RuleFor(x => x.Qualifier).OptionalText(50, "Từ chỉ mức dài quá 50 ký tự");
            RuleFor(x => x.Value).Number();
            RuleFor(x => x.Unit).Text(50, "Nhập đơn vị tính, ví dụ %", "Đơn vị tính dài quá 50 ký tự");
            RuleFor(x => x.Base).OptionalText(200, "Cơ sở so sánh dài quá 200 ký tự");
            RuleFor(x => x.Period).Text(100, "Nhập kỳ, ví dụ năm 2021", "Kỳ dài quá 100 ký tự");
        }
    }
}

/// <summary>An indicator as the office's list shows one.</summary>
public sealed record IndicatorLine(Guid Id, Guid SessionId, uint Version, IndicatorFacts Facts, DateTimeOffset? RemovedAt)
{
    /// <summary>The figure in words, as it will be read: "tăng gần 18% so với cùng kỳ, năm 2021".</summary>
    public string Words => InWords(Facts);

    /// <summary>The figure in words.</summary>
    public static string InWords(IndicatorFacts facts) =>
        $"{Figures.Words(facts.Value, facts.Unit, facts.Qualifier, facts.Direction)}{(facts.Base is null ? "" : " " + facts.Base)}, {facts.Period}";
}
