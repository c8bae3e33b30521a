using System.Net;
using ConferenceRecords.Domain.Sessions;
using ConferenceRecords.Domain.Text;
using ConferenceRecords.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ConferenceRecords.Web.Tests.Office;

public sealed class InvitationTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task List_StandsByGivenName()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var place = await portal.PlacesAsync();
        var page = await secretary.OpenAsync($"{place.Session}/dai-bieu");
        var names = page.Document.QuerySelectorAll("tbody tr td:first-child a[lang]").Select(s => s.TextContent).ToList();
        Assert.Equal(place.Delegates.Count, names.Count);
        Assert.Equal(names.Order(PersonName.Order), names);
    }

    [Fact]
    public async Task TickMany_TicksThePeople_AndInvitesNobody()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var session = await secretary.CreateSessionAsync(("Input.Title", "Hội nghị mời nhiều người"));
        var people = await portal.ReadAsync(r => r.Delegates.Where(d => d.RemovedAt == null).Select(d => d.IsMember).ToListAsync(TestContext.Current.CancellationToken));
        foreach (var (chosen, expected) in new[] { ("", 0), ("?chon=uy-vien", people.Count(isMember => isMember)), ("?chon=tat-ca", people.Count) })
        {
            var page = await secretary.OpenAsync($"{session}/dai-bieu{chosen}");
            Assert.Equal(expected, page.Document.QuerySelectorAll("input[name=dai-bieu][checked]").Length);
            Assert.Contains("Đã mời 0 người", page.Words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Invite_Revoke_AndUndo_ChangeOneRow()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var (place, other) = (await portal.PlacesAsync(), await portal.AddOtherSessionAsync());
        var person = other.Delegates[0];
        var form = (await secretary.OpenAsync($"{place.Session}/dai-bieu")).FormWithButton("Mời người đã chọn");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await secretary.SubmitAsync(form)).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await secretary.SubmitAsync(form, ("dai-bieu", Guid.CreateVersion7().ToString()))).Status);

        var invited = await secretary.SubmitAsync(form, ("dai-bieu", person.ToString()));
        Assert.Contains("Đã mời 1 người", invited.Words, StringComparison.Ordinal);
        Assert.Contains("Đã mời 1 người", (await secretary.SubmitAsync(form, ("dai-bieu", person.ToString()))).Words, StringComparison.Ordinal);
        Assert.Null((await RowAsync(place.SessionId, person)).RevokedAt);

        var revoked = await secretary.SubmitAsync(invited.Document.Forms.Single(f => f.QuerySelector($"button[value='{person}']") is not null));
        Assert.NotNull((await RowAsync(place.SessionId, person)).RevokedAt);
        await secretary.SubmitAsync(revoked.FormWithButton("Hoàn tác"));
        Assert.Null((await RowAsync(place.SessionId, person)).RevokedAt);
        Assert.Equal(HttpStatusCode.NotFound, (await secretary.PostAsync($"{place.Session}/dai-bieu?handler=Revoke", $"{place.Session}/dai-bieu", ("dai-bieu", Guid.CreateVersion7().ToString()))).Status);
    }

    [Fact]
    public async Task Add_WhoMayBeThere_IsShownFirst_AndAddedAnyway()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var place = await portal.PlacesAsync();
        var form = (await secretary.OpenAsync($"{place.Session}/dai-bieu/them")).Form("Input.FullName");
        Assert.Contains("Nhập họ và tên", (await secretary.SubmitAsync(form)).Errors);
        var people = await portal.CountAsync<Delegate>();
        (string, string)[] fields = [("Input.FullName", "nguyen minh hoa AN"), ("Input.Unit", "Sở Minh Họa 1")];
        var asked = await secretary.SubmitAsync(form, fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.Status);
        Assert.Equal(["Nguyễn Minh Họa An - Giám đốc, Sở Minh Họa 1"], asked.Document.QuerySelectorAll(".notice.warning li").Select(l => l.TextContent));
        Assert.Equal(people, await portal.CountAsync<Delegate>());

        var added = await secretary.SubmitAsync(asked.Form("Input.FullName"), "Vẫn thêm");
        Assert.Contains("Đã thêm nguyen minh hoa AN", added.Words, StringComparison.Ordinal);
        await secretary.SubmitAsync(asked.Form("Input.FullName"), "Vẫn thêm");
        Assert.Equal(people + 1, await portal.CountAsync<Delegate>());
    }

    private Task<Invitation> RowAsync(Guid sessionId, Guid delegateId) =>
        portal.ReadAsync(r => r.Invitations.SingleAsync(i => i.SessionId == sessionId && i.DelegateId == delegateId, Office.Cancel));
}
