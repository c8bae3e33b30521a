using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.Domain.Opinions;
using ConferenceRecords.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Tests.Drafts;

/// <summary>A draft of Conference 12 with two versions: one paragraph changed, one removed, one added, one moved, one divided.</summary>
internal static class Revisions
{
    private const string Growth = "Tốc độ tăng trưởng kinh tế năm 2022 đạt 6,5% trở lên so với năm trước.";
    private const string Roads = "Giao Sở Giao thông vận tải hoàn thành tuyến đường vành đai trước ngày 30/06/2022.";
    private const string Schools = "Kiên cố hóa trường, lớp học tại các xã vùng cao, ưu tiên nơi còn phòng học tạm.";
    private const string Forests = "Giữ vững tỷ lệ che phủ rừng, ngăn chặn khai thác trái phép ở rừng đầu nguồn.";
    private const string Health = "Nâng cấp bệnh viện tuyến huyện, bảo đảm đủ thuốc và vật tư y tế.";
    private const string Digital = "Mở rộng dịch vụ công trực tuyến cho người dân và doanh nghiệp.";

    public static readonly string[] First = [Growth, Roads, Schools, Forests, $"{Health} {Digital}"];

    public static readonly string[] Second =
    [
        Growth.Replace("6,5%", "6,56%", StringComparison.Ordinal), Forests, Schools, Health, Digital, "Tổ chức sơ kết hằng năm, báo cáo Ban Chấp hành Đảng bộ tỉnh.",
    ];

    public static async Task<Draft> ReviseAsync(this Portal portal, params string[][] versions)
    {
        await using var records = portal.Databases.NewRecords();
        var office = await records.Users.SingleAsync(u => u.UserName == "thu-ky");
        var now = DateTimeOffset.UtcNow;
        var draft = new Draft(Guid.CreateVersion7(), await records.AgendaItems.Where(i => i.Code == 7).Select(i => i.Id).SingleAsync(), $"Dự thảo thử {Guid.NewGuid():N}");
        foreach (var texts in versions.Length == 0 ? [First, Second] : versions) draft.AddVersion(Guid.CreateVersion7(), texts.Select(t => new NewParagraph(ParagraphKind.Body, t)), null, office.Id, now);
        draft.Send(now, null);
        records.Add(draft);
        await records.SaveChangesAsync();
        return draft;
    }

    /// <summary>An opinion of the first demonstration delegate on a paragraph of a version.</summary>
    public static async Task<Opinion> OpinionAsync(this Portal portal, Draft draft, int paragraph, string text = "Đề nghị xem lại đoạn này.", int version = 1)
    {
        await using var records = portal.Databases.NewRecords();
        var user = await records.Users.SingleAsync(u => u.UserName == "dai-bieu-1");
        var item = await records.AgendaItems.SingleAsync(i => i.Id == draft.ItemId);
        var made = draft.Versions[version - 1];
        var opinion = new Opinion(
            Guid.CreateVersion7(), item.SessionId, item.Id, $"YK-THỬ-{Guid.NewGuid():N}"[..30], new(records.Delegates.Single(d => d.UserId == user.Id).Id),
            new(OpinionKind.Amend, OpinionChannel.Portal, text), user.Id, DateTimeOffset.UtcNow, made.Id, made.Paragraphs[paragraph - 1].Id);
        records.Add(opinion);
        await records.SaveChangesAsync();
        return opinion;
    }

    public static async Task<Placement?> PlacementAsync(this Portal portal, Opinion opinion, Draft draft, int version = 2)
    {
        await using var records = portal.Databases.NewRecords();
        return await records.Placements.AsNoTracking().SingleOrDefaultAsync(p => p.OpinionId == opinion.Id && p.VersionId == draft.Versions[version - 1].Id);
    }
}
