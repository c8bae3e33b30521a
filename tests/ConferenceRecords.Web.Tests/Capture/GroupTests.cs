using System.Net;
using ConferenceRecords.Domain.Opinions;
using ConferenceRecords.TestSupport;
using ConferenceRecords.Web.Tests.Office;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ConferenceRecords.Web.Tests.Capture;

/// <summary>A discussion group has the same desk: in the office, and for the delegate who keeps its record.</summary>
public sealed class GroupTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Secretary_OfAGroup_RecordsItsMembers_AndSeesItsOpinionsAlone()
    {
        var (place, group, other) = await GroupsAsync();
        using var office = await portal.SignInAsync("thu-ky");
        await office.SendAsync($"{place.Session}/y-kien?to={other}", Desk.Opinion(place, "Của tổ khác.", ("Input.DelegateId", place.Delegates[5].ToString())));
        using var keeper = await portal.SignInAsync("dai-bieu-1");
        var page = $"/dai-bieu/to/{group}";
        Assert.NotNull((await keeper.OpenAsync("/dai-bieu")).Document.QuerySelector($"a[href='{page}']"));
        var cursor = await keeper.CursorAsync(page);

        // A plain form, which names another channel: what is said in a group is of the group.
        var form = (await keeper.OpenAsync(page)).Form("Input.Text");
        var member = await MemberAsync("dai-bieu-1");
        Assert.Equal([member.ToString()], form.Choices("Input.DelegateId"));
        var saved = await keeper.SubmitAsync(form, [.. Desk.Opinion(place, "Của tổ này.", ("Input.DelegateId", member.ToString()), ("Input.Channel", "Ballot")).Select(f => (f.Key, f.Value))]);
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        Assert.Contains("Của tổ này.", saved.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Của tổ khác.", saved.Words, StringComparison.Ordinal);
        Assert.Empty(saved.Document.QuerySelectorAll("[data-recorded] a"));
        var stored = await portal.ReadAsync(r => r.Opinions.SingleAsync(o => o.Text == "Của tổ này.", Office.Office.Cancel));
        Assert.Equal((group, OpinionChannel.Group), (stored.GroupId, stored.Channel));

        await office.SendAsync($"{place.Session}/y-kien?to={other}", Desk.Opinion(place, "Của tổ khác nữa.", ("Input.DelegateId", place.Delegates[5].ToString())));
        var (_, news) = await keeper.AskAsync(page, $"handler=rows&sau={cursor}");
        Assert.Equal(["Của tổ này."], news.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("text").GetString()));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, news.GetProperty("rows")[0].GetProperty("href").ValueKind);
    }

    [Fact]
    public async Task Desk_OfAGroup_IsNotThereForAnybodyElse()
    {
        var (place, group, other) = await GroupsAsync();
        using var keeper = await portal.SignInAsync("dai-bieu-1");
        using var member = await portal.SignInAsync("dai-bieu-2");
        foreach (var (person, page) in new[] { (keeper, $"/dai-bieu/to/{other}"), (member, $"/dai-bieu/to/{group}"), (keeper, $"/dai-bieu/to/{Guid.NewGuid()}") })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await person.GetAsync(page)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await person.AskAsync(page, "handler=rows")).Status);
            var token = (await person.OpenAsync("/dai-bieu")).Document.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value");
            Assert.Equal(HttpStatusCode.NotFound, (await person.SendAsync(page, Desk.Opinion(place, "Lén ghi."), token)).Status);
        }
        await ChangeAsync(group, g => g.Remove(DateTimeOffset.UtcNow));
        Assert.Equal(HttpStatusCode.NotFound, (await keeper.GetAsync($"/dai-bieu/to/{group}")).Status);
        await ChangeAsync(group, g => g.Restore());
        Assert.Equal(0, await portal.ReadAsync(r => r.Opinions.CountAsync(o => o.Text == "Lén ghi.", Office.Office.Cancel)));
    }

    [Fact]
    public async Task Secretary_OfAGroup_LearnsNothingOfADraftThatWasNotSent()
    {
        var (place, group, _) = await GroupsAsync();
        var text = $"Chưa gửi {Guid.NewGuid():N}";
        Guid item, paragraph;
        await using (var records = portal.Databases.NewRecords())
        {
            item = await records.AgendaItems.Where(i => i.SessionId == place.SessionId && !records.Drafts.Any(d => d.ItemId == i.Id)).Select(i => i.Id).FirstAsync(Office.Office.Cancel);
            var draft = new Domain.Drafts.Draft(Guid.CreateVersion7(), item, "Dự thảo kín");
            var author = await records.Users.Select(u => u.Id).FirstAsync(Office.Office.Cancel);
            draft.AddVersion(Guid.CreateVersion7(), [new(Domain.Drafts.ParagraphKind.Body, text)], null, author, DateTimeOffset.UtcNow);
            records.Add(draft);
            await records.SaveChangesAsync(Office.Office.Cancel);
            paragraph = await records.Paragraphs.Where(p => p.Text == text).Select(p => p.Id).SingleAsync(Office.Office.Cancel);
        }
        using var office = await portal.SignInAsync("thu-ky");
        using var keeper = await portal.SignInAsync("dai-bieu-1");
        var page = $"/dai-bieu/to/{group}";
        Assert.Equal(1, (await office.AskAsync($"{place.Session}/y-kien", $"handler=paragraphs&noi-dung={item}")).Json.GetArrayLength());
        Assert.Equal(0, (await keeper.AskAsync(page, $"handler=paragraphs&noi-dung={item}")).Json.GetArrayLength());
        Assert.DoesNotContain(text, (await keeper.OpenAsync($"{page}?noi-dung={item}")).Text, StringComparison.Ordinal);
        var opinion = Desk.Opinion(place, "Đoán đoạn.", ("Input.ItemId", item.ToString()), ("Input.ParagraphId", paragraph.ToString()), ("Input.DelegateId", (await MemberAsync("dai-bieu-1")).ToString()));
        var (status, json) = await keeper.SendAsync(page, opinion);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.True(json.GetProperty("errors").TryGetProperty("Input.ParagraphId", out _));
    }

    [Fact]
    public async Task Office_ForAGroup_RefusesWhatIsNotOfTheGroup()
    {
        var (place, group, _) = await GroupsAsync();
        var foreign = await portal.AddOtherSessionAsync();
        using var office = await portal.SignInAsync("thu-ky");
        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync($"{foreign.Session}/y-kien?to={group}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync($"{place.Session}/y-kien?to=khong-phai")).Status);
        var page = $"{place.Session}/y-kien?to={group}";
        foreach (var stranger in (Guid[])[foreign.Delegates[0], place.Delegates[5]])
        {
            var (status, json) = await office.SendAsync(page, Desk.Opinion(place, "Người ngoài tổ.", ("Input.DelegateId", stranger.ToString())));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
            Assert.Contains("không thuộc tổ", json.GetProperty("errors").GetProperty("Input.DelegateId")[0].GetString(), StringComparison.Ordinal);
        }
        var (guest, _) = await office.SendAsync(page, Desk.Opinion(place, "Khách của tổ.", ("Input.DelegateId", ""), ("Input.SpeakerName", "Đồng chí khách mời")));
        Assert.Equal(HttpStatusCode.OK, guest);
    }

    private async Task<(Places Place, Guid Group, Guid Other)> GroupsAsync()
    {
        var place = await portal.PlacesAsync();
        return (place, await portal.AddGroupAsync(place.SessionId, await MemberAsync("dai-bieu-1")), await portal.AddGroupAsync(place.SessionId, place.Delegates[5]));
    }

    private Task<Guid> MemberAsync(string userName) => portal.ReadAsync(r =>
        (from d in r.Delegates join u in r.Users on d.UserId equals u.Id where u.UserName == userName select d.Id).SingleAsync(Office.Office.Cancel));

    private async Task ChangeAsync(Guid group, Action<Domain.Sessions.DiscussionGroup> change)
    {
        await using var records = portal.Databases.NewRecords();
        change(await records.DiscussionGroups.SingleAsync(g => g.Id == group, Office.Office.Cancel));
        await records.SaveChangesAsync(Office.Office.Cancel);
    }
}
