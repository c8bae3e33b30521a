using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.Domain.Text;

namespace ConferenceRecords.Domain.Responses;

/// <summary>Which paragraphs stand under which heading. A heading ends where one follows that is numbered as it is, or as one above it.</summary>
internal sealed class DraftSections
{
    private readonly Dictionary<Guid, List<Guid>> under = [];

    public DraftSections(IReadOnlyList<ComparedParagraph> paragraphs)
    {
        var open = new List<(string Form, Guid Id)>();
        foreach (var paragraph in paragraphs)
        {
            if (paragraph.Kind == ParagraphKind.Heading)
            {
                var form = Form(paragraph);
                var same = open.FindIndex(o => o.Form == form);
                if (same >= 0) open.RemoveRange(same, open.Count - same);
                open.Add((form, paragraph.Id));
                under[paragraph.Id] = [];
            }
            foreach (var (_, heading) in open) under[heading].Add(paragraph.Id);
        }
    }

    /// <summary>The heading and what stands under it.</summary>
    public IReadOnlyList<Guid> Under(Guid heading) => under[heading];

    /// <summary>How a heading is numbered: "I", "1", "1.1", "a", or by its first word as in "Phần thứ nhất".</summary>
    private static string Form(ComparedParagraph heading)
    {
        var number = (heading.Marker ?? "").Trim().TrimEnd('.', ')', ':', '/');
        if (number.Length == 0) return VietnameseText.Fold(heading.Text).Split(' ')[0] is ("phan" or "chuong" or "muc" or "dieu") and var word ? word : "";
        if (number.All(c => char.IsAsciiDigit(c) || c == '.')) return $"1/{number.Count(c => c == '.')}";
        if (number.All(c => "IVXLC".Contains(c, StringComparison.Ordinal))) return "I";
        return number.Length == 1 ? char.IsUpper(number[0]) ? "A" : "a" : VietnameseText.Fold(number).Split(' ')[0];
    }
}
