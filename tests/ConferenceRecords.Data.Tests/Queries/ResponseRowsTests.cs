using ConferenceRecords.Data.Queries;
using ConferenceRecords.Domain.Responses;
using ConferenceRecords.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ConferenceRecords.Data.Tests.Queries;

public sealed class ResponseRowsTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rows_HoldEveryOpinionOnce_AndCountLikeTheCounts()
    {
        await using var records = databases.NewRecords();
        var sessionId = await records.Sessions.Select(s => s.Id).SingleAsync(Cancel);
        var rows = await records.ResponseRowsAsync(sessionId, Cancel);
        var standing = await records.Opinions.Where(o => o.SessionId == sessionId && o.WithdrawnAt == null).Select(o => o.Id).ToListAsync(Cancel);
        Assert.Equal(standing.Order(), rows.SelectMany(r => r.Opinion.All).Select(o => o.Id).Order());

        var counts = (await records.ItemResponsesAsync(sessionId, Cancel)).Total();
        Assert.Equal(standing.Count, counts.Opinions);
        Assert.Equal(rows.Sum(r => r.Opinion.Others.Count), counts.Duplicates);
        Assert.Equal(rows.Count(r => r.State == ResponseState.Confirmed) + counts.Duplicates, counts.Done);
        Assert.Equal(
            [counts.Accepted, counts.Partly, counts.Kept, counts.HandedOver],
            Enum.GetValues<Disposition>().Select(d => rows.Count(r => r.State == ResponseState.Confirmed && r.Response!.Disposition == d)));
        Assert.Equal(
            (counts.Unassigned, counts.Assigned, counts.WaitingOffice),
            (rows.Count(r => r.State == ResponseState.Waiting), rows.Count(r => r.State == ResponseState.Assigned), rows.Count(r => r.State == ResponseState.Answered)));
        Assert.Equal(counts.Opinions, counts.Accepted + counts.Partly + counts.Kept + counts.HandedOver + counts.Duplicates + counts.WaitingOffice + counts.Assigned + counts.Unassigned);
    }

    [Fact]
    public async Task Rows_NameEveryProposer_ThePlaceAndWhatCarriesTheChange()
    {
        await using var records = databases.NewRecords();
        var rows = await records.ResponseRowsAsync(await records.Sessions.Select(s => s.Id).SingleAsync(Cancel), Cancel);
        var merged = Assert.Single(rows, r => r.Opinion.Others.Count > 0);
        Assert.Equal(["YK-12/XX-15-001", "YK-12/XX-15-003"], merged.Opinion.All.Select(o => o.Number));
        Assert.Equal((1, 18, 2, 18), (merged.Place!.Ordinal, merged.Place.Paragraph, merged.Response!.ChangedOrdinal, merged.Response.ChangedParagraph));
        Assert.Equal(rows.Where(r => r.Item is not null).Select(r => r.Item!.Position), rows.Where(r => r.Item is not null).Select(r => r.Item!.Position).Order());
        Assert.Null(rows[^1].Item);
    }

    [Fact]
    public async Task Opinion_BehindAWithdrawnOne_StandsForItself_AndWaitsAgain()
    {
        await using var own = databases.NewRecords();
        await using var transaction = await own.Database.BeginTransactionAsync(Cancel);
        var lead = await own.Opinions.SingleAsync(o => o.Number == "YK-12/XX-15-001", Cancel);
        lead.Withdraw(DateTimeOffset.UtcNow);
        await own.SaveChangesAsync(Cancel);
        var counts = (await own.ItemResponsesAsync(lead.SessionId, Cancel)).Total();
        Assert.Equal((52, 45, 0, 3), (counts.Opinions, counts.Done, counts.Duplicates, counts.Unassigned));
        Assert.DoesNotContain(await own.ResponseRowsAsync(lead.SessionId, Cancel), r => r.Opinion.Others.Count > 0);
        await transaction.RollbackAsync(Cancel);
    }
}
