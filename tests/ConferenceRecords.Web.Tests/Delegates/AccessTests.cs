using System.Net;
using ConferenceRecords.Data.Accounts;
using ConferenceRecords.Data.Seeding;
using ConferenceRecords.TestSupport;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ConferenceRecords.Web.Tests.Delegates;

/// <summary>Who may see which draft and opinion: whatever is not one's own is not there, at any address.</summary>
public sealed class AccessTests(Portal portal) : IClassFixture<Portal>
{
    private static readonly string[] DraftAddresses = ["", "?ban=1", "/gop-y", "/gop-y?ban=1", "/gop-y?doan=2&ban=1", "/in", "/in?y-kien=true"], OpinionAddresses = ["", "/sua"];

    [Fact]
    public async Task Invited_OpensDraft_ReadsItsParagraphs()
    {
        var draft = await portal.SendDraftAsync();
        using var visitor = await portal.SignInAsync("dai-bieu-1");

        Assert.Contains(draft.Title, (await visitor.OpenAsync("/dai-bieu")).Words, StringComparison.Ordinal);
        var page = await visitor.OpenAsync($"/dai-bieu/du-thao/{draft.Id}");

        Assert.Equal("I. MỤC TIÊU", page.Document.QuerySelector("#doan-1 h2")!.TextContent);
        Assert.Equal("1. Đoạn ba của bản 1.", page.Document.QuerySelector("#doan-3 p")!.TextContent);
        Assert.EndsWith("/gop-y?doan=2&ban=1", page.Document.QuerySelector("#doan-2 .paragraph-add")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal(1, await ReadsAsync(draft.Versions[0].Id, "dai-bieu-1"));
    }

    [Fact]
    public async Task Guest_AnyAddress_AnswersAsForAMissingRecord()
    {
        var draft = await portal.SendDraftAsync();
        using var invited = await portal.SignInAsync("dai-bieu-1");
        var opinion = (await invited.SendOpinionAsync(draft.Id, "Ý kiến của người được mời")).Key();
        using var guest = await portal.SignInAsync("dai-bieu-khach");

        Assert.DoesNotContain(draft.Title, (await guest.OpenAsync("/dai-bieu")).Text, StringComparison.Ordinal);
        Assert.Contains("chưa được mời", (await guest.OpenAsync("/dai-bieu")).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("người được mời", (await guest.OpenAsync("/dai-bieu/y-kien")).Text, StringComparison.Ordinal);
        await AssertMissingAsync(guest, draft.Id, opinion);
        Assert.Null((await StoredAsync(opinion)).WithdrawnAt);
        Assert.Single(await portal.OpinionsOnAsync(draft));
    }

    [Fact]
    public async Task RevokedInvitation_NextRequest_NothingIsThere()
    {
        var draft = await portal.SendDraftAsync();
        using var visitor = await portal.SignInAsync("dai-bieu-2");
        var opinion = (await visitor.SendOpinionAsync(draft.Id, "Gửi trước khi thôi mời")).Key();
        await ChangeInvitationAsync(i => i.Revoke(Papers.Now));

        await AssertMissingAsync(visitor, draft.Id, opinion);
        Assert.DoesNotContain("Gửi trước khi thôi mời", (await visitor.OpenAsync("/dai-bieu/y-kien")).Text, StringComparison.Ordinal);

        await ChangeInvitationAsync(i => i.Renew(Papers.Now));
        await visitor.OpenAsync($"/dai-bieu/du-thao/{draft.Id}");

        async Task ChangeInvitationAsync(Action<Domain.Sessions.Invitation> change)
        {
            await using var records = portal.Databases.NewRecords();
            var user = await records.Users.SingleAsync(u => u.UserName == "dai-bieu-2");
            change(await records.Invitations.SingleAsync(i => records.Delegates.Any(d => d.UserId == user.Id && d.Id == i.DelegateId)));
            await records.SaveChangesAsync();
        }
    }

    [Theory]
    [InlineData("never sent")]
    [InlineData("recalled")]
    [InlineData("without text")]
    [InlineData("content withdrawn")]
    public async Task Invited_DraftThatIsNotOpen_NothingIsThere(string reason)
    {
        var draft = await portal.SendDraftAsync(item: 9, versions: reason == "without text" ? 0 : 1, send: reason != "never sent");
        using var visitor = await portal.SignInAsync("dai-bieu-1");
        var opinion = Guid.CreateVersion7();
        if (reason is "recalled" or "content withdrawn") opinion = (await visitor.SendOpinionAsync(draft.Id, "Gửi trước đó")).Key();
        if (reason == "recalled") await portal.ChangeDraftAsync(draft.Id, d => d.Recall());
        if (reason == "content withdrawn") await ChangeItemAsync(i => i.Withdraw(Papers.Now));

        Assert.DoesNotContain(draft.Title, (await visitor.OpenAsync("/dai-bieu")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(draft.Id.ToString(), (await visitor.OpenAsync("/dai-bieu/y-kien")).Text, StringComparison.Ordinal);
        foreach (var address in DraftAddresses) Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/dai-bieu/du-thao/{draft.Id}{address}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsync($"/dai-bieu/du-thao/{draft.Id}/gop-y", "/dai-bieu", Agree())).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsync($"/dai-bieu/y-kien/{opinion}/sua", "/dai-bieu", Agree())).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsync($"/dai-bieu/y-kien?handler=Withdraw&id={opinion}", "/dai-bieu")).Status);
        if (reason == "content withdrawn") await ChangeItemAsync(i => i.Restore());

        async Task ChangeItemAsync(Action<Domain.Agenda.AgendaItem> change)
        {
            await using var records = portal.Databases.NewRecords();
            change(await records.AgendaItems.SingleAsync(i => i.Code == 9));
            await records.SaveChangesAsync();
        }
    }

    [Theory]
    [InlineData("?ban=0")]
    [InlineData("?ban=2")]
    [InlineData("?ban=-1")]
    [InlineData("?ban=99999999999")]
    [InlineData("?ban=một")]
    [InlineData("?ban=1&ban=1")]
    [InlineData("?doan=0", true)]
    [InlineData("?doan=4", true)] // the demonstration drafts have a paragraph 4, this one has not
    [InlineData("?doan=2;--", true)]
    public async Task Invited_BadNumber_NotFound(string query, bool isParagraph = false)
    {
        var draft = await portal.SendDraftAsync();
        using var visitor = await portal.SignInAsync("dai-bieu-1");

        if (!isParagraph) Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/dai-bieu/du-thao/{draft.Id}{query}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/dai-bieu/du-thao/{draft.Id}/gop-y{query}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsync($"/dai-bieu/du-thao/{draft.Id}/gop-y{query}", "/dai-bieu", Agree())).Status);
        Assert.Empty(await portal.OpinionsOnAsync(draft));
    }

    [Fact]
    public async Task Invited_OpinionOfAnotherDelegateOrOfTheOffice_CanNotBeChanged()
    {
        var draft = await portal.SendDraftAsync();
        using var author = await portal.SignInAsync("dai-bieu-1");
        var opinion = (await author.SendOpinionAsync(draft.Id, "Của đại biểu thứ nhất")).Key();
        using var other = await portal.SignInAsync("dai-bieu-2");
        await AssertMissingOpinionAsync(other, opinion);

        // Spoken in the group and entered by the office: shown with its channel, not changed by the delegate.
        var spoken = await portal.OpinionAsync("YK-12/XX-07-001");
        Assert.Contains("Văn phòng ghi: Tổ thảo luận", (await author.OpenAsync($"/dai-bieu/y-kien/{spoken.Id}")).Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await author.GetAsync($"/dai-bieu/y-kien/{spoken.Id}/sua")).Status);
        foreach (var handler in new[] { "Withdraw", "Restore" })
            Assert.Equal(HttpStatusCode.NotFound, (await author.PostAsync($"/dai-bieu/y-kien?handler={handler}&id={spoken.Id}", "/dai-bieu")).Status);
        Assert.Null((await StoredAsync(spoken.Id)).WithdrawnAt);
        Assert.Null((await StoredAsync(opinion)).WithdrawnAt);
    }

    [Fact]
    public async Task Invited_PostToAPageThatOnlyShows_NotFound()
    {
        var draft = await portal.SendDraftAsync();
        using var visitor = await portal.SignInAsync("dai-bieu-1");

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsync($"/dai-bieu/du-thao/{draft.Id}/in", "/dai-bieu")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsync("/dai-bieu/y-kien", "/dai-bieu")).Status);
    }

    [Fact]
    public async Task AccountWithoutDelegate_Start_SaysWhatToDo()
    {
        var draft = await portal.SendDraftAsync();
        await using (var scope = portal.Services.CreateAsyncScope())
        {
            var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
            var made = await users.CreateAsync(
                new() { Id = Guid.CreateVersion7(), UserName = "chua-gan", DisplayName = "Chưa gắn", Roles = [PortalRole.Delegate] }, Seed.DemonstrationPassword);
            Assert.True(made.Succeeded);
        }
        using var visitor = await portal.SignInAsync("chua-gan");

        foreach (var address in new[] { "/dai-bieu", "/dai-bieu/y-kien" })
            Assert.Contains("Tài khoản này chưa gắn với đại biểu nào", (await visitor.OpenAsync(address)).Words, StringComparison.Ordinal);
        await AssertMissingAsync(visitor, draft.Id, Guid.CreateVersion7());
    }

    [Theory]
    [InlineData("thu-ky")]
    [InlineData("nguoi-duyet")]
    [InlineData("quan-tri")]
    public async Task OtherRole_DelegatePages_Refused(string userName)
    {
        var draft = await portal.SendDraftAsync();
        using var visitor = await portal.SignInAsync(userName);
        foreach (var address in new[] { "/dai-bieu", "/dai-bieu/y-kien", $"/dai-bieu/du-thao/{draft.Id}", $"/dai-bieu/du-thao/{draft.Id}/gop-y" })
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(address)).Status);
    }

    private static (string Name, string Value)[] Agree() => [("Input.Id", Guid.CreateVersion7().ToString()), ("Input.Kind", "Agree"), ("Input.Text", "")];

    private static async Task AssertMissingAsync(Visitor visitor, Guid draftId, Guid opinionId)
    {
        foreach (var address in DraftAddresses)
        {
            await AssertSameAsync(id => visitor.GetAsync($"/dai-bieu/du-thao/{id}{address}"), draftId);
            await AssertSameAsync(id => visitor.PostAsync($"/dai-bieu/du-thao/{id}{address}", "/dai-bieu", Agree()), draftId);
        }
        await AssertMissingOpinionAsync(visitor, opinionId);
    }

    private static async Task AssertMissingOpinionAsync(Visitor visitor, Guid opinionId)
    {
        foreach (var address in OpinionAddresses)
        {
            await AssertSameAsync(id => visitor.GetAsync($"/dai-bieu/y-kien/{id}{address}"), opinionId);
            await AssertSameAsync(id => visitor.PostAsync($"/dai-bieu/y-kien/{id}{address}", "/dai-bieu", Agree()), opinionId);
        }
        foreach (var handler in new[] { "Withdraw", "Restore" })
            await AssertSameAsync(id => visitor.PostAsync($"/dai-bieu/y-kien?handler={handler}&id={id}", "/dai-bieu"), opinionId);
    }

    /// <summary>A record that is kept from the visitor and one that does not exist can't be told apart.</summary>
    private static async Task AssertSameAsync(Func<Guid, Task<Answer>> ask, Guid kept)
    {
        var (answer, missing) = (await ask(kept), await ask(Guid.CreateVersion7()));
        Assert.Equal(missing.Status, answer.Status);
        Assert.True(answer.Status is HttpStatusCode.NotFound or HttpStatusCode.BadRequest or HttpStatusCode.MethodNotAllowed, $"{answer.Path} answered {answer.Status}");
        Assert.Equal(missing.Text, answer.Text);
    }

    private async Task<Domain.Opinions.Opinion> StoredAsync(Guid id)
    {
        await using var records = portal.Databases.NewRecords();
        return await records.Opinions.AsNoTracking().SingleAsync(o => o.Id == id);
    }

    private async Task<long> ReadsAsync(Guid versionId, string userName)
    {
        await using var records = portal.Databases.NewRecords();
        var reader = await records.Users.Where(u => u.UserName == userName).Select(u => u.Id).SingleAsync();
        await using var auditor = Npgsql.NpgsqlDataSource.Create(portal.Databases.For("cr_auditor"));
        await using var count = auditor.CreateCommand("SELECT count(*) FROM audit.entries WHERE action = 'draft.read' AND object_id = $1 AND actor_id = $2");
        count.Parameters.AddWithValue(versionId.ToString());
        count.Parameters.AddWithValue(reader);
        return (long)(await count.ExecuteScalarAsync())!;
    }
}
