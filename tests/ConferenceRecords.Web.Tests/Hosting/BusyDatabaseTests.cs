using System.Net;
using ConferenceRecords.TestSupport;
using ConferenceRecords.Web.Tests.Delegates;
using ConferenceRecords.Web.Tests.Publishing;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace ConferenceRecords.Web.Tests.Hosting;

/// <summary>Somebody else holds what is needed for longer than the database waits.</summary>
public sealed class BusyDatabaseTests(Portal portal) : IClassFixture<Portal>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Save_OfAHeldRecord_AsksToTryAgain()
    {
        var draft = await portal.SendDraftAsync();
        using var visitor = await portal.SignInAsync("dai-bieu-1");
        var receipt = await visitor.SendOpinionAsync(draft.Id, "Đề nghị sửa");
        await using var holder = await HoldAsync($"SELECT 1 FROM records.opinions WHERE id = '{receipt.Key()}' FOR UPDATE");

        var answer = await visitor.SubmitAsync(receipt.FormWithButton("Rút ý kiến"));

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Hệ thống đang bận"), (answer.Status, answer.Document.QuerySelector("h1")?.TextContent));
    }

    [Fact]
    public async Task Publisher_ShutOutOfTheOutbox_GoesOnAfterwards()
    {
        var session = await portal.NewSessionAsync();
        using var secretary = await portal.SignInAsync("thu-ky");
        using var approver = await portal.SignInAsync("nguoi-duyet");
        var review = await approver.OpenAsync(await portal.WaitingAsync(secretary, session));
        await using (await HoldAsync("LOCK TABLE jobs.outbox IN ACCESS EXCLUSIVE MODE"))
        {
            await using var records = portal.Databases.NewRecords();
            await records.Database.ExecuteSqlRawAsync("NOTIFY outbox", Cancel);
            // Longer than the office waits for a lock.
            await Task.Delay(TimeSpan.FromSeconds(4), Cancel);
        }

        await approver.ApproveAsync(review);

        await using var publication = portal.Databases.NewPublication();
        Assert.True(await Desk.SoonAsync(() => publication.Editions.AnyAsync(e => e.SessionId == session.Id, Cancel)));
    }

    /// <summary>Another session that keeps a lock until it is disposed of.</summary>
    private async Task<NpgsqlConnection> HoldAsync(string sql)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(portal.Databases.RecordsOwner) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(Cancel);
        await using var command = new NpgsqlCommand("BEGIN; " + sql, connection);
        await command.ExecuteNonQueryAsync(Cancel);
        return connection;
    }
}
