using System.Text.RegularExpressions;
using ConferenceRecords.Domain.Indicators;
using ConferenceRecords.Domain.Text;

namespace ConferenceRecords.Domain.Conclusions;

/// <summary>What a person should look at in the text of a conclusion.</summary>
public enum FindingKind
{
    /// <summary>Another number than the indicator's.</summary>
    Number,

    /// <summary>Another qualifier than the indicator's, or none, or one that it does not have.</summary>
    Qualifier,

    /// <summary>The other direction.</summary>
    Direction,

    /// <summary>A day that no calendar has, or another day of the week.</summary>
    Date,

    /// <summary>A place that was left to be filled in.</summary>
    Blank,
}

/// <summary>A place in the text that a person should look at. It warns; nothing is held up by it.</summary>
/// <param name="Kind">What is odd.</param>
/// <param name="Paragraph">Number of the paragraph, from 1.</param>
/// <param name="Written">The words as they stand there.</param>
/// <param name="IndicatorId">The indicator that is named; null for a date or a blank.</param>
/// <param name="Indicator">Its name.</param>
/// <param name="Stated">Its figure with qualifier and unit.</param>
public sealed record FigureFinding(FindingKind Kind, int Paragraph, string Written, Guid? IndicatorId = null, string? Indicator = null, string? Stated = null);

/// <summary>
/// Lays the figures of a text beside the indicators. A figure belongs to an indicator when the words between it and the figure before it, within its clause, name that
/// indicator, the unit is the same and no other year is spoken of. Number, qualifier and direction are then compared as they are written: "gần 18%" is not "18%".
/// </summary>
public static partial class FigureCheck
{
    /// <summary>Finds what differs, in the order of the text.</summary>
    /// <param name="paragraphs">The paragraphs; the n-th has number n.</param>
    /// <param name="indicators">The indicators.</param>
    /// <returns>The places to look at.</returns>
    public static IReadOnlyList<FigureFinding> Of(IReadOnlyList<string> paragraphs, IReadOnlyCollection<Indicator> indicators)
    {
        ArgumentNullException.ThrowIfNull(paragraphs);
        ArgumentNullException.ThrowIfNull(indicators);
        var named = indicators.Select(i => new NamedIndicator(i)).ToList();
        return [.. paragraphs.SelectMany((text, index) => OfParagraph(VietnameseText.CleanLine(text), index + 1, named))];
    }

    private static IEnumerable<FigureFinding> OfParagraph(string text, int number, List<NamedIndicator> indicators)
    {
        var start = 0;
        foreach (Match match in Figure().Matches(text))
        {
            if (IsYear(text, match)) continue;
            var written = new WrittenFigure(text, Math.Max(start, ClauseStart(text, match.Index)), match);
            if (!written.HasUnit && written.Qualifier.Count == 0) continue;
            start = match.Index + match.Length;
            if (Judge(written, indicators) is not ({ } indicator, { } kind)) continue;
            yield return new(kind, number, written.Words, indicator.Id, indicator.Name, indicator.Stated);
        }
        foreach (Match match in Date().Matches(text))
        {
            if (!VietnameseDate.TryParse(match.Value, out _, out var problem) && problem is DateProblem.Impossible or DateProblem.WrongWeekday)
                yield return new(FindingKind.Date, number, match.Value);
        }
        if (Blank().Match(text) is { Success: true } blank) yield return new(FindingKind.Blank, number, Around(text, blank));
    }

    /// <summary>The indicator that a figure belongs to and what is odd about the figure; none where it belongs to none or agrees with one of those it may belong to.</summary>
    private static (NamedIndicator? Indicator, FindingKind? Kind) Judge(WrittenFigure written, List<NamedIndicator> indicators)
    {
        var candidates = indicators.Select(i => (Indicator: i, Share: i.Share(written))).Where(c => c.Share > 0 && c.Indicator.IsMeasuredAs(written) && c.Indicator.IsOf(written.Year)).ToList();
        if (candidates.Count == 0) return default;
        var best = candidates.Max(c => c.Share);
        var judged = candidates.Where(c => c.Share == best).Select(c => (c.Indicator, Kind: c.Indicator.Compare(written))).ToList();
        return judged.Exists(j => j.Kind is null) ? default : judged.MinBy(j => j.Kind == FindingKind.Number);
    }

    private static bool IsYear(string text, Match figure) => figure.Length == 4 && YearBefore().IsMatch(text[..figure.Index]);

    /// <summary>A semicolon, or a full stop before a blank, ends what was spoken of.</summary>
    private static int ClauseStart(string text, int at) => ClauseEnd().Matches(text[..at]) is { Count: > 0 } ends ? ends[^1].Index + ends[^1].Length : 0;

    private static string Around(string text, Match blank)
    {
        var from = Math.Max(0, blank.Index - 30);
        var to = Math.Min(text.Length, blank.Index + blank.Length + 10);
        return text[from..to].Trim();
    }

    // Not a part of a date, a symbol of a document or a range.
    [GeneratedRegex(@"(?<![\p{L}\d/.,–-])(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)(?![\d/]|[.,]\d|-[\p{L}\d])")]
    private static partial Regex Figure();

    [GeneratedRegex(@";|[.!?](?=\s)")]
    private static partial Regex ClauseEnd();

    [GeneratedRegex(@"(?:năm|giai đoạn|nhiệm kỳ|/|-|–)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex YearBefore();

    [GeneratedRegex(@"(?:(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật),? )?(?:ngày \d{1,2} tháng \d{1,2}(?:,? năm \d{4})?|ngày \d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?(?![\d/])|(?<![\d/.-])\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?![\d/]))", RegexOptions.IgnoreCase)]
    private static partial Regex Date();

    [GeneratedRegex(@"…{2,}|\.{4,}|_{3,}")]
    private static partial Regex Blank();
}
