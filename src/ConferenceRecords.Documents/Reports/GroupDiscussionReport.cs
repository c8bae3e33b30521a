using System.Globalization;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Documents.Word;

namespace ConferenceRecords.Documents.Reports;

/// <summary>
/// "Báo cáo tổng hợp thảo luận tổ": the groups in figures, then what they said on each content and on the session as a whole, merged opinions once with everybody who made
/// them. An internal document: it names people.
/// </summary>
public static class GroupDiscussionReport
{
    /// <summary>Most groups that get a column of their own beside the contents.</summary>
    private const int MostColumns = 8;

    /// <summary>Writes the report.</summary>
    /// <param name="discussion">What was said.</param>
    /// <returns>A Word file.</returns>
    public static byte[] Write(GroupDiscussion discussion)
    {
        ArgumentNullException.ThrowIfNull(discussion);
        using var document = new PartyDocument(new(discussion.Committee, null, "BC", ReportWords.Notice));
        document.Title("Báo cáo", $"Tổng hợp ý kiến thảo luận tổ tại {discussion.Session.Title}");
        Overview(document, discussion);
        Contents(document, discussion);
        document.Section("III. Ý KIẾN CHUNG VỀ HỘI NGHỊ");
        Opinions(document, [.. discussion.Opinions.Where(o => o.Lead.ItemId is null)], "Không có ý kiến chung.");
        document.Signature([PartyDocument.Dots + ","]);
        return document.ToArray();
    }

    private static void Overview(PartyDocument document, GroupDiscussion discussion)
    {
        var said = discussion.InGroups.ToList();
        document.Section("I. TÌNH HÌNH CHUNG");
        document.Paragraph(discussion.Groups.Count == 0
            ? "Hội nghị chưa lập tổ thảo luận trên hệ thống."
            : $"Hội nghị có {discussion.Groups.Count} tổ thảo luận với {discussion.Groups.Sum(g => g.Members)} thành viên.");
        document.Paragraph($"Các tổ có {said.Count} ý kiến; gộp các ý kiến giống nhau còn {discussion.Opinions.Count} ý kiến. Ý kiến đã gộp ghi đủ những người nêu, kể cả người nêu ở kênh khác.");
        if (said.Exists(o => o.IsIllustrative)) document.Paragraph("Ý kiến ghi “minh họa” là dữ liệu minh họa, không phải lời phát biểu thật.", italic: true);
        if (discussion.Groups.Count > 0)
        {
            document.Table(
                [new("Tổ", 14), new("Tổ trưởng", 27), new("Thư ký", 27), new("Số thành viên", 16, IsCentred: true), new("Số ý kiến", 16, IsCentred: true)],
                discussion.Groups.Select(g => new[] { g.Name, g.Leader ?? PartyDocument.Dots, g.Secretary ?? PartyDocument.Dots, Number(g.Members), Number(said.Count(o => o.GroupId == g.Id)) }));
        }
        var silent = discussion.Groups.Where(g => said.TrueForAll(o => o.GroupId != g.Id)).Select(g => g.Name).ToList();
        if (silent.Count > 0) document.Paragraph($"{string.Join(", ", silent)} chưa có ý kiến.");
        var unknown = said.Count(o => o.GroupId is null);
        if (unknown > 0) document.Paragraph($"{unknown} ý kiến ghi ở kênh thảo luận tổ nhưng chưa ghi tổ nào.");
        if (said.Count > 0) Counts(document, discussion, said);
    }

    private static void Counts(PartyDocument document, GroupDiscussion discussion, List<StandingOpinion> said)
    {
        var groups = discussion.Groups.Count <= MostColumns ? discussion.Groups : [];
        var hasUnknown = groups.Count > 0 && said.Exists(o => o.GroupId is null);
        IReadOnlyList<string> Row(string name, List<StandingOpinion> opinions) =>
        [
            name, .. groups.Select(g => Number(opinions.Count(o => o.GroupId == g.Id))), .. hasUnknown ? [Number(opinions.Count(o => o.GroupId is null))] : Array.Empty<string>(), Number(opinions.Count),
        ];
        document.Paragraph("Số ý kiến theo nội dung:");
        document.Table(
            [new("Nội dung", 50), .. groups.Select(g => new PartyColumn(g.Name, 12, IsCentred: true)), .. hasUnknown ? [new PartyColumn("Chưa ghi tổ", 12, IsCentred: true)] : Array.Empty<PartyColumn>(), new("Cộng", 12, IsCentred: true)],
            [
                .. discussion.Items.Select(i => (i, Of: said.FindAll(o => o.ItemId == i.Id))).Where(i => i.Of.Count > 0).Select(i => Row($"{i.i.Position}. {i.i.Title}", i.Of)),
                .. said.Exists(o => o.ItemId is null) ? [Row("Chung cho cả hội nghị", said.FindAll(o => o.ItemId is null))] : Array.Empty<IReadOnlyList<string>>(),
                Row("Cộng", said),
            ]);
    }

    private static void Contents(PartyDocument document, GroupDiscussion discussion)
    {
        document.Section("II. Ý KIẾN VỀ TỪNG NỘI DUNG");
        var behind = discussion.Opinions.ToLookup(o => o.Lead.ItemId);
        foreach (var item in discussion.Items.Where(i => behind[i.Id].Any()))
        {
            document.Subsection($"{item.Position}. {item.Title}{(item.IsIllustrative ? ReportWords.Sample : "")}");
            Opinions(document, [.. behind[item.Id]], "");
        }
        var silent = discussion.Items.Where(i => !behind[i.Id].Any()).Select(i => Number(i.Position)).ToList();
        if (discussion.Items.Count == 0) document.Paragraph("Chương trình chưa có nội dung.");
        else if (silent.Count == discussion.Items.Count) document.Paragraph("Chưa có ý kiến thảo luận tổ về các nội dung của chương trình.");
        else if (silent.Count > 0) document.Paragraph($"Chưa có ý kiến thảo luận tổ về nội dung: {string.Join(", ", silent)}.");
    }

    private static void Opinions(PartyDocument document, IReadOnlyList<MergedOpinion> opinions, string none)
    {
        if (opinions.Count == 0) document.Paragraph(none);
        foreach (var (index, opinion) in opinions.Index())
        {
            document.Paragraph($"({index + 1}) {ReportWords.Of(opinion.Lead.Kind)}{(opinion.Lead.IsIllustrative ? ReportWords.Sample : "")}: {opinion.Lead.Text}");
            document.Paragraph($"Người nêu: {string.Join("; ", opinion.All.Select(Proposer))}.", italic: true);
        }
    }

    private static string Proposer(StandingOpinion opinion) => $"{opinion.Speaker} ({opinion.Group ?? ReportWords.Of(opinion.Channel)})";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
