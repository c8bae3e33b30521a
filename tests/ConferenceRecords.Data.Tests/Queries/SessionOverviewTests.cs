using ConferenceRecords.Data.Auditing;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Data.Setup;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Xunit;

namespace ConferenceRecords.Data.Tests.Queries;

public sealed class SessionOverviewTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Overview_OfConference12_CountsWhatIsStored_InFourQueries()
    {
        var commands = 0;
        var options = new DbContextOptionsBuilder<RecordsContext>(ContextOptions.Records(databases.For("cr_office")))
            .LogTo(_ => Interlocked.Increment(ref commands), (id, _) => id == RelationalEventId.CommandExecuted).Options;
        await using var records = new RecordsContext(options, new Actor(), TimeProvider.System);
        var sessionId = await records.Sessions.Select(s => s.Id).SingleAsync(Cancel);
        commands = 0;
        var overview = await records.SessionOverviewAsync(sessionId, Cancel);
        Assert.Equal(4, commands);

        Assert.Equal([14, 5, 2], overview.Groups.Select(g => g.Rows.Count));
        Assert.Equal([14, 5, null], overview.Groups.Select(g => g.Stated));
        Assert.Equal((21, 21, (int?)null), (overview.Count, overview.Figures.StatedItems, overview.StatedSum));
        Assert.False(overview.CountDiffers || overview.StatedDiffers);
        Assert.Equal(await records.Opinions.CountAsync(Cancel), overview.Figures.Opinions);
        Assert.Equal(((await records.ItemResponsesAsync(sessionId, Cancel)).Total().Done, false), (overview.Figures.Answered, overview.Figures.ResponsesCompleted));
        Assert.Equal(await records.Drafts.CountAsync(Cancel), overview.Rows.Sum(r => r.Drafts));
        Assert.Equal(await records.DraftVersions.MaxAsync(v => v.Ordinal, Cancel), overview.Rows.Max(r => r.LatestVersion));
        Assert.All(overview.Rows, row => Assert.Equal(ItemStage.Published, row.Stage(overview.Figures.Conclusion)));
    }

    [Fact]
    public async Task Line_OfConference12_TellsConclusionAndEdition()
    {
        await using var records = databases.NewRecords();
        var line = Assert.Single(await records.SessionLineQuery(new DateOnly(2021, 12, 3)).ToListAsync(Cancel));
        Assert.Equal((21, ReleaseState.Approved, 1), (line.Items, line.Conclusion, line.LastEdition));
        Assert.NotNull(line.LastEditionAt);
        Assert.Null(line.NextSitting);
    }
}
