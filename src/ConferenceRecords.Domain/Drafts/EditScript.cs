namespace ConferenceRecords.Domain.Drafts;

/// <summary>The shortest way from one sequence to another, by Myers' greedy algorithm (An O(ND) Difference Algorithm and Its Variations, 1986).</summary>
internal static class EditScript
{
    /// <summary>Most insertions and deletions that are searched for; sequences further apart share what they begin and end with.</summary>
    private const int MostEdits = 1500;

    /// <summary>For each entry of the older sequence its place in the newer one; -1 where it is gone. The places rise.</summary>
    public static int[] Partners(string[] older, string[] newer)
    {
        var partners = Enumerable.Repeat(-1, older.Length).ToArray();
        var start = 0;
        while (start < older.Length && start < newer.Length && older[start] == newer[start]) partners[start] = start++;
        var (endOld, endNew) = (older.Length, newer.Length);
        while (endOld > start && endNew > start && older[endOld - 1] == newer[endNew - 1]) partners[--endOld] = --endNew;
        ReadOnlySpan<string> old = older.AsSpan(start..endOld), now = newer.AsSpan(start..endNew);
        if (old.Length == 0 || now.Length == 0 || Trace(old, now) is not { } trace) return partners;

        var (x, y) = (old.Length, now.Length);
        for (var d = trace.Count - 1; d >= 0; d--)
        {
            var (k, furthest) = (x - y, d == 0 ? [0] : trace[d - 1]);
            var down = d == 0 || k == -d || (k != d && At(furthest, d - 1, k - 1) < At(furthest, d - 1, k + 1));
            var fromX = d == 0 ? 0 : down ? At(furthest, d - 1, k + 1) : At(furthest, d - 1, k - 1);
            var fromY = d == 0 ? 0 : fromX - (down ? k + 1 : k - 1);
            while (x > fromX && y > fromY && old[x - 1] == now[y - 1]) partners[start + --x] = start + --y;
            (x, y) = (fromX, fromY);
        }
        return partners;
    }

    /// <summary>The furthest places on each diagonal, edit by edit; null when the sequences are too far apart.</summary>
    private static List<int[]>? Trace(ReadOnlySpan<string> old, ReadOnlySpan<string> now)
    {
        var trace = new List<int[]>();
        for (var d = 0; d <= Math.Min(old.Length + now.Length, MostEdits); d++)
        {
            // Diagonals -d, -d + 2, ... d: only they are reached with d edits.
            var reached = new int[d + 1];
            for (var k = -d; k <= d; k += 2)
            {
                var x = d == 0 ? 0
                    : k == -d || (k != d && At(trace[d - 1], d - 1, k - 1) < At(trace[d - 1], d - 1, k + 1)) ? At(trace[d - 1], d - 1, k + 1)
                    : At(trace[d - 1], d - 1, k - 1) + 1;
                var y = x - k;
                while (x < old.Length && y < now.Length && old[x] == now[y]) (x, y) = (x + 1, y + 1);
                reached[(k + d) / 2] = x;
                if (x >= old.Length && y >= now.Length)
                {
                    trace.Add(reached);
                    return trace;
                }
            }
            trace.Add(reached);
        }
        return null;
    }

    private static int At(int[] reached, int d, int k) => reached[(k + d) / 2];
}
