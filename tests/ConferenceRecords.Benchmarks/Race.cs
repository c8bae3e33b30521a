using System.Diagnostics;

namespace ConferenceRecords.Benchmarks;

/// <summary>
/// Two ways of work run in turns in one process, so that whatever else the machine does slows both; what counts is the median of the
/// ratios of neighbouring runs, never a time.
/// </summary>
/// <param name="Name">What is measured.</param>
/// <param name="Work">The work.</param>
/// <param name="Yardstick">What it is measured against.</param>
/// <param name="Limit">The ratio that it must not pass.</param>
internal sealed record Race(string Name, Action Work, Action Yardstick, double Limit)
{
    private const int WarmUps = 10;
    private const int Rounds = 15;

    public Result Run()
    {
        for (var i = 0; i < WarmUps; i++)
        {
            Work();
            Yardstick();
        }
        var rounds = Enumerable.Range(0, Rounds).Select(_ => (Work: Measure(Work), Yardstick: Measure(Yardstick))).ToList();
        return new(
            this, Median(rounds.Select(r => r.Work.Time / r.Yardstick.Time)), Median(rounds.Select(r => r.Work.Time)),
            Median(rounds.Select(r => (double)r.Work.Bytes)) / Median(rounds.Select(r => (double)Math.Max(1, r.Yardstick.Bytes))), Median(rounds.Select(r => (double)r.Work.Bytes)));
    }

    private static (double Time, long Bytes) Measure(Action act)
    {
        GC.Collect();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.GetTimestamp();
        act();
        return (Stopwatch.GetElapsedTime(clock).TotalMilliseconds, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);
}

/// <summary>How a race ended.</summary>
/// <param name="Race">The race.</param>
/// <param name="Ratio">Median of work to yardstick, in time.</param>
/// <param name="Milliseconds">Median of the work's time.</param>
/// <param name="Memory">Work to yardstick, in bytes allocated.</param>
/// <param name="Bytes">Median of the bytes that the work allocates.</param>
internal sealed record Result(Race Race, double Ratio, double Milliseconds, double Memory, double Bytes)
{
    public bool IsWithinLimit => Ratio <= Race.Limit;
}
