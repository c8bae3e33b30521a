using ConferenceRecords.Domain.Opinions;
using ConferenceRecords.Domain.Responses;
using ConferenceRecords.TestSupport;
using ConferenceRecords.Web.Tests.Office;
using Microsoft.EntityFrameworkCore;
using Desk = ConferenceRecords.Web.Tests.Office.Office;

namespace ConferenceRecords.Web.Tests.Responses;

/// <summary>What the tests of the ledger start from: the demonstration's opinions by their numbers, and new ones that nobody has answered.</summary>
internal static class Ledger
{
    public static Task<Guid> OpinionAsync(this Portal portal, string number) =>
        portal.ReadAsync(r => r.Opinions.Where(o => o.Number == $"YK-12/XX-{number}").Select(o => o.Id).SingleAsync(Desk.Cancel));

    public static Task<Response> ResponseAsync(this Portal portal, Guid opinionId) =>
        portal.ReadAsync(r => r.Responses.AsNoTracking().Include(x => x.Revisions).SingleAsync(x => x.OpinionId == opinionId, Desk.Cancel));

    public static Task<Guid> AgencyAsync(this Portal portal, string shortName) =>
        portal.ReadAsync(r => r.Agencies.Where(a => a.ShortName == shortName).Select(a => a.Id).SingleAsync(Desk.Cancel));

    public static string AnswerPage(Guid opinionId) => $"/van-phong/y-kien/{opinionId}/tra-loi";

    public static string AgencyPage(Guid opinionId) => $"/co-quan/y-kien/{opinionId}";

    /// <summary>An opinion that nobody has answered; assigned to an agency when one is given.</summary>
    public static async Task<Guid> AddOpinionAsync(this Portal portal, Places places, string text, Guid? agencyId = null)
    {
        await using var records = portal.Databases.NewRecords();
        var author = await records.Users.Where(u => u.UserName == "thu-ky").Select(u => u.Id).SingleAsync(Desk.Cancel);
        var opinion = new Opinion(
            Guid.CreateVersion7(), places.SessionId, places.ItemId, $"YK-{Guid.NewGuid():N}"[..20], new(places.Delegates[0]), new(OpinionKind.Amend, OpinionChannel.Plenary, text), author, DateTimeOffset.UtcNow);
        records.Add(opinion);
        if (agencyId is not null)
        {
            var response = new Response(opinion.Id);
            response.Assign(agencyId, null, DateTimeOffset.UtcNow);
            records.Add(response);
        }
        await records.SaveChangesAsync(Desk.Cancel);
        return opinion.Id;
    }
}
