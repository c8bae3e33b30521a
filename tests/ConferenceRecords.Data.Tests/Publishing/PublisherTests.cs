using ConferenceRecords.Data.Publishing;
using ConferenceRecords.Domain;
using ConferenceRecords.TestSupport;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace ConferenceRecords.Data.Tests.Publishing;

/// <summary>The one-way valve delivers each approved bundle exactly once, whenever it is killed.</summary>
public sealed class PublisherTests(PostgresFixture postgres, TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static readonly Guid Approver = Guid.CreateVersion7();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_BetweenCopyAndMark_TheNextRunCompletesOnce()
    {
        var number = await ApproveNextEditionAsync();
        await using var publication = NpgsqlDataSource.Create(databases.For("cr_publisher"));
        await using (var records = databases.NewRecords())
        {
            // The copy has committed when the publisher asks the time for the second time: now the server cuts the office's connections, and the mark can't be set.
            await Assert.ThrowsAnyAsync<Exception>(() => new Publisher(records, publication, new CuttingClock(CutOffice)).DeliverAsync(Cancel));
        }
        Assert.Equal(1, await EditionsAsync(number));
        NpgsqlConnection.ClearAllPools();

        await using var again = databases.NewRecords();
        Assert.Equal(1, await new Publisher(again, publication, TimeProvider.System).DeliverAsync(Cancel));
        Assert.Equal(0, await new Publisher(again, publication, TimeProvider.System).DeliverAsync(Cancel));
        Assert.Equal(1, await EditionsAsync(number));
    }

    [Fact]
    public async Task ManyPublishersAtOnce_DeliverOnce()
    {
        var number = await ApproveNextEditionAsync();
        await using var publication = NpgsqlDataSource.Create(databases.For("cr_publisher"));
        async Task DeliverAsync()
        {
            await using var records = databases.NewRecords();
            await new Publisher(records, publication, TimeProvider.System).DeliverAsync(Cancel);
        }
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => DeliverAsync()));

        Assert.Equal(1, await EditionsAsync(number));
        await using var office = databases.NewRecords();
        Assert.False(await office.Outbox.AnyAsync(m => m.DeliveredAt == null && m.CancelledAt == null, Cancel));
    }

    [Fact]
    public async Task Approve_ByAnAuthor_LeavesNoBundleAndNoEdition()
    {
        await using var records = databases.NewRecords();
        var conclusion = await records.Conclusions.Include(c => c.Directives).SingleAsync(Cancel);
        var before = await records.Outbox.CountAsync(Cancel);
        conclusion.Write(new(conclusion.Title, conclusion.Body + "\nThêm."), Approver);
        conclusion.Submit(Guid.CreateVersion7());

        await Assert.ThrowsAsync<DomainException>(() => records.ApproveAsync(conclusion, Approver, DateTimeOffset.UtcNow, Cancel));
        await using var fresh = databases.NewRecords();
        Assert.Equal(before, await fresh.Outbox.CountAsync(Cancel));
    }

    /// <summary>Called off at the very moment at which it goes out: one of both, never both and never none.</summary>
    [Fact]
    public async Task CancelSchedule_WhileItIsDelivered_IsOneOfBoth()
    {
        await using var publication = NpgsqlDataSource.Create(databases.For("cr_publisher"));
        var approved = DateTimeOffset.UtcNow;
        for (var round = 0; round < 12; round++)
        {
            var number = await ApproveNextEditionAsync(approved.AddHours(1), approved);
            async Task DeliverAsync()
            {
                await using var records = databases.NewRecords();
                await new Publisher(records, publication, new At(approved.AddHours(1))).DeliverAsync(Cancel);
            }
            async Task<bool> CancelAsync()
            {
                await using var records = databases.NewRecords();
                await using var transaction = await records.Database.BeginTransactionAsync(Cancel);
                var conclusion = await records.Conclusions.SingleAsync(Cancel);
                if (!await records.CancelScheduleAsync(conclusion, approved.AddMinutes(59), Cancel)) return false;
                await records.SaveChangesAsync(Cancel);
                await transaction.CommitAsync(Cancel);
                return true;
            }
            var delivering = round % 2 == 0 ? DeliverAsync() : Task.CompletedTask;
            var isCancelled = await CancelAsync();
            await Task.WhenAll(delivering, DeliverAsync());

            await using var now = databases.NewRecords();
            Assert.Equal(isCancelled ? 0 : 1, await EditionsAsync(number));
            Assert.Equal(isCancelled ? Domain.Publishing.ReleaseState.Drafting : Domain.Publishing.ReleaseState.Approved, (await now.Conclusions.SingleAsync(Cancel)).State);
            Assert.Equal(isCancelled, (await now.Outbox.OrderByDescending(m => m.Id).FirstAsync(Cancel)).DeliveredAt is null);
        }
    }

    [Fact]
    public async Task Schedule_BeforeItsTime_IsNotDeliveredAndCanNotBeCalledOffAfterwards()
    {
        await using var publication = NpgsqlDataSource.Create(databases.For("cr_publisher"));
        var approved = DateTimeOffset.UtcNow;
        var number = await ApproveNextEditionAsync(approved.AddHours(1), approved);
        await using var records = databases.NewRecords();

        await new Publisher(records, publication, new At(approved.AddMinutes(59))).DeliverAsync(Cancel);
        Assert.Equal(0, await EditionsAsync(number));
        await using (await records.Database.BeginTransactionAsync(Cancel))
        {
            Assert.False(await records.CancelScheduleAsync(await records.Conclusions.SingleAsync(Cancel), approved.AddHours(1), Cancel));
        }
        await new Publisher(records, publication, new At(approved.AddHours(1))).DeliverAsync(Cancel);

        Assert.Equal(1, await EditionsAsync(number));
    }

    private sealed class CuttingClock(Action cut) : TimeProvider
    {
        private int asked;

        public override DateTimeOffset GetUtcNow()
        {
            if (++asked == 2) cut();
            return base.GetUtcNow();
        }
    }

    private async Task<int> ApproveNextEditionAsync(DateTimeOffset? publishAt = null, DateTimeOffset? at = null)
    {
        await using var records = databases.NewRecords();
        var conclusion = await records.Conclusions.Include(c => c.Directives).SingleAsync(Cancel);
        conclusion.Write(new(conclusion.Title, conclusion.Body + "\nĐoạn thêm."), conclusion.AuthorIds[0]);
        conclusion.Submit(conclusion.AuthorIds[0], publishAt);
        await records.SaveChangesAsync(Cancel);
        var message = await records.ApproveAsync(conclusion, Guid.CreateVersion7(), at ?? DateTimeOffset.UtcNow, Cancel);
        await records.SaveChangesAsync(Cancel);
        return message.Edition;
    }

    private async Task<int> EditionsAsync(int number)
    {
        await using var publication = databases.NewPublication();
        return await publication.Editions.CountAsync(e => e.Number == number, Cancel);
    }

    private void CutOffice()
    {
        using var admin = new NpgsqlConnection(postgres.Server.AdminConnectionString);
        admin.Open();
        using var command = new NpgsqlCommand("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND usename = 'cr_office'", admin)
        {
            Parameters = { new() { Value = databases.Names.Records } },
        };
        command.ExecuteNonQuery();
    }

    private sealed class At(DateTimeOffset time) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => time;
    }
}
