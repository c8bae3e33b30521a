using System.Net;
using ConferenceRecords.TestSupport;
using ConferenceRecords.Web.Tests.Office;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ConferenceRecords.Web.Tests.People;

/// <summary>Who of a list is somebody of the directory, or twice in the list: seen side by side and decided by a person.</summary>
public sealed class ImportChoiceTests(Portal portal) : IClassFixture<Portal>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SamePerson_ByNameAndUnit_GetsThePost_AndIsNotDoubled()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var stored = await AddAsync("Nguyễn Trùng Tên", "Phó Giám đốc", "Sở Trùng");
        const string Table = "Họ và tên\tChức vụ\tĐơn vị\tTừ ngày\nnguyen trung TEN\tGiám đốc\tSở trùng\t01/06/2023";
        var preview = await secretary.ReadAsync(await secretary.PasteAsync(Table));
        Assert.Contains("Nguyễn Trùng Tên - Phó Giám đốc, Sở Trùng", preview.Document.QuerySelector("tbody .choice .hint")!.TextContent, StringComparison.Ordinal);
        var done = await secretary.SubmitAsync(preview.FormWithButton("Lưu lựa chọn"), "Nhập 1 đại biểu");
        Assert.Contains("Đã nhập 0 đại biểu, thêm chức vụ cho 1 người đã có", done.Words, StringComparison.Ordinal);
        var posts = await portal.ReadAsync(r => r.Posts.Where(p => p.DelegateId == stored).OrderBy(p => p.Since).ToListAsync(Cancel));
        Assert.Equal([("Giám đốc", new DateOnly(2023, 6, 1))], posts.Select(p => (p.Position!, p.Since!.Value)));

        // The same list once more says nothing new.
        var again = await secretary.ReadAsync(await secretary.PasteAsync(Table));
        Assert.Contains("thêm chức vụ cho 0 người", (await secretary.SubmitAsync(again.FormWithButton("Lưu lựa chọn"), "Nhập 1 đại biểu")).Words, StringComparison.Ordinal);
        var shorter = await secretary.ReadAsync(await secretary.PasteAsync("Họ và tên\tChức vụ\tĐơn vị\nNguyễn Trùng Tên\tGIÁM ĐỐC\tSở Trùng"));
        await secretary.SubmitAsync(shorter.FormWithButton("Lưu lựa chọn"), "Nhập 1 đại biểu");
        Assert.Single(await portal.ReadAsync(r => r.Posts.Where(p => p.DelegateId == stored).ToListAsync(Cancel)));
        Assert.Equal(1, await portal.ReadAsync(r => r.Delegates.CountAsync(d => d.Unit == "Sở Trùng" || d.Unit == "Sở trùng", Cancel)));
    }

    [Fact]
    public async Task NewPostOfAMember_FromAListThatDoesNotSpeakOfMembers_KeepsTheMembership()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var member = await portal.ReadAsync(r => r.Delegates.AsNoTracking().Include(d => d.Posts).FirstAsync(d => d.IsMember && d.Unit != null, Cancel));
        var preview = await secretary.ReadAsync(await secretary.PasteAsync($"Họ và tên\tChức vụ\tĐơn vị\tTừ ngày\n{member.FullName}\tChức vụ mới\t{member.Unit}\t01/06/2024"));
        await secretary.SubmitAsync(preview.FormWithButton("Lưu lựa chọn"), "Nhập 1 đại biểu");
        var after = await portal.ReadAsync(r => r.Delegates.AsNoTracking().Include(d => d.Posts).SingleAsync(d => d.Id == member.Id, Cancel));
        Assert.Equal(("Chức vụ mới", true), (after.Position, after.IsMember));
        var membership = member.Posts.Single(p => p.BodyId is not null);
        Assert.Equal((membership.BodyId, membership.TermId), after.Posts.Where(p => p.Position == "Chức vụ mới").Select(p => (p.BodyId, p.TermId)).Single());
    }

    [Fact]
    public async Task UnclearNamesakes_AreAskedFor_AndNothingIsEnteredBefore()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var first = await AddAsync("Lê Không Rõ", null, null);
        await AddAsync("Lê Không Rõ", null, "Huyện B");
        var preview = await secretary.ReadAsync(await secretary.PasteAsync("Họ và tên\tChức vụ\nLê Không Rõ\tBí thư\nPhạm Rõ Ràng\tPhó Bí thư"));
        Assert.Equal(["Chưa chọn: 1"], preview.Document.QuerySelectorAll("nav.actions a").Select(a => a.TextContent).Where(t => t.StartsWith("Chưa", StringComparison.Ordinal)));
        var refused = await secretary.SubmitAsync(preview.FormWithButton("Lưu lựa chọn"), "Nhập 1 đại biểu");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(["Chưa nhập: còn 1 dòng trùng tên chưa chọn (dòng 2)."], refused.Errors);
        Assert.Equal(0, await portal.EnteredAsync(preview.Key()));
        Assert.Single(refused.Document.QuerySelectorAll("tbody tr"));

        // "The same for all" does not guess between two.
        var open = await secretary.SubmitAsync(refused.FormWithButton("Lưu lựa chọn"), "Cùng một người");
        Assert.Contains("Còn 1 dòng", open.Words, StringComparison.Ordinal);
        var chosen = await secretary.SubmitAsync(open.FormWithButton("Lưu lựa chọn"), "Lưu lựa chọn", ("chon-2", first.ToString()));
        var all = await secretary.OpenAsync(chosen.Path.Split('?')[0]);
        Assert.True(((AngleSharp.Html.Dom.IHtmlInputElement)all.Document.QuerySelector($"input[value='{first}']")!).IsChecked);
        Assert.Contains("Đã nhập 1 đại biểu, thêm chức vụ cho 1 người đã có", (await secretary.SubmitAsync(all.FormWithButton("Lưu lựa chọn"), "Nhập 2 đại biểu")).Words, StringComparison.Ordinal);
        Assert.Equal("Bí thư", await portal.ReadAsync(r => r.Delegates.Where(d => d.Id == first).Select(d => d.Position).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task RepeatedRows_OfTheList_AreLeftOut_OrAddAPost()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var preview = await secretary.ReadAsync(await secretary.PasteAsync(
            "Họ và tên\tChức vụ\tĐơn vị\tTừ ngày\tĐến ngày\nĐỗ Lặp Lại\tPhó phòng\tSở Lặp\t01/2015\t12/2019\nĐỗ Lặp Lại\tPhó phòng\tSở Lặp\t01/2015\t12/2019\nĐỗ Lặp Lại\tTrưởng phòng\tSở Lặp\t01/2020\t\n\tThiếu tên\tSở Lặp\t\t"));
        Assert.Contains("Thiếu họ và tên", preview.Document.QuerySelectorAll("tbody tr")[3].TextContent, StringComparison.Ordinal);
        Assert.Contains("Cùng người ở dòng 2, thêm chức vụ", preview.Document.QuerySelectorAll("tbody tr")[2].TextContent, StringComparison.Ordinal);
        var done = await secretary.SubmitAsync(preview.FormWithButton("Lưu lựa chọn"), "Nhập 1 đại biểu", ("chon-4", "Same"));
        Assert.Contains("Đã nhập 1 đại biểu", done.Words, StringComparison.Ordinal);
        var person = await portal.ReadAsync(r => r.Delegates.Include(d => d.Posts).SingleAsync(d => d.FullName == "Đỗ Lặp Lại", Cancel));
        Assert.Equal(("Trưởng phòng", 2), (person.Position, person.Posts.Count));
    }

    [Fact]
    public async Task Row_WhoseNamesakeCameInTheMeantime_IsAskedForAgain()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var preview = await secretary.ReadAsync(await secretary.PasteAsync("Họ và tên\nVũ Vừa Thêm"));
        await AddAsync("Vũ Vừa Thêm", "Bí thư", "Xã C");
        var refused = await secretary.SubmitAsync(preview.FormWithButton("Lưu lựa chọn"), "Nhập 1 đại biểu");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Vũ Vừa Thêm - Bí thư, Xã C", refused.Words, StringComparison.Ordinal);
        Assert.Equal(0, await portal.EnteredAsync(preview.Key()));
    }

    [Fact]
    public async Task TakeBack_KeepsThoseWhoSpoke()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var place = await portal.PlacesAsync();
        var preview = await secretary.ReadAsync(await secretary.PasteAsync("Họ và tên\tĐơn vị\nHoàng Đã Dự\tXã D\nHoàng Chưa Dự\tXã D", $"?hoi-nghi={place.SessionId}"));
        var done = await secretary.SubmitAsync(preview.FormWithButton("Lưu lựa chọn"), "Nhập 2 đại biểu");
        await using (var records = portal.Databases.NewRecords())
        {
            var session = await records.Sessions.Include(s => s.Sittings).SingleAsync(s => s.Id == place.SessionId, Cancel);
            var sitting = session.AddSitting(Guid.CreateVersion7(), new(2021, 12, 3), Domain.Sessions.DayPart.Morning, null);
            var present = new Domain.Sessions.Attendance(Guid.CreateVersion7(), sitting.Id, await records.Delegates.Where(d => d.FullName == "Hoàng Đã Dự").Select(d => d.Id).SingleAsync(Cancel));
            present.Set(Domain.Sessions.AttendanceState.Present);
            records.AddRange(sitting, present);
            await records.SaveChangesAsync(Cancel);
        }
        var back = await secretary.SubmitAsync(done.FormWithButton("Hoàn tác"));
        Assert.Contains("Đã bỏ 1 người của danh sách này khỏi danh bạ; 1 người được giữ", back.Words, StringComparison.Ordinal);
    }

    private async Task<Guid> AddAsync(string name, string? position, string? unit)
    {
        await using var records = portal.Databases.NewRecords();
        var person = new Domain.People.Delegate(Guid.CreateVersion7(), name, position, unit, isMember: false, isDemonstration: true);
        records.Add(person);
        await records.SaveChangesAsync(Cancel);
        return person.Id;
    }
}
