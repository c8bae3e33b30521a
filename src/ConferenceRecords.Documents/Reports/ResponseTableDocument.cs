using System.Globalization;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Documents.Word;
using ConferenceRecords.Domain.Text;

namespace ConferenceRecords.Documents.Reports;

/// <summary>
/// The table of responses as a Word document: A4 landscape, four columns, grouped by content and section of the draft; merged opinions once with everybody who made them. Only
/// what the Office confirmed stands in the last column. An internal document: it names people.
/// </summary>
public static class ResponseTableDocument
{
    private static readonly IReadOnlyList<PartyColumn> Columns =
        [new("Nhóm vấn đề/ điều khoản", 17), new("Chủ thể góp ý", 21), new("Nội dung góp ý", 31), new("Nội dung tiếp thu, giải trình", 31)];

    /// <summary>Writes the document.</summary>
    /// <param name="table">The table.</param>
    /// <returns>A Word file.</returns>
    public static byte[] Write(ResponseTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        using var document = new PartyDocument(new(table.Committee, null, "BC", ReportWords.Notice), isLandscape: true);
        document.Title("Bảng tổng hợp", $"Tiếp thu, giải trình ý kiến góp ý tại {table.Session.Title}");
        foreach (var line in Preamble(table)) document.Paragraph(line);
        if (table.Rows.Any(r => r.Opinion.All.Any(o => o.IsIllustrative) || r.Response is { IsIllustrative: true }))
            document.Paragraph("Ý kiến và trả lời ghi “minh họa” là dữ liệu minh họa, không phải lời phát biểu thật.", italic: true);
        if (table.Rows.Count > 0) document.Table(Columns, Rows(table), rowsBreak: true);
        document.Signature([PartyDocument.Dots + ","]);
        return document.ToArray();
    }

    /// <summary>The counts in words; each is the number of rows (or of the opinions within them) below.</summary>
    /// <param name="table">The table.</param>
    /// <returns>The sentences.</returns>
    internal static IEnumerable<string> Preamble(ResponseTable table)
    {
        var counts = table.Counts;
        if (counts.Opinions == 0) return ["Chưa có ý kiến nào cần giải trình."];
        var waiting = counts.Left;
        return
        [
            $"Tổng số {Number(counts.Opinions)} ý kiến; gộp {Number(counts.Duplicates)} ý kiến trùng, còn {Number(table.Rows.Count)} ý kiến được tổng hợp dưới đây.",
            $"Kết quả: tiếp thu {Number(counts.Accepted)}; tiếp thu một phần {Number(counts.Partly)}; giữ nguyên {Number(counts.Kept)}; chuyển cơ quan khác {Number(counts.HandedOver)}; chưa xử lý xong {Number(waiting)}.",
        ];
    }

    /// <summary>What the last column says.</summary>
    /// <param name="row">The row.</param>
    /// <returns>Its lines.</returns>
    internal static string Outcome(ResponseRow row) => (row.State, row.Response) switch
    {
        (ResponseState.Waiting, _) => "Chưa có trả lời.",
        (ResponseState.Assigned, { } r) => $"{r.Agency} đang chuẩn bị trả lời{(r.DueOn is { } due ? $", hạn {VietnamTime.Day(due)}" : "")}.",
        (ResponseState.Answered, { } r) => $"{(r.Agency is null ? "Đã" : r.Agency + " đã")} trả lời, chờ Văn phòng xác nhận.",
        (_, { Disposition: { } disposition } r) => string.Join('\n', new[]
        {
            $"{ReportWords.Of(disposition)}{(r.HandedTo is null ? "" : $": {r.HandedTo}")}{(r.IsIllustrative ? ReportWords.Sample : "")}.", r.Text,
            Change(r) is { Length: > 0 } change ? $"Thể hiện tại: {change}." : null,
        }.Where(line => line is not null)),
        _ => "",
    };

    /// <summary>"bản 2, đoạn 14"; empty where no text carries a change.</summary>
    /// <param name="response">The response.</param>
    /// <returns>The place.</returns>
    internal static string Change(GivenResponse? response) => response?.ChangedOrdinal is not { } ordinal ? ""
        : response.ChangedParagraph is { } paragraph ? $"bản {Number(ordinal)}, đoạn {Number(paragraph)}" : $"bản {Number(ordinal)}";

    /// <summary>Where in the draft.</summary>
    /// <param name="place">The place.</param>
    /// <returns>"a) (đoạn 14, bản 1)"; for the whole draft or no draft, words that say so.</returns>
    internal static string Clause(ResponsePlace? place) => place switch
    {
        null => "Chung",
        { Paragraph: { } number, Marker: { } marker } => $"{marker} (đoạn {Number(number)}, bản {Number(place.Ordinal)})",
        { Paragraph: { } number } => $"Đoạn {Number(number)} (bản {Number(place.Ordinal)})",
        _ => $"Cả dự thảo (bản {Number(place.Ordinal)})",
    };

    /// <summary>Everybody who made it, each with the number of the opinion.</summary>
    /// <param name="opinion">The opinion.</param>
    /// <returns>Two lines each: a number is not broken at its hyphens.</returns>
    internal static string Proposers(MergedOpinion opinion) => string.Join('\n', opinion.All.Select(o =>
        $"{o.Speaker}{(o.Unit is null ? "" : ", " + o.Unit)} ({o.Group ?? ReportWords.Of(o.Channel)})\n{o.Number}{(o.IsIllustrative ? ReportWords.Sample : "")}"));

    private static IEnumerable<IReadOnlyList<string>> Rows(ResponseTable table)
    {
        foreach (var (content, sections) in table.Groups)
        {
            yield return [content];
            foreach (var (section, rows) in sections)
            {
                if (section is not null) yield return [section];
                foreach (var row in rows) yield return [Clause(row.Place), Proposers(row.Opinion), $"{ReportWords.Of(row.Opinion.Lead.Kind)}: {row.Opinion.Lead.Text}", Outcome(row)];
            }
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
