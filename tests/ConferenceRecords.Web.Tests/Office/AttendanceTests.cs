using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using ConferenceRecords.Domain.People;
using ConferenceRecords.Domain.Sessions;
using ConferenceRecords.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ConferenceRecords.Web.Tests.Office;

public sealed class AttendanceTests(Portal portal) : IClassFixture<Portal>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Session_WithoutSitting_LeadsToTheSittings()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var session = await secretary.CreateSessionAsync(("Input.Title", "Hội nghị chưa có buổi"));
        var page = await secretary.OpenAsync(session + "/diem-danh");
        Assert.Equal(session + "/buoi", page.Document.QuerySelector(".empty a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task List_StandsInItsOwnOrder_OrByGivenName()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var hall = await SittingAsync("Đỗ Thử Yến", "Lê Thử An", "Trần Thử Đức");
        Assert.Equal(["1. Đỗ Thử Yến", "2. Lê Thử An", "3. Trần Thử Đức"], Names(await secretary.OpenAsync(hall.Page)));
        Assert.Equal(["1. Lê Thử An", "2. Trần Thử Đức", "3. Đỗ Thử Yến"], Names(await secretary.OpenAsync(hall.Page + "&theo-ten=true")));
        Assert.Equal(HttpStatusCode.NotFound, (await secretary.GetAsync(hall.Session + $"/diem-danh?buoi={Guid.CreateVersion7()}")).Status);
    }

    [Fact]
    public async Task Save_CountsAgainstAllMembersOfTheDay_AndGuests()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var hall = await SittingAsync("Ủy Viên Một", "Ủy Viên Hai", "Ủy Viên Ba", "Ủy Viên Bốn", "Khách Năm", "Khách Sáu");
        await MembersAsync(hall, hall.People.Take(4), uninvited: "Ủy Viên Không Mời");
        var page = await secretary.OpenAsync(hall.Page);
        Assert.Contains("chưa điểm danh 5; khách mời 0/2", Tally(page), StringComparison.Ordinal);
        Assert.Contains("Ủy Viên Không Mời", page.Document.QuerySelector("details.warning")!.TextContent, StringComparison.Ordinal);
        var (one, two, three, four, five) = (hall.People[0], hall.People[1], hall.People[2], hall.People[3], hall.People[4]);
        var saved = await secretary.SubmitAsync(
            page.FormWithButton("Lưu điểm danh"), ($"tt-{one}", "Present"), ($"tt-{two}", "Late"), ($"gio-{two}", "8h15"), ($"tt-{three}", "Excused"), ($"ly-do-{three}", "đi công tác"),
            ($"tt-{four}", "Absent"), ($"tt-{five}", "Present"));
        Assert.Matches("Đã lưu điểm danh [0-9]{2}:[0-9]{2}:[0-9]{2}", saved.Words);
        Assert.Equal("Có mặt 2/5 ủy viên (1 đến muộn), vắng có lý do 1, không lý do 1, chưa điểm danh 1; khách mời 1/2", Tally(saved));
        Assert.Contains("Có mặt 2/5 ủy viên", (await secretary.OpenAsync(hall.Session)).Words, StringComparison.Ordinal);
        var late = await NoteAsync(hall, two);
        Assert.Equal((AttendanceState.Late, new TimeOnly(8, 15)), (late.State, late.ArrivedAt));

        // A membership that ended the day before counts no more.
        await using (var records = portal.Databases.NewRecords())
        {
            var person = await records.Delegates.Include(d => d.Posts).SingleAsync(d => d.Id == four, Cancel);
            records.Add(person.Hold(Guid.CreateVersion7(), new("Việc khác", null, Since: new(2021, 12, 3))));
            await records.SaveChangesAsync(Cancel);
        }
        Assert.Equal("Có mặt 2/4 ủy viên (1 đến muộn), vắng có lý do 1, không lý do 0, chưa điểm danh 1; khách mời 1/3", Tally(await secretary.OpenAsync(hall.Page)));
    }

    [Fact]
    public async Task TwoSecretaries_OfDifferentRows_LoseNothing_AndTheSameRowShowsBoth()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        using var colleague = await portal.SignInAsync("thu-ky");
        var hall = await SittingAsync("Người Một", "Người Hai", "Người Ba");
        var (one, two, three) = (hall.People[0], hall.People[1], hall.People[2]);
        var (mine, theirs) = ((await secretary.OpenAsync(hall.Page)).FormWithButton("Lưu điểm danh"), (await colleague.OpenAsync(hall.Page)).FormWithButton("Lưu điểm danh"));
        await colleague.SubmitAsync(theirs, ($"tt-{one}", "Present"), ($"tt-{two}", "Excused"), ($"ly-do-{two}", "ốm"));
        var conflict = await secretary.SubmitAsync(mine, ($"tt-{two}", "Absent"), ($"tt-{three}", "Present"));
        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("Người khác vừa ghi: Vắng có lý do, ốm", conflict.Words, StringComparison.Ordinal);
        Assert.True(Radio(conflict, two, "Absent").IsChecked);
        Assert.Equal((AttendanceState.Present, AttendanceState.Excused, AttendanceState.Present), ((await NoteAsync(hall, one)).State, (await NoteAsync(hall, two)).State, (await NoteAsync(hall, three)).State));
        await secretary.SubmitAsync(conflict.FormWithButton("Lưu điểm danh"));
        Assert.Equal((AttendanceState.Absent, AttendanceState.Present), ((await NoteAsync(hall, two)).State, (await NoteAsync(hall, one)).State));
    }

    [Fact]
    public async Task TwoSecretaries_AtTheSameTime_AreBothKept()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        using var colleague = await portal.SignInAsync("thu-ky");
        var hall = await SittingAsync([.. Enumerable.Range(1, 40).Select(n => $"Người Đua {n}")]);
        var (mine, theirs) = ((await secretary.OpenAsync(hall.Page)).FormWithButton("Lưu điểm danh"), (await colleague.OpenAsync(hall.Page)).FormWithButton("Lưu điểm danh"));
        var answers = await Task.WhenAll(
            secretary.SubmitAsync(mine, [.. hall.People.Where((_, i) => i % 2 == 0).Select(id => ($"tt-{id}", "Present"))]),
            colleague.SubmitAsync(theirs, [.. hall.People.Where((_, i) => i % 2 == 1).Select(id => ($"tt-{id}", "Absent"))]),
            ClickAsync(secretary, hall, hall.People[0], "Present"), ClickAsync(colleague, hall, hall.People[1], "Absent"));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        var notes = await portal.ReadAsync(r => r.Attendances.Where(a => a.SittingId == hall.SittingId).ToListAsync(Cancel));
        Assert.Equal(40, notes.Count);
        Assert.All(notes, note => Assert.Equal(hall.People.ToList().IndexOf(note.DelegateId) % 2 == 0 ? AttendanceState.Present : AttendanceState.Absent, note.State));
    }

    [Fact]
    public async Task Late_WithoutTheHour_ComesBack_AndTheOthersAreSaved()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var hall = await SittingAsync("Người Muộn", "Người Đúng Giờ");
        var form = (await secretary.OpenAsync(hall.Page)).FormWithButton("Lưu điểm danh");
        var refused = await secretary.SubmitAsync(form, ($"tt-{hall.People[0]}", "Late"), ($"gio-{hall.People[0]}", "sớm"), ($"tt-{hall.People[1]}", "Present"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(["Người Muộn: Nhập giờ đến, ví dụ 08:15"], refused.Errors);
        Assert.Equal("sớm", refused.Value($"gio-{hall.People[0]}"));
        Assert.Equal(AttendanceState.Present, (await NoteAsync(hall, hall.People[1])).State);
        await secretary.SubmitAsync(refused.FormWithButton("Lưu điểm danh"), ($"gio-{hall.People[0]}", "8:20"));
        Assert.Equal(new TimeOnly(8, 20), (await NoteAsync(hall, hall.People[0])).ArrivedAt);
    }

    [Fact]
    public async Task TheRestPresent_IsTakenBack_WhereNobodyChangedItSince()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var hall = await SittingAsync("Người Vắng", "Người Còn Lại Một", "Người Còn Lại Hai");
        var form = (await secretary.OpenAsync(hall.Page)).FormWithButton("Lưu điểm danh");
        var all = await secretary.SubmitAsync(form, "Còn lại đều có mặt", ($"tt-{hall.People[0]}", "Absent"));
        Assert.Contains("Đã ghi 2 người chưa điểm danh là có mặt.", all.Words, StringComparison.Ordinal);
        await ClickAsync(secretary, hall, hall.People[1], "Excused", "Present||", ("ly-do", "ốm"));
        var back = await secretary.SubmitAsync(all.FormWithButton("Hoàn tác"));
        Assert.Contains("Đã bỏ ghi 1 người.", back.Words, StringComparison.Ordinal);
        Assert.Equal((AttendanceState.Absent, AttendanceState.Excused, null), ((await NoteAsync(hall, hall.People[0])).State, (await NoteAsync(hall, hall.People[1])).State, (await NoteAsync(hall, hall.People[2])).State));
    }

    [Fact]
    public async Task OneClick_IsSaved_AndTellsOfConflictAndFault()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var hall = await SittingAsync("Người Được Bấm");
        var person = hall.People[0];
        var saved = JsonDocument.Parse((await ClickAsync(secretary, hall, person, "Present")).Text).RootElement;
        Assert.Matches("^Đã lưu [0-9:]{8}$", saved.GetProperty("text").GetString());
        Assert.Equal("Present||", saved.GetProperty("before").GetString());
        Assert.Contains("khách mời 1/1", saved.GetProperty("tally").GetString(), StringComparison.Ordinal);
        var conflict = await ClickAsync(secretary, hall, person, "Absent");
        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("Người khác vừa ghi: Có mặt", JsonDocument.Parse(conflict.Text).RootElement.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ClickAsync(secretary, hall, person, "Late", "Present||")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ClickAsync(secretary, hall, Guid.CreateVersion7(), "Present")).Status);
        await ClickAsync(secretary, hall, person, "", "Present||");
        Assert.Null((await NoteAsync(hall, person)).State);
    }

    [Fact]
    public async Task NotedPerson_WhoIsNotInvitedAnyMore_StaysInTheList()
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        var hall = await SittingAsync("Người Thôi Mời", "Người Thôi Mời Chưa Ghi");
        await ClickAsync(secretary, hall, hall.People[0], "Present");
        await using (var records = portal.Databases.NewRecords())
        {
            foreach (var invitation in await records.Invitations.Where(i => i.SessionId == hall.SessionId).ToListAsync(Cancel)) invitation.Revoke(DateTimeOffset.UtcNow);
            await records.SaveChangesAsync(Cancel);
        }
        Assert.Contains("Đã thôi mời", Assert.Single((await secretary.OpenAsync(hall.Page)).Document.QuerySelectorAll("li.attendance")).TextContent, StringComparison.Ordinal);
    }

    private static string[] Names(Answer page) => [.. page.Document.QuerySelectorAll("li.attendance strong").Select(s => s.TextContent)];

    private static string Tally(Answer page) => page.Document.QuerySelector("[data-tally]")!.TextContent;

    private static IHtmlInputElement Radio(Answer page, Guid person, string state) => (IHtmlInputElement)page.Document.QuerySelector($"input[name='tt-{person}'][value={state}]")!;

    private static Task<Answer> ClickAsync(Visitor secretary, Hall hall, Guid person, string state, string before = "||", params (string Name, string Value)[] more) => secretary.PostAsync(
        hall.Page + "&handler=One", hall.Page, [("dai-bieu", person.ToString()), ($"truoc-{person}", before), ($"tt-{person}", state), .. more.Select(m => ($"{m.Name}-{person}", m.Value))]);

    private Task<Attendance> NoteAsync(Hall hall, Guid person) =>
        portal.ReadAsync(r => r.Attendances.AsNoTracking().SingleAsync(a => a.SittingId == hall.SittingId && a.DelegateId == person, Cancel));

    /// <summary>A session of a body of its own with one sitting, to which these people are invited in this order.</summary>
    private async Task<Hall> SittingAsync(params string[] names)
    {
        await using var records = portal.Databases.NewRecords();
        var model = await records.Sessions.AsNoTracking().SingleAsync(s => s.Ordinal == 12, Cancel);
        var committee = await records.Bodies.Where(b => b.Id == model.BodyId).Select(b => b.CommitteeId).SingleAsync(Cancel);
        var body = new Domain.Committees.Body(Guid.CreateVersion7(), committee, "Cơ quan thử", $"co-quan-thu-{Guid.NewGuid():N}");
        var session = new Session(Guid.CreateVersion7(), body.Id, model.TermId, $"hoi-nghi-thu-{Guid.NewGuid():N}", new("Hội nghị điểm danh", null, SessionKind.Thematic));
        var sitting = session.AddSitting(Guid.CreateVersion7(), new(2021, 12, 3), DayPart.Morning, null);
        var people = names.Select(n => new Domain.People.Delegate(Guid.CreateVersion7(), n, null, null, isMember: false, isDemonstration: true)).ToList();
        records.AddRange(body, session);
        records.AddRange(people);
        records.AddRange(people.Select((p, i) => new Invitation(Guid.CreateVersion7(), session.Id, p.Id, DateTimeOffset.UtcNow.AddMilliseconds(i))));
        await records.SaveChangesAsync(Cancel);
        return new(session.Id, body.Id, model.TermId, sitting.Id, [.. people.Select(p => p.Id)]);
    }

    private async Task MembersAsync(Hall hall, IEnumerable<Guid> members, string uninvited)
    {
        await using var records = portal.Databases.NewRecords();
        var more = new Domain.People.Delegate(Guid.CreateVersion7(), uninvited, null, null, isMember: true, isDemonstration: true);
        records.Add(more);
        var facts = new PostFacts("Ủy viên", null, hall.BodyId, hall.TermId, new(2020, 5, 1));
        foreach (var person in await records.Delegates.Where(d => members.Contains(d.Id)).ToListAsync(Cancel)) records.Add(person.Hold(Guid.CreateVersion7(), facts));
        more.Hold(Guid.CreateVersion7(), facts);
        await records.SaveChangesAsync(Cancel);
    }

    private sealed record Hall(Guid SessionId, Guid BodyId, Guid TermId, Guid SittingId, IReadOnlyList<Guid> People)
    {
        public string Session => $"/van-phong/hoi-nghi/{SessionId}";

        public string Page => $"{Session}/diem-danh?buoi={SittingId}";
    }
}
