using System.Net;
using AngleSharp.Html.Dom;
using ConferenceRecords.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ConferenceRecords.Web.Tests.Drafts;

/// <summary>Opinions on an earlier version find their paragraph in a later one: proposed by the program, confirmed by a person.</summary>
public sealed class PlacesTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Places_OfEveryFate_AreProposedAndWhatHasNoneComesFirst()
    {
        var draft = await portal.ReviseAsync();
        var (changed, removed, moved, divided) = (await portal.OpinionAsync(draft, 1), await portal.OpinionAsync(draft, 2), await portal.OpinionAsync(draft, 4), await portal.OpinionAsync(draft, 5, "Dịch vụ công trực tuyến cho người dân cần dễ dùng hơn."));
        using var secretary = await portal.SignInAsync("thu-ky");
        var page = await secretary.OpenAsync(Address(draft));

        Assert.Equal(["Ý kiến chưa gắn đoạn (1)", "Đề xuất cần xem lại (1)", "Đề xuất chắc chắn (2)"], page.Document.QuerySelectorAll("section h2").Select(h => h.TextContent));
        Assert.Contains("0/4 đã gắn", page.Words, StringComparison.Ordinal);
        Assert.Equal("1", Field(page, changed).Value);
        Assert.Equal("", Field(page, removed).Value);
        Assert.Equal("2", Field(page, moved).Value);

        // Of the two parts of a divided paragraph the one that the opinion speaks of.
        Assert.Equal("5", Field(page, divided).Value);
        Assert.Contains("4 ý kiến của các bản trước chưa gắn", (await secretary.OpenAsync($"/van-phong/du-thao/{draft.Id}")).Words, StringComparison.Ordinal);

        var all = await secretary.SubmitAsync(page.FormWithButton("Gắn 2 đề xuất chắc chắn"));
        Assert.Contains("Đã gắn 2 ý kiến theo đề xuất.", all.Words, StringComparison.Ordinal);
        Assert.Equal(draft.Versions[1].Paragraphs[1].Id, (await portal.PlacementAsync(moved, draft))!.ParagraphId);
        Assert.Null(await portal.PlacementAsync(divided, draft));

        var undone = await secretary.SubmitAsync(all.FormWithButton("Hoàn tác"));
        Assert.Contains("0/4 đã gắn", undone.Words, StringComparison.Ordinal);
        Assert.NotNull((await portal.PlacementAsync(moved, draft))!.TakenBackAt);
    }

    [Fact]
    public async Task Place_ByHandOrNone_IsStoredAndShownBesideTheNewParagraph()
    {
        var draft = await portal.ReviseAsync();
        var (opinion, gone) = (await portal.OpinionAsync(draft, 2, "Tuyến đường này rất cần."), await portal.OpinionAsync(draft, 2));
        using var secretary = await portal.SignInAsync("thu-ky");
        var page = await secretary.OpenAsync(Address(draft));

        foreach (var bad in new[] { "", "0", "7", "hai", "-1", "99999999999" })
        {
            var refused = await secretary.SubmitAsync(FormOf(page, opinion), ("doan", bad));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Equal("Nhập số đoạn của bản 2, từ 1 đến 6", Assert.Single(refused.Errors));
            Assert.Equal(bad, Field(refused, opinion).Value);
        }
        Assert.Null(await portal.PlacementAsync(opinion, draft));

        var placed = await secretary.SubmitAsync(FormOf(page, opinion), ("doan", "6"));
        Assert.Contains("Đã gắn ý kiến vào đoạn 6 của bản 2.", placed.Words, StringComparison.Ordinal);
        var none = await secretary.SubmitAsync(FormOf(placed, gone), ("doan", ""), ("khong", "true"));
        Assert.Contains("2/2 đã gắn", none.Words, StringComparison.Ordinal);
        Assert.Contains("không còn đoạn tương ứng", none.Words, StringComparison.Ordinal);

        var text = await secretary.OpenAsync($"/van-phong/du-thao/{draft.Id}?ban=2");
        var beside = text.Document.QuerySelector("#doan-6 .opinion")!.TextContent;
        Assert.Contains("Tuyến đường này rất cần.", beside, StringComparison.Ordinal);
        Assert.Contains("ý kiến ở bản 1", beside, StringComparison.Ordinal);
        Assert.DoesNotContain("chưa gắn", text.Words, StringComparison.Ordinal);

        // The opinion itself stays where it was made.
        await using var records = portal.Databases.NewRecords();
        var stored = await records.Opinions.AsNoTracking().SingleAsync(o => o.Id == opinion.Id, TestContext.Current.CancellationToken);
        Assert.Equal((draft.Versions[0].Id, (Guid?)opinion.ParagraphId, opinion.Version), (stored.DraftVersionId!.Value, stored.ParagraphId, stored.Version));
    }

    [Fact]
    public async Task Place_WhatSomebodyElsePlacedMeanwhile_IsNotOverwritten()
    {
        var draft = await portal.ReviseAsync();
        var opinion = await portal.OpinionAsync(draft, 1);
        using var secretary = await portal.SignInAsync("thu-ky");
        var page = await secretary.OpenAsync(Address(draft));
        await secretary.SubmitAsync(FormOf(page, opinion), ("doan", "3"));

        var stale = await secretary.SubmitAsync(FormOf(page, opinion), ("doan", "1"));
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Equal(draft.Versions[1].Paragraphs[2].Id, (await portal.PlacementAsync(opinion, draft))!.ParagraphId);

        // The same again is the same; taken back, the old form still says what its writer saw.
        Assert.Equal(HttpStatusCode.OK, (await secretary.SubmitAsync(FormOf(page, opinion), ("doan", "3"))).Status);
        var again = await secretary.OpenAsync(Address(draft));
        var back = await secretary.SubmitAsync(again.FormWithButton("Gắn lại"));
        Assert.Contains("0/1 đã gắn", back.Words, StringComparison.Ordinal);
        Assert.Contains("1/1 đã gắn", (await secretary.SubmitAsync(FormOf(back, opinion))).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Places_InAThirdVersion_StartFromWhereAPersonPutThem()
    {
        string[] third = [.. Revisions.Second[..5], "Tổ chức sơ kết hằng năm, báo cáo Ban Chấp hành Đảng bộ tỉnh tại kỳ họp cuối năm."];
        var draft = await portal.ReviseAsync(Revisions.First, Revisions.Second, third);
        var opinion = await portal.OpinionAsync(draft, 2);
        using var secretary = await portal.SignInAsync("thu-ky");
        Assert.Equal("", Field(await secretary.OpenAsync(Address(draft, 3)), opinion).Value);
        await secretary.SubmitAsync(FormOf(await secretary.OpenAsync(Address(draft)), opinion), ("doan", "6"));
        Assert.Equal("6", Field(await secretary.OpenAsync(Address(draft, 3)), opinion).Value);
    }

    [Fact]
    public async Task Places_OfAnotherDraftOrWithdrawn_AreNotThere()
    {
        var (draft, other) = (await portal.ReviseAsync(), await portal.ReviseAsync());
        var (foreign, withdrawn) = (await portal.OpinionAsync(other, 1), await portal.OpinionAsync(draft, 1));
        await using (var records = portal.Databases.NewRecords())
        {
            (await records.Opinions.SingleAsync(o => o.Id == withdrawn.Id, TestContext.Current.CancellationToken)).Withdraw(DateTimeOffset.UtcNow);
            await records.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        using var secretary = await portal.SignInAsync("thu-ky");
        Assert.Contains("Không có ý kiến nào cần gắn", (await secretary.OpenAsync(Address(draft))).Words, StringComparison.Ordinal);
        foreach (var opinion in new[] { foreign, withdrawn })
            Assert.Equal(HttpStatusCode.NotFound, (await secretary.PostAsync(Address(draft), "/van-phong", ("y-kien", opinion.Id.ToString()), ("thay", "0"), ("doan", "1"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await secretary.GetAsync(Address(draft, 9))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await secretary.PostAsync(Address(draft) + "&handler=Undo&luc=-5", "/van-phong")).Status);
    }

    private static string Address(Domain.Drafts.Draft draft, int version = 2) => $"/van-phong/du-thao/{draft.Id}/gan-y-kien?ban={version}";

    private static IHtmlInputElement Field(Answer page, Domain.Opinions.Opinion opinion) => (IHtmlInputElement)page.Document.GetElementById($"doan-{opinion.Id:N}")!;

    private static IHtmlFormElement FormOf(Answer page, Domain.Opinions.Opinion opinion) => Field(page, opinion).Form!;
}
