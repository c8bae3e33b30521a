using System.Net;
using ConferenceRecords.TestSupport;
using ConferenceRecords.Web.Tests.Office;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ConferenceRecords.Web.Tests.People;

public sealed class DirectoryTests(Portal portal) : IClassFixture<Portal>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("duc", "Đỗ Văn Thử Đức")]
    [InlineData("ĐỨC thu van", "Đỗ Văn Thử Đức")]
    [InlineData("truong phong thu", "Đỗ Văn Thử Đức")]
    [InlineData("huyen thu nghiem 7", "Đỗ Văn Thử Đức")]
    public async Task Search_ByNamePositionOrUnit_NeedsNoMarks(string typed, string name)
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        await AddAsync(secretary, ("Input.FullName", "Đỗ Văn Thử Đức"), ("Input.Position", "Trưởng phòng Thử"), ("Input.Unit", "Huyện Thử nghiệm 7"), ("Input.AddAnyway", "true"));
        var page = await secretary.OpenAsync("/van-phong/dai-bieu?tim=" + Uri.EscapeDataString(typed));
        Assert.Equal(name, page.Document.QuerySelector("tbody .row-title")!.TextContent);
        Assert.Contains("Không có ai khớp", (await secretary.OpenAsync("/van-phong/dai-bieu?tim=khong-co-ai-ten-nhu-vay")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Directory_OfManyPeople_HasPagesOf50_ByGivenName()
    {
        await using (var records = portal.Databases.NewRecords())
        {
            records.AddRange(Enumerable.Range(0, 120).Select(i => new Domain.People.Delegate(Guid.CreateVersion7(), $"Thử Trang {(char)('A' + (i % 26))}{(char)('a' + (i / 26))}", null, "Đơn vị trang", isMember: false, isDemonstration: true)));
            await records.SaveChangesAsync(Cancel);
        }
        using var secretary = await portal.SignInAsync("thu-ky");
        var names = new List<string>();
        var sizes = new List<int>();
        for (var next = "/van-phong/dai-bieu?tim=don+vi+trang"; next is not null;)
        {
            var page = await secretary.OpenAsync(next);
            var rows = page.Document.QuerySelectorAll("tbody .row-title").Select(a => a.TextContent).ToList();
            names.AddRange(rows);
            sizes.Add(rows.Count);
            next = page.Document.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }
        Assert.Equal([50, 50, 20], sizes);
        Assert.Equal(names.Order(Domain.Text.PersonName.Order), names);
        Assert.Equal(120, names.Distinct().Count());
    }

    [Fact]
    public async Task Person_IsRenamed_HoldsPosts_IsRemovedAndBroughtBack()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var membership = (await secretary.OpenAsync("/van-phong/dai-bieu/them")).Form("Input.FullName").FirstChoice("Input.Membership");
        var page = await AddAsync(secretary, ("Input.FullName", "Lê  Thử   Nghiệm"), ("Input.Position", "Phó Giám đốc"), ("Input.Since", "05/2020"), ("Input.Membership", membership));
        Assert.Contains("từ 05/2020 đến nay", page.Words, StringComparison.Ordinal);
        var id = Guid.Parse(page.Path.Split('/')[^1]);

        var post = (await secretary.OpenAsync(page.Path + "/chuc-vu")).Form("Input.Position");
        var refused = await secretary.SubmitAsync(post, ("Input.Since", "31/02/2022"), ("Input.Until", "2022"));
        Assert.Equal(
            ["Nhập chức vụ, hoặc chọn cơ quan mà người này là ủy viên", "Không có ngày này trong lịch. Hãy kiểm tra lại ngày và tháng", "Ngày phải có dạng ngày/tháng/năm, ví dụ 03/12/2021"],
            refused.Errors);
        var saved = await secretary.SubmitAsync(post, ("Input.Position", "Giám đốc"), ("Input.Unit", "Sở Thử"), ("Input.Since", "10/01/2022"));
        Assert.Contains("từ 05/2020 đến 09/01/2022", saved.Words, StringComparison.Ordinal);
        Assert.Contains("từ 10/01/2022 đến nay", saved.Words, StringComparison.Ordinal);
        await secretary.SubmitAsync(post, ("Input.Position", "Giám đốc"), ("Input.Unit", "Sở Thử"), ("Input.Since", "10/01/2022"));
        Assert.Equal(2, await portal.ReadAsync(r => r.Posts.CountAsync(p => p.DelegateId == id, Cancel)));

        var stale = (await secretary.OpenAsync(page.Path)).Form("Input.FullName");
        await secretary.SubmitAsync((await secretary.OpenAsync(page.Path)).Form("Input.FullName"), ("Input.FullName", "Lê Thử Nghiệm Một"));
        var conflict = await secretary.SubmitAsync(stale, ("Input.FullName", "Lê Thử Nghiệm Hai"));
        Assert.Equal((HttpStatusCode.Conflict, "Lê Thử Nghiệm Hai"), (conflict.Status, conflict.Value("Input.FullName")));
        Assert.Contains("Lê Thử Nghiệm Một", conflict.Document.QuerySelector(".theirs")!.TextContent, StringComparison.Ordinal);
        await secretary.SubmitAsync(conflict.Form("Input.FullName"));

        var removed = await secretary.SubmitAsync((await secretary.OpenAsync(page.Path)).FormWithButton("Bỏ khỏi danh bạ"));
        Assert.DoesNotContain(page.Path, (await secretary.OpenAsync("/van-phong/dai-bieu?tim=thu+nghiem+hai")).Text, StringComparison.Ordinal);
        Assert.Contains(page.Path, (await secretary.OpenAsync("/van-phong/dai-bieu?tim=thu+nghiem+hai&da-bo=true")).Text, StringComparison.Ordinal);
        await secretary.SubmitAsync(removed.FormWithButton("Hoàn tác"));
        var person = await portal.ReadAsync(r => r.Delegates.SingleAsync(d => d.Id == id, Cancel));
        Assert.Equal(("Lê Thử Nghiệm Hai", "Giám đốc", false, null), (person.FullName, person.Position, person.IsMember, person.RemovedAt));
    }

    [Fact]
    public async Task Invited_AsMember_HoldsTheMembershipOfTheSession()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var place = await portal.PlacesAsync();
        var form = (await secretary.OpenAsync($"{place.Session}/dai-bieu/them")).Form("Input.FullName");
        await secretary.SubmitAsync(form, ("Input.FullName", "Ủy viên Thử Một"), ("Input.Since", "05/2020"));
        var guest = (await secretary.OpenAsync($"{place.Session}/dai-bieu/them")).Form("Input.FullName");
        await secretary.SubmitAsync(guest, ("Input.FullName", "Khách Thử Hai"), ("Input.Membership", ""));
        var posts = await portal.ReadAsync(r => r.Delegates.Where(d => d.FullName == "Ủy viên Thử Một").SelectMany(d => d.Posts).ToListAsync(Cancel));
        var session = await portal.ReadAsync(r => r.Sessions.SingleAsync(s => s.Id == place.SessionId, Cancel));
        Assert.Equal([(session.BodyId, session.TermId, new DateOnly(2020, 5, 1))], posts.Select(p => (p.BodyId!.Value, p.TermId!.Value, p.Since!.Value)));
        Assert.False(await portal.ReadAsync(r => r.Delegates.Where(d => d.FullName == "Khách Thử Hai").Select(d => d.IsMember).SingleAsync(Cancel)));
    }

    private static async Task<Answer> AddAsync(Visitor secretary, params (string Name, string Value)[] values)
    {
        var answer = await secretary.SubmitAsync((await secretary.OpenAsync("/van-phong/dai-bieu/them")).Form("Input.FullName"), values);
        Assert.Matches("^/van-phong/dai-bieu/[0-9a-f-]{36}$", answer.Path);
        return answer;
    }
}
