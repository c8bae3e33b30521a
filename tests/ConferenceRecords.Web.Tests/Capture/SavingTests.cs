using System.Net;
using System.Text;
using ConferenceRecords.Domain.Opinions;
using ConferenceRecords.TestSupport;
using ConferenceRecords.Web.Tests.Office;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ConferenceRecords.Web.Tests.Capture;

/// <summary>An opinion that the script sends is stored once, however often and under whatever sign-in it is sent.</summary>
public sealed class SavingTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Send_TheSameTwice_IsStoredOnceAndAnsweredAlike()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var (page, opinion) = await OpinionAsync("Gửi hai lần vì mất trả lời.");
        opinion["Input.Text"] = opinion["Input.Text"].Normalize(NormalizationForm.FormD);
        var (status, first) = await secretary.SendAsync(page, opinion);
        var (again, second) = await secretary.SendAsync(page, opinion);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (status, again));
        Assert.Equal(first.GetProperty("number").GetString(), second.GetProperty("number").GetString());
        var stored = await portal.ReadAsync(r => r.Opinions.SingleAsync(o => o.Text == "Gửi hai lần vì mất trả lời.", Office.Office.Cancel));
        Assert.Equal((opinion["Input.Id"], first.GetProperty("number").GetString()), (stored.Id.ToString(), stored.Number));
    }

    [Fact]
    public async Task Send_AgainAfterAColleagueChangedIt_IsStillTheSame()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var (page, opinion) = await OpinionAsync("Lời trước khi sửa.", ("Input.DelegateId", ""), ("Input.SpeakerName", "Đồng chí chưa rõ"));
        var (_, first) = await secretary.SendAsync(page, opinion);
        var edit = await secretary.OpenAsync($"/van-phong/y-kien/{opinion["Input.Id"]}");
        await secretary.SubmitAsync(edit.Form("Input.Text"), ("Input.Text", "Lời sau khi sửa."), ("Input.DelegateId", (await portal.PlacesAsync()).Delegates[3].ToString()));
        var (status, again) = await secretary.SendAsync(page, opinion);
        Assert.Equal((HttpStatusCode.OK, first.GetProperty("number").GetString()), (status, again.GetProperty("number").GetString()));
        Assert.Equal("Lời sau khi sửa.", again.GetProperty("text").GetString());
    }

    [Fact]
    public async Task Send_AnotherTextUnderTheSameKey_AnswersWithWhatIsStored()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var (page, opinion) = await OpinionAsync("Lời được lưu.");
        await secretary.SendAsync(page, opinion);
        opinion["Input.Text"] = "Lời khác.";
        var (status, json) = await secretary.SendAsync(page, opinion);
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Equal("Lời được lưu.", json.GetProperty("stored").GetProperty("text").GetString());
        Assert.Equal(0, await portal.ReadAsync(r => r.Opinions.CountAsync(o => o.Text == "Lời khác.", Office.Office.Cancel)));
    }

    [Fact]
    public async Task Send_WhatBreaksARule_NamesEachField()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var (page, opinion) = await OpinionAsync("", ("Input.Kind", ""), ("Input.DelegateId", ""));
        var before = await portal.CountAsync<Opinion>();
        var (status, json) = await secretary.SendAsync(page, opinion);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(["Input.DelegateId", "Input.Kind", "Input.Text"], json.GetProperty("errors").EnumerateObject().Select(e => e.Name).Order(StringComparer.Ordinal));
        Assert.Equal("Nhập ý kiến", json.GetProperty("errors").GetProperty("Input.Text")[0].GetString());
        Assert.Equal(before, await portal.CountAsync<Opinion>());
    }

    [Fact]
    public async Task Send_SignedOut_Answers401InsteadOfTheSignInPage()
    {
        using var stranger = portal.Visit();
        var (page, opinion) = await OpinionAsync("Không ai đăng nhập.");
        var (status, json) = await stranger.SendAsync(page, opinion, token: "x");
        Assert.Equal((HttpStatusCode.Unauthorized, 401), (status, json.GetProperty("status").GetInt32()));
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.AskAsync(page, "handler=rows&sau=0")).Status);
        Assert.Equal("/dang-nhap", (await stranger.GetAsync(page)).Path.Split('?')[0]);
    }

    [Fact]
    public async Task Send_WithoutATokenOfThePerson_Is400_AndTheTokenSaysWhoseItIs()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        using var approver = await portal.SignInAsync("nguoi-duyet");
        var (page, opinion) = await OpinionAsync("Mã không đúng.");
        Assert.Equal(HttpStatusCode.BadRequest, (await secretary.SendAsync(page, opinion, token: "")).Status);
        var (_, fresh) = await secretary.AskAsync(page, "handler=token");
        var user = await portal.ReadAsync(r => r.Users.SingleAsync(u => u.UserName == "thu-ky", Office.Office.Cancel));
        Assert.Equal(user.Id, fresh.GetProperty("person").GetGuid());
        Assert.Equal(HttpStatusCode.NotFound, (await approver.SendAsync(page, opinion, fresh.GetProperty("token").GetString())).Status);
        Assert.Equal(0, await portal.ReadAsync(r => r.Opinions.CountAsync(o => o.Text == "Mã không đúng.", Office.Office.Cancel)));
        Assert.Equal(HttpStatusCode.OK, (await secretary.SendAsync(page, opinion, fresh.GetProperty("token").GetString())).Status);
    }

    [Theory]
    [InlineData(-60 * 24, true)]
    [InlineData(-60 * 73, false)]
    [InlineData(5, false)]
    public async Task Send_TheTimeAtTheDesk_IsBelievedWithinReason(int minutes, bool isBelieved)
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var spoken = DateTimeOffset.UtcNow.AddMinutes(minutes);
        var (page, opinion) = await OpinionAsync($"Ghi lúc mất mạng {minutes}.", ("Input.SpokenAt", spoken.ToString("O")));
        Assert.Equal(HttpStatusCode.OK, (await secretary.SendAsync(page, opinion)).Status);
        var stored = await portal.ReadAsync(r => r.Opinions.SingleAsync(o => o.Text == opinion["Input.Text"], Office.Office.Cancel));
        Assert.Equal(isBelieved ? spoken : stored.RecordedAt, stored.SpokenAt, TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public async Task Send_ATimeThatIsNone_IsNoObstacle()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var (page, opinion) = await OpinionAsync("Giờ hỏng.", ("Input.SpokenAt", "hôm qua"));
        Assert.Equal(HttpStatusCode.OK, (await secretary.SendAsync(page, opinion)).Status);
    }

    private async Task<(string Page, Dictionary<string, string> Opinion)> OpinionAsync(string text, params (string Name, string Value)[] values)
    {
        var place = await portal.PlacesAsync();
        return ($"{place.Session}/y-kien", Desk.Opinion(place, text, values));
    }
}
