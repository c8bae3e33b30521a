using ConferenceRecords.Domain.Agenda;
using ConferenceRecords.Domain.Conclusions;
using ConferenceRecords.Domain.Sessions;
using ConferenceRecords.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Tests.Publishing;

/// <summary>What the office does on its pages, in one line of a test.</summary>
internal static class Desk
{
    public static string Office(this Session session, string page) => $"/van-phong/hoi-nghi/{session.Id}/{page}";

    /// <summary>A session with one content and nothing else, so that no test meets the work of another.</summary>
    public static async Task<Session> NewSessionAsync(this Portal portal)
    {
        await using var records = portal.Databases.NewRecords();
        var (like, category) = (await records.Sessions.FirstAsync(), await records.AgendaCategories.OrderBy(c => c.Position).FirstAsync());
        var id = Guid.CreateVersion7();
        var session = new Session(id, like.BodyId, like.TermId, $"hoi-nghi-{id:N}", new($"Hội nghị {id:N}", null, SessionKind.Thematic));
        var matter = new Matter(Guid.CreateVersion7(), "Vụ việc", DateTimeOffset.UtcNow);
        records.AddRange(session, matter, new AgendaItem(Guid.CreateVersion7(), id, matter.Id, 1, 1, new("Nội dung duy nhất", category.Id)));
        await records.SaveChangesAsync();
        return session;
    }

    public static async Task<Conclusion> ConclusionAsync(this Portal portal, Session session)
    {
        await using var records = portal.Databases.NewRecords();
        return await records.Conclusions.AsNoTracking().Include(c => c.Directives).SingleAsync(c => c.SessionId == session.Id);
    }

    public static async Task<Answer> WriteAsync(this Visitor secretary, Session session, string body, string title = "Kết luận thử") =>
        await secretary.SubmitAsync((await secretary.OpenAsync(session.Office("ket-luan"))).Form("Input.Body"), ("Input.Title", title), ("Input.Body", body));

    public static async Task<Answer> AddDirectiveAsync(this Visitor secretary, Session session, string text) =>
        await secretary.SubmitAsync((await secretary.OpenAsync(session.Office("ket-luan/chi-dao"))).Form("Input.Text"), ("Input.Text", text));

    public static async Task<Answer> HandInAsync(this Visitor secretary, Session session) =>
        await secretary.SubmitAsync((await secretary.OpenAsync(session.Office("cong-bo/ket-luan"))).FormWithButton("Trình duyệt"));

    /// <summary>Writes and hands in a conclusion as one secretary.</summary>
    public static async Task<string> WaitingAsync(this Portal portal, Visitor secretary, Session session, string body = "Đoạn một.\nĐoạn hai.")
    {
        await secretary.WriteAsync(session, body);
        await secretary.HandInAsync(session);
        return $"/van-phong/duyet/{(await portal.ConclusionAsync(session)).Id}";
    }

    /// <summary>Opens the preview, as whoever approves has to, and approves what the page showed.</summary>
    public static async Task<Answer> ApproveAsync(this Visitor approver, Answer review)
    {
        await approver.OpenAsync(review.Path.Split('?')[0] + "/xem-truoc");
        return await approver.SubmitAsync(review.Form("Input.Fingerprint"), ("Input.Seen", "true"));
    }

    public static async Task<int> EditionsAsync(this Portal portal, Session session)
    {
        await using var records = portal.Databases.NewRecords();
        return await records.Outbox.CountAsync(m => m.SessionId == session.Id);
    }

    /// <summary>Asks until something is there, at most five seconds.</summary>
    public static async Task<bool> SoonAsync(Func<Task<bool>> isThere)
    {
        for (var until = DateTime.UtcNow.AddSeconds(5); DateTime.UtcNow < until; await Task.Delay(50))
        {
            if (await isThere()) return true;
        }
        return false;
    }
}
