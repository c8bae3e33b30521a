using ConferenceRecords.Data.Queries;
using ConferenceRecords.Documents.Reports;
using ConferenceRecords.Domain.Opinions;
using ConferenceRecords.Domain.Responses;
using ConferenceRecords.Domain.Sessions;

namespace ConferenceRecords.Documents.Tests.Reports;

/// <summary>Ledgers of any size: contents, drafts, merged opinions and every end that an opinion may have.</summary>
internal static class Ledger
{
    private static readonly Guid Agency = Guid.CreateVersion7();

    public static ResponseTable Of(int rows, Func<int, string>? opinion = null, Func<int, string?>? answer = null)
    {
        var items = Enumerable.Range(1, 7).Select(i => new ResponseItem(Guid.CreateVersion7(), i, $"Nội dung minh họa số {i}", Agency, "Sở KH&ĐT")).ToList();
        var (draft, version) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var number = 0;
        StandingOpinion Said(Guid? item, string text, Guid? lead) => new(
            Guid.CreateVersion7(), item, $"YK-12/XX-01-{++number:000}", $"Đại biểu {number}", number % 3 == 0 ? null : "Đơn vị minh họa", null, number % 4 == 0 ? "Tổ 2" : null, (OpinionKind)(number % 6),
            (OpinionChannel)(number % 5), text, lead, number % 5 == 0, 1);
        var sections = new Dictionary<Guid, string>();
        ResponseRow Row(int i)
        {
            var item = i % 8 == 7 ? null : items[i * 7 / Math.Max(rows, 7) % 7];
            var lead = Said(item?.Id, opinion?.Invoke(i) ?? $"Đề nghị làm rõ ý thứ {i} của báo cáo.", null);
            var place = item is null || i % 3 == 0 ? null : new ResponsePlace(draft, "Báo cáo minh họa", version, 1, i % 3 == 1 ? Guid.CreateVersion7() : null, i % 3 == 1 ? i + 1 : null, i % 2 == 0 ? "a)" : null);
            if (place?.Paragraph is not null) sections[lead.Id] = $"I. Phần {i / 40}";
            return new(new(lead, [.. Enumerable.Range(0, i % 10 == 0 ? 2 : 0).Select(_ => Said(item?.Id, "Ý kiến giống vậy.", lead.Id))]), item, place, Response(i, answer));
        }
        ResponseRow[] all = [.. Enumerable.Range(0, rows).Select(Row)];
        return new(
            new(Guid.CreateVersion7(), "hn", "Hội nghị lần thứ 12", 12, SessionKind.Regular, "Ban Chấp hành Đảng bộ tỉnh", "XX", 2020, 2025, null, null), "Đảng bộ tỉnh Minh Họa",
            [.. all.OrderBy(r => r.Item?.Position ?? 99)], sections);
    }

    private static GivenResponse? Response(int i, Func<int, string?>? answer)
    {
        GivenResponse Given(Disposition disposition, bool isConfirmed = true) => new(
            Agency, "Sở KH&ĐT", new(2021, 12, 3), null, disposition, answer?.Invoke(i) ?? $"Nội dung trả lời {i}.", disposition == Disposition.HandedOver ? "Sở TC" : null, null,
            disposition == Disposition.Accepted ? Guid.CreateVersion7() : null, disposition == Disposition.Accepted ? 2 : null, null, disposition == Disposition.Accepted ? i + 2 : null,
            DateTimeOffset.UnixEpoch, isConfirmed ? DateTimeOffset.UnixEpoch : null, i % 6 == 0, 1);
        return (i % 7) switch
        {
            0 => Given(Disposition.Accepted),
            1 => Given(Disposition.PartlyAccepted),
            2 => Given(Disposition.Kept),
            3 => Given(Disposition.HandedOver),
            4 => Given(Disposition.Accepted, isConfirmed: false),
            5 => Given(Disposition.Accepted) with { Disposition = null, Text = null, ChangedOrdinal = null, ChangedParagraph = null, ConfirmedAt = null, AnsweredAt = null },
            _ => null,
        };
    }
}
