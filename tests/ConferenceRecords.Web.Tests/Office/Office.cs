using ConferenceRecords.Data.Auditing;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Data.Setup;
using ConferenceRecords.Domain.Agenda;
using ConferenceRecords.Domain.Sessions;
using ConferenceRecords.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ConferenceRecords.Web.Tests.Office;

/// <summary>What the tests of the office's pages start from: Conference 12 and, for forgeries, another session with its own people and papers.</summary>
internal static class Office
{
    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Conference 12, with the content that has a draft.</summary>
    public static async Task<Places> PlacesAsync(this Portal portal)
    {
        await using var records = portal.Databases.NewRecords();
        var session = await records.Sessions.Where(s => s.Ordinal == 12).Select(s => s.Id).SingleAsync(Cancel);
        var draft = await records.Drafts.OrderBy(d => d.Title).FirstAsync(d => records.AgendaItems.Any(i => i.Id == d.ItemId && i.SessionId == session), Cancel);
        var delegates = await records.Invitations.Where(i => i.SessionId == session && i.RevokedAt == null).OrderBy(i => i.Id).Select(i => i.DelegateId).ToListAsync(Cancel);
        return new(session, draft.ItemId, draft.Id, delegates);
    }

    /// <summary>A session of its own with one content, one draft and one delegate who is invited there alone.</summary>
    public static async Task<Places> AddOtherSessionAsync(this Portal portal)
    {
        await using var records = portal.Databases.NewRecords();
        var model = await records.Sessions.AsNoTracking().SingleAsync(s => s.Ordinal == 12, Cancel);
        var category = await records.AgendaCategories.Select(c => c.Id).FirstAsync(Cancel);
        var author = await records.Users.Where(u => u.UserName == "thu-ky").Select(u => u.Id).SingleAsync(Cancel);
        var session = new Session(Guid.CreateVersion7(), model.BodyId, model.TermId, $"hoi-nghi-thu-{Guid.NewGuid():N}", new("Hội nghị khác", null, SessionKind.Thematic));
        var matter = new Matter(Guid.CreateVersion7(), "Việc khác", DateTimeOffset.UtcNow);
        var item = new AgendaItem(Guid.CreateVersion7(), session.Id, matter.Id, 1, 1, new("Nội dung khác", category));
        var draft = new Domain.Drafts.Draft(Guid.CreateVersion7(), item.Id, "Dự thảo khác");
        draft.AddVersion(Guid.CreateVersion7(), [new(Domain.Drafts.ParagraphKind.Body, "Đoạn khác")], null, author, DateTimeOffset.UtcNow);
        var person = new Delegate(Guid.CreateVersion7(), "Người Ở Hội Nghị Khác", null, null, isMember: false, isDemonstration: true);
        records.AddRange(session, matter, item, draft, person, new Invitation(Guid.CreateVersion7(), session.Id, person.Id, DateTimeOffset.UtcNow));
        await records.SaveChangesAsync(Cancel);
        return new(session.Id, item.Id, draft.Id, [person.Id]);
    }

    /// <summary>How many rows a table has.</summary>
    public static async Task<int> CountAsync<T>(this Portal portal)
        where T : class
    {
        await using var records = portal.Databases.NewRecords();
        return await records.Set<T>().CountAsync(Cancel);
    }

    /// <summary>How many audit entries there are, of one action or of all: only the auditor may read them.</summary>
    public static async Task<int> AuditedAsync(this Portal portal, string? action = null)
    {
        await using var records = new RecordsContext(ContextOptions.Records(portal.Databases.For("cr_auditor")), new Actor(), TimeProvider.System);
        return await records.Set<AuditEntry>().CountAsync(e => action == null || e.Action == action, Cancel);
    }

    /// <summary>Reads from the office's database.</summary>
    public static async Task<T> ReadAsync<T>(this Portal portal, Func<RecordsContext, Task<T>> read)
    {
        await using var records = portal.Databases.NewRecords();
        return await read(records);
    }
}

/// <summary>Keys of a session and of what is in it.</summary>
internal sealed record Places(Guid SessionId, Guid ItemId, Guid DraftId, IReadOnlyList<Guid> Delegates)
{
    public string Session => $"/van-phong/hoi-nghi/{SessionId}";
}
