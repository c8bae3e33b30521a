using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.Domain.Tests.Drafts.Edited;
using static System.FormattableString;

namespace ConferenceRecords.Benchmarks;

/// <summary>Two versions of a draft of 100 pages, and how well older paragraphs are found again.</summary>
internal static class ComparisonRaces
{
    public static IEnumerable<Race> All()
    {
        var (older, newer) = Pages(edits: 200);
        var (lines, otherLines) = (Lines(older), Lines(newer));
        yield return new(
            Invariant($"100 pages compared with a second version ({older.Count} paragraphs, {Words(older)} words, 200 edits), words included, against the plain difference of their lines"),
            () => Compare(older, newer), () => PlainDifference(lines, otherLines), 14);

        var (other, rewritten) = (older, Pages(edits: 0, seed: 77).Newer);
        yield return new(
            "100 pages against another text of 100 pages: nothing is the same (worst case), against the plain difference of their lines",
            () => Compare(other, rewritten), () => PlainDifference(lines, Lines(rewritten)), 40);
    }

    /// <summary>Prints precision and recall of places beyond doubt, kind of edit by kind of edit.</summary>
    public static void PrintPlaces()
    {
        foreach (var (name, seed) in new[] { ("rules set on these", EditedDrafts.Tuned), ("held out", EditedDrafts.HeldOut) })
        {
            var drafts = EditedDrafts.Of(seed).ToList();
            var scores = Reanchoring.Of(drafts);
            Console.WriteLine(Invariant($"Places in the newer version, {drafts.Sum(d => d.EditCount)} edits ({name}):"));
            foreach (var s in scores)
                Console.WriteLine(Invariant($"  {s.Edit,-15} {s.Paragraphs,5} paragraphs | beyond doubt {s.Proposed,5}, wrong {s.Wrong} | recall {Share(s.Found, s.Placed)} beyond doubt, {Share(s.FoundAtAll, s.Placed)} proposed | told what it is {Share(s.Named, s.Placed)}"));
            var edited = scores.Where(s => s.Edit != Edit.Untouched).ToList();
            Console.WriteLine(Invariant($"  All that was edited: precision {Share(edited.Sum(s => s.Found), edited.Sum(s => s.Proposed))}, recall {Share(edited.Sum(s => s.Found), edited.Sum(s => s.Placed))} beyond doubt, {Share(edited.Sum(s => s.FoundAtAll), edited.Sum(s => s.Placed))} proposed"));
        }
    }

    private static string Share(int part, int whole) => whole == 0 ? "    -" : Invariant($"{(double)part / whole,5:0.000}");

    private static (List<ComparedParagraph> Older, List<ComparedParagraph> Newer) Pages(int edits, int seed = 12)
    {
        var drafts = Enumerable.Range(seed * 100, 12).Select(s => EditedDraft.Make(s, edits / 12)).ToList();
        return (Join(drafts.SelectMany(d => d.Older)), Join(drafts.SelectMany(d => d.Newer)));
    }

    private static List<ComparedParagraph> Join(IEnumerable<ComparedParagraph> paragraphs) => [.. paragraphs.Select((p, i) => p with { Number = i + 1 })];

    private static int Words(List<ComparedParagraph> version) => version.Sum(p => p.Text.Split(' ', '\t').Length);

    private static string[] Lines(List<ComparedParagraph> version) => [.. version.Select(p => p.Text)];

    private static void Compare(List<ComparedParagraph> older, List<ComparedParagraph> newer)
    {
        foreach (var pair in VersionComparison.Of(older, newer).Changes) WordDifference.Of(pair.Old?.Text ?? "", pair.New?.Text ?? "");
    }

    /// <summary>The longest sequence of equal lines, as any plain comparison of lines finds it.</summary>
    private static void PlainDifference(string[] older, string[] newer)
    {
        var longest = new int[older.Length + 1, newer.Length + 1];
        for (var i = older.Length - 1; i >= 0; i--)
        {
            for (var j = newer.Length - 1; j >= 0; j--)
                longest[i, j] = older[i] == newer[j] ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
        }
    }
}
