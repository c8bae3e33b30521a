using System.Net;
using ConferenceRecords.Data.Publishing;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Domain.Agenda;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Domain.Sessions;
using ConferenceRecords.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ConferenceRecords.Web.Tests.Publishing;

/// <summary>An edition says nothing of a content that is left out: no title, no gap in the numbers, no count that it is missing from.</summary>
public sealed class LeftOutTests(Portal portal) : IClassFixture<Portal>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Edition_WithAnInternalContent_TellsNothingOfIt(bool isWithdrawnToo)
    {
        var session = await ThreeContentsAsync();
        await using (var records = portal.Databases.NewRecords())
        await using (var agenda = await records.LockAgendaAsync(session.Id, Cancel))
        {
            var hidden = agenda.Order.Active.Single(i => i.Code == 2);
            hidden.MarkInternal();
            if (isWithdrawnToo) agenda.Order.Withdraw(hidden, DateTimeOffset.UtcNow);
            await records.SaveChangesAsync(Cancel);
            await agenda.CommitAsync(Cancel);
        }

        var bundle = await ApproveAsync(session);

        Assert.Equal([(1, "Nội dung duy nhất"), (2, "Nội dung 3")], bundle.Categories.SelectMany(c => c.Items, (_, i) => (i.Number, i.Title)));
        Assert.Null(bundle.Session.StatedItemCount);
        Assert.All(bundle.Categories, c => Assert.Null(c.StatedCount));
    }

    [Fact]
    public async Task Edition_WithAPostponedContent_LeavesItOutLikeAWithdrawnOne()
    {
        var session = await ThreeContentsAsync();
        await using (var records = portal.Databases.NewRecords())
        await using (var agenda = await records.LockAgendaAsync(session.Id, Cancel))
        {
            agenda.Order.Postpone(agenda.Order.Active.Single(i => i.Code == 2), DateTimeOffset.UtcNow);
            await records.SaveChangesAsync(Cancel);
            await agenda.CommitAsync(Cancel);
        }

        var bundle = await ApproveAsync(session);

        Assert.Equal([(1, "Nội dung duy nhất"), (2, "Nội dung 3")], bundle.Categories.SelectMany(c => c.Items, (_, i) => (i.Number, i.Title)));
        Assert.Equal(3, bundle.Session.StatedItemCount);
    }

    [Fact]
    public async Task Edition_WithEveryContent_KeepsTheStatedCounts()
    {
        var bundle = await ApproveAsync(await ThreeContentsAsync());
        Assert.Equal((3, 3, 3), (bundle.Categories.Sum(c => c.Items.Count), bundle.Session.StatedItemCount, bundle.Categories.Sum(c => c.StatedCount)));
    }

    [Fact]
    public async Task Approve_WhileAContentIsBeingMarkedInternal_ShowsTheDifferenceInsteadOfPublishing()
    {
        var session = await ThreeContentsAsync();
        using var secretary = await portal.SignInAsync("thu-ky");
        using var approver = await portal.SignInAsync("nguoi-duyet");
        var review = await approver.OpenAsync(await portal.WaitingAsync(secretary, session));
        await using var records = portal.Databases.NewRecords();
        await using var agenda = await records.LockAgendaAsync(session.Id, Cancel);
        agenda.Order.Active.Single(i => i.Code == 2).MarkInternal();
        await records.SaveChangesAsync(Cancel);

        var approval = approver.ApproveAsync(review);
        await Task.Delay(TimeSpan.FromSeconds(1), Cancel);
        await agenda.CommitAsync(Cancel);

        Assert.Equal(HttpStatusCode.Conflict, (await approval).Status);
        Assert.Equal(0, await portal.EditionsAsync(session));
    }

    private async Task<Session> ThreeContentsAsync()
    {
        var session = await portal.NewSessionAsync();
        await using var records = portal.Databases.NewRecords();
        var stored = await records.Sessions.SingleAsync(s => s.Id == session.Id, Cancel);
        stored.Change(new(stored.Title, null, SessionKind.Thematic, StatedItemCount: 3));
        await using var agenda = await records.LockAgendaAsync(session.Id, Cancel);
        var first = agenda.Order.All[0];
        foreach (var code in (int[])[2, 3])
        {
            var item = new AgendaItem(Guid.CreateVersion7(), session.Id, first.MatterId, code, code, new($"Nội dung {code}", first.CategoryId));
            agenda.Order.Add(item);
            records.Add(item);
        }
        records.Add(new StatedCount(Guid.CreateVersion7(), session.Id, first.CategoryId, 3));
        await records.SaveChangesAsync(Cancel);
        await agenda.CommitAsync(Cancel);
        return session;
    }

    private async Task<SessionBundle> ApproveAsync(Session session)
    {
        using var secretary = await portal.SignInAsync("thu-ky");
        using var approver = await portal.SignInAsync("nguoi-duyet");
        await approver.ApproveAsync(await approver.OpenAsync(await portal.WaitingAsync(secretary, session)));
        await using var records = portal.Databases.NewRecords();
        return (SessionBundle)(await records.NewestEditionAsync(session.Id, ReleaseKind.Conclusion, Cancel))!;
    }
}
