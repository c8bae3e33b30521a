using Xunit;

namespace ConferenceRecords.Domain.Tests.Responses.Planted;

/// <summary>Both alarms on planted mismatches. The figures are printed by the benchmark project.</summary>
public sealed class PlantedLedgerTests
{
    [Theory]
    [InlineData(5_000)]
    [InlineData(77_000)]
    public void Alarms_FindWhatWasPlanted_AndRaiseLittleElse(int seed)
    {
        var ledgers = PlantedLedger.All(seed).ToList();
        Assert.Equal(300, ledgers.Sum(l => l.Opinions.Count));
        Assert.Equal((30, 30), (ledgers.Sum(l => l.Unchanged.Count), ledgers.Sum(l => l.Unexplained.Count)));
        var misses = new List<string>();
        var (accepted, changes) = AlarmScore.Of(ledgers, misses);
        var said = $"{accepted} {changes}\n{string.Join('\n', misses)}";
        Assert.True(accepted.Recall >= 0.95 && changes.Recall >= 0.95, said);
        Assert.True(accepted.Precision >= 0.9 && changes.Precision >= 0.9, said);
    }
}
