namespace ConferenceRecords.Web.Pages.Public;

/// <summary>A stretch of an excerpt.</summary>
/// <param name="Text">Its text.</param>
/// <param name="IsHit">Whether it is what was looked for.</param>
public readonly record struct Stretch(string Text, bool IsHit);

/// <summary>Parts of long texts for lists; cuts fall between words and are shown by an ellipsis.</summary>
public static class Excerpt
{
    private const int LengthBeforeHit = 120, LengthWithHits = 420, TwoLines = 140;

    /// <summary>The beginning of a text.</summary>
    public static string Beginning(string text) => text.Length <= TwoLines ? text : text[..CutBefore(text, TwoLines)] + " …";

    /// <summary>The text around the first place that was found.</summary>
    public static IReadOnlyList<Stretch> Around(string text, IReadOnlyList<Range> hits)
    {
        var first = hits.Count == 0 ? 0 : hits[0].Start.Value;
        var start = first <= LengthBeforeHit ? 0 : text.IndexOf(' ', first - LengthBeforeHit) is var blank && blank >= 0 && blank < first ? blank + 1 : first;
        var end = text.Length - start <= LengthWithHits ? text.Length : CutBefore(text, start + LengthWithHits);

        var stretches = new List<Stretch>();
        if (start > 0) stretches.Add(new("… ", false));
        foreach (var hit in hits.Where(h => h.End.Value <= end))
        {
            stretches.Add(new(text[start..hit.Start], false));
            stretches.Add(new(text[hit], true));
            start = hit.End.Value;
        }
        stretches.Add(new(text[start..end], false));
        if (end < text.Length) stretches.Add(new(" …", false));
        return [.. stretches.Where(s => s.Text.Length > 0)];
    }

    private static int CutBefore(string text, int end) =>
        text.LastIndexOf(' ', end) is var blank && blank > end - LengthBeforeHit ? blank : char.IsHighSurrogate(text[end - 1]) ? end - 1 : end;
}
