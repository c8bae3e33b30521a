using System.Globalization;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Domain.Responses;
using ConferenceRecords.Domain.Sessions;
using ConferenceRecords.Domain.Text;

namespace ConferenceRecords.Documents.OpenData;

/// <summary>A label and what it says.</summary>
/// <param name="Label">Label.</param>
/// <param name="Value">Value.</param>
public sealed record OutlineFact(string Label, string Value);

/// <summary>A numbered entry: a paragraph, a content, a directive, a figure.</summary>
/// <param name="Id">Its anchor on the page; the same in every edition.</param>
/// <param name="Number">Number as shown.</param>
/// <param name="Text">Text.</param>
/// <param name="Facts">What else is said of it.</param>
public sealed record OutlineEntry(string Id, string Number, string Text, params IReadOnlyList<OutlineFact> Facts);

/// <summary>Entries under a heading.</summary>
/// <param name="Id">Its anchor.</param>
/// <param name="Heading">Heading; null without.</param>
/// <param name="Entries">The entries.</param>
public sealed record OutlineSection(string Id, string? Heading, IReadOnlyList<OutlineEntry> Entries);

/// <summary>A public page without its looks: what the text and the XML of it say.</summary>
/// <param name="Title">Title.</param>
/// <param name="Facts">Facts at its beginning.</param>
/// <param name="Notes">Paragraphs without number before the sections.</param>
/// <param name="Sections">The sections in order.</param>
public sealed record Outline(string Title, IReadOnlyList<OutlineFact> Facts, IReadOnlyList<string> Notes, IReadOnlyList<OutlineSection> Sections)
{
    /// <summary>Takes an edition apart as its page shows it.</summary>
    /// <param name="edition">The edition.</param>
    /// <returns>The outline.</returns>
    public static Outline Of(OpenEdition edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return edition.Bundle switch
        {
            SessionBundle bundle when edition.Part == PublicPart.Conclusion => Conclusion(edition, bundle),
            SessionBundle bundle when edition.Part == PublicPart.Indicators => Indicators(edition, bundle),
            SessionBundle bundle => Session(edition, bundle),
            PapersBundle bundle when bundle.Papers.FirstOrDefault(p => p.Number == edition.Paper) is { } paper => Paper(edition, paper),
            PapersBundle bundle => Papers(edition, bundle),
            OpinionSummaryBundle bundle => Summary(edition, bundle),
            FollowUpBundle bundle => FollowUp(edition, bundle),
            _ => throw new ArgumentException("An edition without a page", nameof(edition)),
        };
    }

    /// <summary>The whole figure, with what must never be dropped: "tăng gần 18%".</summary>
    internal static string Figure(PublicIndicator figure)
    {
        var isPercent = figure.Unit == "%";
        return Joined(" ", figure.Direction, figure.Qualifier, VietnameseNumber.Format(figure.Value) + (isPercent ? "%" : null), isPercent ? null : figure.Unit);
    }

    private static Outline Session(OpenEdition edition, SessionBundle bundle) => new(
        edition.Title, [.. OfSession(bundle.Session), .. OfEdition(edition)], [],
        [
            .. bundle.Categories.Index().Select(c => new OutlineSection(
                Id("nhom", c.Index + 1), c.Item.Name,
                [.. c.Item.Items.Select(i => new OutlineEntry(
                    Id("noi-dung", i.Number), Digits(i.Number), i.Title,
                    Present(("Cơ quan chủ trì", i.LeadAgency), ("Ghi chú về nguồn", i.SourceNote), ("Lưu ý", i.IsIllustrative ? "dữ liệu minh họa" : null))))])),
        ]);

    private static Outline Conclusion(OpenEdition edition, SessionBundle bundle)
    {
        var c = bundle.Conclusion;
        var head = Present(
            ("Hội nghị", bundle.Session.Title), ("Số, ký hiệu", c.Symbol ?? "nguồn không ghi"), ("Ngày văn bản", c.IssuedOn is { } day ? VietnamTime.Day(day) : "nguồn không ghi"),
            ("Nơi ban hành", c.Place), ("Người kết luận", c.Signer ?? "nguồn không ghi"), ("Người ký", Joined(" ", c.SignedFor, c.SignerName)),
            ("Nơi nhận", c.Recipients is { Count: > 0 } recipients ? string.Join("; ", recipients) : null));
        var paragraphs = new OutlineSection("noi-dung-ket-luan", "Nội dung kết luận", [.. c.Paragraphs.Index().Select(p => new OutlineEntry(Id("doan", p.Index + 1), Digits(p.Index + 1), p.Item))]);
        var directives = c.Directives.GroupBy(d => d.Addressee).Index().Select(g => new OutlineSection(
            Id("don-vi", g.Index + 1), $"Nội dung chỉ đạo: {g.Item.Key ?? "nguồn không ghi đơn vị thực hiện"}",
            [.. g.Item.Select(d => new OutlineEntry(
                Id("chi-dao", d.Number), Digits(d.Number), d.Text,
                Present(
                    ("Thời hạn", Joined(", ", d.DeadlineNote, d.DueOn is { } due ? VietnamTime.Day(due) : null)), ("Cơ quan chủ trì", d.LeadAgency),
                    ("Cơ quan phối hợp", d.CooperatingAgencies is { Count: > 0 } agencies ? string.Join("; ", agencies) : null),
                    ("Theo đoạn", d.ParagraphNumber is { } paragraph ? Digits(paragraph) : null))))]));
        return new(edition.Title, [.. head, .. OfEdition(edition)], c.SourceNote is { } note ? [note] : [], [paragraphs, .. directives]);
    }

    private static Outline Indicators(OpenEdition edition, SessionBundle bundle) => new(
        edition.Title, OfEdition(edition), [],
        [
            new("so-lieu", "Số liệu",
            [
                .. bundle.Indicators.Index().Select(i => new OutlineEntry(
                    Id("chi-tieu", i.Index + 1), Digits(i.Index + 1), $"{i.Item.Name}: {Figure(i.Item)}",
                    Present(
                        ("Kỳ", i.Item.Period), ("Cơ sở so sánh", i.Item.Base),
                        ("Nêu tại", FigureSource.Paragraph(bundle.Conclusion, i.Item) is { } paragraph ? $"đoạn {paragraph} của kết luận" : null)))),
            ]),
        ]);

    private static Outline Papers(OpenEdition edition, PapersBundle bundle) => new(
        edition.Title, OfEdition(edition), [],
        [
            .. bundle.Papers.GroupBy(p => p.ItemTitle).Index().Select(g => new OutlineSection(
                Id("nhom", g.Index + 1), g.Item.Key,
                [.. g.Item.Select(p => new OutlineEntry(
                    Id("tai-lieu", p.Number), Digits(p.Number), p.Title,
                    Present(("Bản", Digits(p.Version)), ("Địa chỉ", $"{edition.Address}/{p.Number}"), ("Lưu ý", p.IsIllustrative ? "dữ liệu minh họa" : null))))])),
        ]);

    private static Outline Paper(OpenEdition edition, PublicPaper paper) => new(
        edition.Title,
        [
            .. Present(("Nội dung", paper.ItemTitle), ("Bản dự thảo", Digits(paper.Version)), ("Lưu ý", paper.IsIllustrative ? "dữ liệu minh họa" : null)), .. OfEdition(edition),
        ],
        [],
        [
            new("van-ban", null,
                [.. paper.Paragraphs.Select(p => new OutlineEntry(Id("doan", p.Number), Digits(p.Number), Joined(" ", p.Marker, p.Text.Replace("\t", " | ", StringComparison.Ordinal))))]),
        ]);

    private static Outline Summary(OpenEdition edition, OpinionSummaryBundle bundle) => new(
        edition.Title, OfEdition(edition), bundle.Introduction is { } introduction ? introduction.Split('\n', StringSplitOptions.RemoveEmptyEntries) : [],
        [
            .. bundle.Lines.GroupBy(l => l.ItemTitle).Index().Select(g => new OutlineSection(
                Id("nhom", g.Index + 1), g.Item.Key ?? "Chung cả hội nghị",
                [.. g.Item.Select(l => new OutlineEntry(
                    Id("y-kien", l.Number), Digits(l.Number), l.Text,
                    Present(
                        ("Số lượt ý kiến", Digits(l.Proposals)), ("Kết quả", l.Disposition is { } result ? Word(result) : "đang tiếp thu, giải trình"), ("Giải trình", l.Answer),
                        ("Người phát biểu", l.Speakers), ("Lưu ý", l.IsIllustrative ? "dữ liệu minh họa" : null))))])),
        ]);

    private static Outline FollowUp(OpenEdition edition, FollowUpBundle bundle) => new(
        edition.Title, [new("Tính đến ngày", VietnamTime.Day(bundle.AsOf)), .. OfEdition(edition)],
        bundle.Introduction is { } introduction ? introduction.Split('\n', StringSplitOptions.RemoveEmptyEntries) : [],
        [
            new("nhiem-vu", "Nhiệm vụ",
            [
                .. bundle.Tasks.Select(t => new OutlineEntry(
                    Id("nhiem-vu", t.Number), Digits(t.Number), t.Text,
                    Present(
                        ("Trạng thái", Word(t.Status)), ("Cơ quan chủ trì", t.LeadAgency), ("Cơ quan phối hợp", t.CooperatingAgencies.Count > 0 ? string.Join("; ", t.CooperatingAgencies) : null),
                        ("Sản phẩm", t.Product), ("Thời hạn", Joined(", ", t.DeadlineNote, t.DueOn is { } due ? VietnamTime.Day(due) : null)),
                        ("Thời hạn ban đầu", t.FirstDueOn is { } first && first != t.DueOn ? VietnamTime.Day(first) : null), ("Hoàn thành ngày", t.DoneOn is { } done ? VietnamTime.Day(done) : null),
                        ("Báo cáo", t.Report), ("Lưu ý", t.IsIllustrative ? "dữ liệu minh họa" : null)))),
            ]),
        ]);

    private static IReadOnlyList<OutlineFact> OfSession(PublicSession s) => Present(
        ("Đảng bộ", s.Committee), ("Cơ quan họp", s.Body), ("Nhiệm kỳ", $"khóa {s.TermLabel}, nhiệm kỳ {s.TermStart}-{s.TermEnd}"),
        ("Thời gian", s.TimeNote ?? (s.Sittings.Count == 0 ? "nguồn không ghi" : null)), ("Các buổi", Joined("; ", [.. s.Sittings.Select(Sitting)])), ("Chủ trì", s.Chair ?? "nguồn không ghi"),
        ("Số ý kiến", s.StatedOpinionCount is { } opinions ? Joined(" ", s.StatedOpinionQualifier, Digits(opinions), "lượt ý kiến") : null),
        ("Số nội dung nguồn nêu", s.StatedItemCount is { } items ? Digits(items) : null));

    private static IReadOnlyList<OutlineFact> OfEdition(OpenEdition edition) =>
    [
        new("Bản công bố", $"bản {edition.Bundle.Edition}, công bố lúc {VietnamTime.Moment(edition.Bundle.PublishedAt)}"),
        new("Địa chỉ của bản này", edition.Permanent),
        new("SHA-256 của gói dữ liệu", edition.Hash),
    ];

    private static string Sitting(PublicSitting sitting) => Joined(", ", $"{(sitting.Part == DayPart.Morning ? "buổi sáng" : "buổi chiều")} {VietnamTime.Day(sitting.Date)}", sitting.Place);

    private static string Word(Disposition disposition) => disposition switch
    {
        Disposition.Accepted => "tiếp thu toàn bộ",
        Disposition.PartlyAccepted => "tiếp thu một phần",
        Disposition.HandedOver => "chuyển cơ quan khác",
        _ => "giữ nguyên",
    };

    private static string Word(FollowUpStatus status) => status switch
    {
        FollowUpStatus.DoneInTime => "hoàn thành trong hạn",
        FollowUpStatus.DoneLate => "hoàn thành quá hạn",
        FollowUpStatus.OngoingLate => "đang thực hiện, quá hạn",
        _ => "đang thực hiện, trong hạn",
    };

    private static IReadOnlyList<OutlineFact> Present(params IReadOnlyList<(string Label, string? Value)> facts) =>
        [.. facts.Where(f => !string.IsNullOrWhiteSpace(f.Value)).Select(f => new OutlineFact(f.Label, f.Value!))];

    private static string Joined(string separator, params IReadOnlyList<string?> parts) => string.Join(separator, parts.Where(p => !string.IsNullOrWhiteSpace(p)));

    private static string Id(string anchor, int number) => string.Create(CultureInfo.InvariantCulture, $"{anchor}-{number}");

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
