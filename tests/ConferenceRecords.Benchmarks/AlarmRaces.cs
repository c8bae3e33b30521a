using ConferenceRecords.Domain.Responses;
using ConferenceRecords.Domain.Tests.Responses.Planted;
using static System.FormattableString;

namespace ConferenceRecords.Benchmarks;

/// <summary>The alarms of the ledger: what they find of what was planted, and how quickly.</summary>
internal static class AlarmRaces
{
    public static IEnumerable<Race> All()
    {
        var ledgers = PlantedLedger.All(5_000).ToList();
        yield return new(
            "Alarms over 300 opinions on 30 drafts, comparisons at hand, against the same twice", () => Raise(ledgers, 2), () => Raise(ledgers, 1), 3);
    }

    public static void PrintScores()
    {
        foreach (var seed in (int[])[5_000, 77_000])
        {
            var (accepted, changes) = AlarmScore.Of([.. PlantedLedger.All(seed)]);
            foreach (var (name, score) in new[] { ("accepted, text unchanged", accepted), ("text changed, no ground", changes) })
                Console.WriteLine(Invariant($"Alarm \"{name}\" (set {seed}): {score.Planted} planted among 300 opinions, {score.Raised} raised | precision {score.Precision:0.000}, recall {score.Recall:0.000}"));
        }
    }

    private static void Raise(List<PlantedLedger> ledgers, int times)
    {
        for (var i = 0; i < times; i++)
        {
            foreach (var ledger in ledgers)
            {
                foreach (var opinion in ledger.Opinions) _ = AcceptedTexts.StateOf([ledger.History], opinion);
                _ = TextChanges.Explained(ledger.History, ledger.Opinions, ledger.Reasons);
            }
        }
    }
}
