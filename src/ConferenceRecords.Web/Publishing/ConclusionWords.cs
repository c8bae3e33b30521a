using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Conclusions;
using ConferenceRecords.Web.Forms;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace ConferenceRecords.Web.Publishing;

/// <summary>What a person should look at in a conclusion, with the address of its editor.</summary>
public sealed record FindingsView(IReadOnlyList<FigureFinding> Findings, string Editor);

/// <summary>What the pages of a conclusion say of its figures, its number and the ties of its directives.</summary>
public static class ConclusionWords
{
    /// <summary>What is odd, as a sentence.</summary>
    public static string Of(this IStringLocalizer<SharedText> text, FigureFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.Kind switch
        {
            FindingKind.Number => text["Ghi “{0}”; chỉ tiêu “{1}” là {2}.", finding.Written, finding.Indicator!, finding.Stated!],
            FindingKind.Qualifier => text["Ghi “{0}”: từ chỉ mức khác chỉ tiêu “{1}” là {2}.", finding.Written, finding.Indicator!, finding.Stated!],
            FindingKind.Direction => text["Ghi “{0}” ngược chiều tăng, giảm với chỉ tiêu “{1}”.", finding.Written, finding.Indicator!],
            FindingKind.Date => text["Ngày “{0}” không có trong lịch hoặc không đúng thứ.", finding.Written],
            _ => text["Còn chỗ chưa điền: “{0}”.", finding.Written],
        };
    }

    /// <summary>
    /// Hands out the next number of a type, or looks at the one that was typed; within a transaction that lasts until the number is stored.
    /// </summary>
    /// <returns>The symbol in its usual form, empty for none; null when it can't be taken, with an error that says why.</returns>
    public static async Task<string?> NumberAsync(this PageModel page, RecordsContext records, Guid sessionId, string? typed, string? type, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(page);
        if (type is null && string.IsNullOrWhiteSpace(typed)) return "";
        await records.LockDocumentNumbersAsync(sessionId, cancel);
        var symbol = DocumentSymbol.Parse(typed);
        if (type is null)
        {
            if (await records.BearerAsync(sessionId, symbol!, cancel) is not { } bearer) return symbol!.ToString();
            page.ModelState.AddModelError("Input.Symbol", page.Text()["Số {0} đã dùng cho “{1}” trong nhiệm kỳ này. Bấm Cấp số để lấy số tiếp theo, hoặc nhập số khác", symbol!, bearer]);
            return null;
        }
        if (symbol is not null)
        {
            page.ModelState.AddModelError("Input.Symbol", page.Text()["Kết luận đã có số {0}. Muốn lấy số khác, xóa số này rồi bấm Cấp số; số bỏ trống không được dùng lại", symbol]);
            return null;
        }
        if (await records.NextSymbolAsync(sessionId, type, cancel) is { } next) return next.ToString();
        page.ModelState.AddModelError("Input.Symbol", page.Text()["Chưa có ký hiệu cơ quan ban hành của Đảng bộ nên không cấp số được. Nhập số, ký hiệu bằng tay"]);
        return null;
    }

    /// <summary>Leaves a word for the next page where directives lost their paragraph, or where other words stand in it now.</summary>
    public static void WarnOfTies(this PageModel page, IReadOnlyList<DirectiveTie> ties)
    {
        ArgumentNullException.ThrowIfNull(ties);
        var (lost, changed) = (ties.Count(t => t.Fate == TieFate.Lost), ties.Count(t => t.Fate == TieFate.Changed));
        if (lost + changed > 0) page.Warn(page.Text()["Văn bản đã đổi: {0} chỉ đạo mất đoạn đã gắn, {1} chỉ đạo gắn với đoạn có câu chữ mới. Xem các chỉ đạo được đánh dấu ở danh sách dưới.", lost, changed]);
    }
}
