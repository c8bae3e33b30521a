using System.Net;
using ConferenceRecords.TestSupport;
using ConferenceRecords.Web.Tests.Office;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ConferenceRecords.Web.Tests.Capture;

/// <summary>Two people change the same opinion: both texts are kept, and the second person chooses by paragraph.</summary>
public sealed class MergeTests(Portal portal) : IClassFixture<Portal>
{
    private const string Start = "Đoạn một.\nĐoạn hai.\nĐoạn ba.";

    [Fact]
    public async Task Stale_ShowsTheThreeByParagraph_AndKeepsWhatWasWrittenBeforeAnythingIsChosen()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var (id, conflict) = await ConflictAsync(secretary, "Đoạn một, tôi.\nĐoạn hai, tôi.\nĐoạn ba.", "Đoạn một.\nĐoạn hai, họ <script>alert(1)</script>.\nĐoạn ba.");
        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Equal(2, conflict.Document.QuerySelectorAll(".conflict").Length);
        Assert.Contains("Đoạn hai, tôi.", conflict.Document.QuerySelectorAll(".mine")[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("<script>alert(1)</script>", conflict.Document.QuerySelectorAll(".theirs")[1].TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", conflict.Text, StringComparison.Ordinal);
        Assert.Contains("Đoạn hai.", conflict.Document.QuerySelectorAll("fieldset .hint")[1].TextContent, StringComparison.Ordinal);

        // The page is closed without a choice: the stored words stand, the others are among the earlier ones.
        Assert.Equal("Đoạn một.\nĐoạn hai, họ <script>alert(1)</script>.\nĐoạn ba.", (await OpinionAsync(id)).Text);
        Assert.Contains("Đoạn một, tôi.\nĐoạn hai, tôi.\nĐoạn ba.", await EarlierAsync(id));
    }

    [Theory]
    [InlineData("Mine", "Đoạn một, tôi.\nĐoạn hai, tôi.\nĐoạn ba.")]
    [InlineData("Theirs", "Đoạn một, tôi.\nĐoạn hai, họ.\nĐoạn ba.")]
    [InlineData("Both", "Đoạn một, tôi.\nĐoạn hai, tôi.\nĐoạn hai, họ.\nĐoạn ba.")]
    public async Task Choice_OfAParagraph_IsSaved(string choice, string expected)
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var (id, conflict) = await ConflictAsync(secretary, "Đoạn một, tôi.\nĐoạn hai, tôi.\nĐoạn ba.", "Đoạn một.\nĐoạn hai, họ.\nĐoạn ba.");
        var saved = await secretary.SubmitAsync(conflict.FormWithButton("Lưu theo lựa chọn"), "Lưu theo lựa chọn", ("Choices[1]", choice));
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        Assert.Equal(expected, (await OpinionAsync(id)).Text);
        var earlier = await EarlierAsync(id);
        Assert.All((string[])[Start, "Đoạn một.\nĐoạn hai, họ.\nĐoạn ba.", "Đoạn một, tôi.\nĐoạn hai, tôi.\nĐoạn ba."], text => Assert.Contains(text, earlier.Append(expected)));
    }

    [Fact]
    public async Task Free_EditingOfTheProposal_IsSaved_AndAThirdPersonMeetsTheSamePage()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var (id, conflict) = await ConflictAsync(secretary, "Đoạn một, tôi.\nĐoạn hai.\nĐoạn ba.", "Đoạn một.\nĐoạn hai.\nĐoạn ba, họ.");
        var form = conflict.Form("Input.Text");
        Assert.Equal("Đoạn một, tôi.\nĐoạn hai.\nĐoạn ba, họ.", form.QuerySelector("#Input_Text")!.TextContent.Trim());

        var third = await secretary.OpenAsync($"/van-phong/y-kien/{id}");
        await secretary.SubmitAsync(third.Form("Input.Text"), ("Input.Text", "Người thứ ba viết lại."));
        var again = await secretary.SubmitAsync(form);
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        await secretary.SubmitAsync(again.Form("Input.Text"), ("Input.Text", "Chốt lại."));
        Assert.Equal("Chốt lại.", (await OpinionAsync(id)).Text);
        Assert.Contains("Người thứ ba viết lại.", await EarlierAsync(id));
    }

    [Fact]
    public async Task Stale_WhenOnlyANameWasFound_IsNoConflict()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var (page, place) = await PageAsync();
        var opinion = Desk.Opinion(place, Start, ("Input.DelegateId", ""), ("Input.SpeakerName", "Ai đó"));
        await secretary.SendAsync(page, opinion);
        var form = (await secretary.OpenAsync($"/van-phong/y-kien/{opinion["Input.Id"]}")).Form("Input.Text");
        await secretary.SubmitAsync(form, ("Input.DelegateId", place.Delegates[1].ToString()));
        var saved = await secretary.SubmitAsync(form, ("Input.Text", "Chỉ sửa lời."));
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        var stored = await OpinionAsync(Guid.Parse(opinion["Input.Id"]));
        Assert.Equal(("Chỉ sửa lời.", place.Delegates[1]), (stored.Text, stored.DelegateId));

        // Whose opinion it is, though, is not changed behind a colleague's back.
        var other = await secretary.SubmitAsync(form, ("Input.Text", "Chỉ sửa lời."), ("Input.DelegateId", place.Delegates[2].ToString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.Status);
        Assert.Equal(place.Delegates[1], (await OpinionAsync(stored.Id)).DelegateId);
    }

    private async Task<(Guid Id, Answer Conflict)> ConflictAsync(Visitor secretary, string mine, string theirs)
    {
        var (page, place) = await PageAsync();
        var opinion = Desk.Opinion(place, Start);
        await secretary.SendAsync(page, opinion);
        var address = $"/van-phong/y-kien/{opinion["Input.Id"]}";
        var (first, second) = ((await secretary.OpenAsync(address)).Form("Input.Text"), (await secretary.OpenAsync(address)).Form("Input.Text"));
        await secretary.SubmitAsync(second, ("Input.Text", theirs));
        return (Guid.Parse(opinion["Input.Id"]), await secretary.SubmitAsync(first, ("Input.Text", mine)));
    }

    private async Task<(string Page, Places Place)> PageAsync() => await portal.PlacesAsync() is var place ? ($"{place.Session}/y-kien", place) : default;

    private Task<Domain.Opinions.Opinion> OpinionAsync(Guid id) => portal.ReadAsync(r => r.Opinions.SingleAsync(o => o.Id == id, Office.Office.Cancel));

    private Task<List<string>> EarlierAsync(Guid id) => portal.ReadAsync(r => r.OpinionRevisions.Where(o => o.OpinionId == id).Select(o => o.Text).ToListAsync(Office.Office.Cancel));
}
