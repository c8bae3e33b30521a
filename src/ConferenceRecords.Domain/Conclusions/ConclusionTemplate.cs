using System.Globalization;
using System.Text;
using ConferenceRecords.Domain.Indicators;
using ConferenceRecords.Domain.Text;

namespace ConferenceRecords.Domain.Conclusions;

/// <summary>What a template may say, because the records say it.</summary>
/// <param name="Session">The session, as within a sentence: "Hội nghị lần thứ 12 Ban Chấp hành ...".</param>
/// <param name="Days">Days of its sittings; none where they are not known.</param>
/// <param name="Place">Where it sat; null where that is not known.</param>
/// <param name="ItemCount">Contents on the agenda.</param>
/// <param name="Groups">Name and number of contents of each group.</param>
/// <param name="Indicators">Its figures.</param>
public sealed record TemplateFacts(
    string Session, IReadOnlyList<DateOnly> Days, string? Place, int ItemCount, IReadOnlyList<(string Name, int Count)> Groups, IReadOnlyList<Indicator> Indicators);

/// <summary>A first text for a conclusion: the parts such documents have, filled with what the records know. What they don't know stays a blank to be filled in.</summary>
public static class ConclusionTemplate
{
    /// <summary>A place to be filled in by a person.</summary>
    public const string Blank = "……";

    /// <summary>Writes the text.</summary>
    /// <param name="facts">What the records say.</param>
    /// <returns>One paragraph a line.</returns>
    public static string Body(TemplateFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{When(facts.Days)}, tại {facts.Place ?? Blank}, {facts.Session} xem xét, cho ý kiến về {facts.ItemCount} nội dung. Sau khi nghe báo cáo và ý kiến thảo luận, Hội nghị kết luận như sau:");
        text.AppendLine("I. VỀ CÁC NỘI DUNG TRÌNH HỘI NGHỊ");
        foreach (var (index, group) in facts.Groups.Index()) text.AppendLine(CultureInfo.InvariantCulture, $"{index + 1}. {group.Name} ({group.Count} nội dung): {Blank}");
        text.AppendLine("II. KẾT QUẢ CHỦ YẾU");
        foreach (var (index, indicator) in facts.Indicators.Index()) text.AppendLine(CultureInfo.InvariantCulture, $"{index + 1}. {indicator.Name} {indicator.Period}: {Figure(indicator)}.");
        if (facts.Indicators.Count == 0) text.AppendLine(CultureInfo.InvariantCulture, $"1. {Blank}");
        text.AppendLine("III. NHIỆM VỤ THỜI GIAN TỚI");
        text.AppendLine(CultureInfo.InvariantCulture, $"1. {Blank} (đơn vị thực hiện): {Blank} (việc phải làm), thời hạn {Blank}.");
        text.AppendLine("IV. TỔ CHỨC THỰC HIỆN");
        text.Append(CultureInfo.InvariantCulture, $"Giao {Blank} theo dõi, đôn đốc việc thực hiện Kết luận này.");
        return text.ToString().ReplaceLineEndings("\n");
    }

    private static string When(IReadOnlyList<DateOnly> days) => days switch
    {
        [] => $"Ngày {Blank} tháng {Blank} năm {Blank}",
        [var day] => "Ngày" + VietnameseDate.Official(day)[4..],
        [var first, .., var last] => $"Từ {VietnameseDate.Official(first)} đến {VietnameseDate.Official(last)}",
    };

    /// <summary>"tăng gần 18% so với cùng kỳ": no part of a figure is left out.</summary>
    private static string Figure(Indicator i) => string.Join(' ', new[]
    {
        i.Direction, i.Qualifier, VietnameseNumber.Format(i.Value) + (i.Unit.StartsWith('%') ? "" : " ") + i.Unit, i.Base,
    }.Where(part => part is not null));
}
