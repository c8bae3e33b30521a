using ConferenceRecords.Data.Publication;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Queries;

/// <summary>Words that were published and that a mistyped word may have been meant to be.</summary>
public static class NearWords
{
    /// <summary>Most proposals for one word.</summary>
    private const int MostForAWord = 6;

    /// <summary>Most proposals for a question that are tried out.</summary>
    private const int MostTried = 12;

    /// <summary>A word and it without each one of its letters. Two words that share one of these differ by one letter that is wrong, missing, too many or out of place, or by two.</summary>
    /// <param name="folded">A word without marks.</param>
    /// <returns>The keys.</returns>
    public static string[] KeysOf(string folded)
    {
        ArgumentNullException.ThrowIfNull(folded);
        return [.. Enumerable.Range(0, folded.Length).Where(_ => folded.Length > 2).Select(i => folded.Remove(i, 1)).Prepend(folded).Distinct()];
    }

    /// <summary>What may have been meant by a question that found nothing: it with its unknown words changed, or else one of its words, so that it finds something.</summary>
    /// <param name="publication">The public's context.</param>
    /// <param name="terms">What was looked for.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The question to propose; null when there is none that finds something.</returns>
    public static async Task<string?> ProposalAsync(this PublicationContext publication, SearchTerms terms, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(publication);
        ArgumentNullException.ThrowIfNull(terms);
        var words = terms.Words;
        var known = await publication.Words.AsNoTracking().Where(w => words.Contains(w.Folded)).Select(w => w.Folded).Distinct().ToListAsync(cancel);
        var unknown = Enumerable.Range(0, words.Count).Where(i => !known.Contains(words[i])).ToList();
        var near = new Dictionary<int, List<(string Word, double Distance)>>();
        foreach (var index in unknown.Count > 0 ? unknown : Enumerable.Range(0, words.Count))
            near[index] = await publication.NearAsync(words[index], terms.HasMarks ? terms.AccentedWords[index] : words[index], terms.HasMarks, cancel);
        // A word that nobody published and that is like none can't be mended.
        if (unknown.Exists(index => near[index].Count == 0)) return null;

        var mended = terms.AccentedWords.Select((word, index) => unknown.Contains(index) ? near[index][0].Word : word).ToArray();
        var changed = near.SelectMany(n => n.Value, (n, word) => (n.Key, word)).OrderBy(c => c.word.Distance).Take(MostTried)
            .Select(c => string.Join(' ', mended.Select((word, index) => index == c.Key ? c.word.Word : word)));
        foreach (var proposal in changed.Prepend(string.Join(' ', mended)).Distinct())
        {
            // Only what is public today is proposed: a word may be left of an edition that was withdrawn.
            if (SearchTerms.Read(proposal) is { } meant && !(await publication.SearchAsync(meant, new(), cancel)).IsEmpty) return proposal;
        }
        return null;
    }

    private static async Task<List<(string Word, double Distance)>> NearAsync(
        this PublicationContext publication, string folded, string typed, bool withMarks, CancellationToken cancel)
    {
        var keys = KeysOf(folded);
        var candidates = await publication.Words.AsNoTracking().Where(w => w.Near.Any(near => keys.Contains(near)) && w.Folded != folded)
            .Select(w => new { w.Word, w.Folded }).Take(500).ToListAsync(cancel);
        return
        [
            .. candidates.Select(c => (Word: withMarks ? c.Word : c.Folded, Distance: Distance(folded, c.Folded) + (withMarks ? Distance(typed, c.Word) / 100.0 : 0)))
                .Distinct().Where(c => c.Distance < 2 || folded.Length > 4).OrderBy(c => c.Distance).ThenBy(c => c.Word, StringComparer.Ordinal).Take(MostForAWord),
        ];
    }

    /// <summary>How many letters are wrong, missing, too many or exchanged with their neighbour.</summary>
    internal static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) rows[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) rows[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                rows[i, j] = Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }
        return rows[a.Length, b.Length];
    }
}
