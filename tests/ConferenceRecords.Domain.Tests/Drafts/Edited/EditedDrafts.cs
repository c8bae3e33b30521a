namespace ConferenceRecords.Domain.Tests.Drafts.Edited;

/// <summary>The sets of edited drafts: about a thousand edits each, some drafts with few edits, some with many, some with nothing but tasks in nearly the same words.</summary>
internal static class EditedDrafts
{
    /// <summary>The set by which the rules were set.</summary>
    public const int Tuned = 1_000;

    /// <summary>A set that was looked at only after the rules stood.</summary>
    public const int HeldOut = 900_000;

    public static IEnumerable<EditedDraft> Of(int seed) =>
    [
        .. Enumerable.Range(seed, 30).Select(s => EditedDraft.Make(s, 12)),
        .. Enumerable.Range(seed + 1_000, 12).Select(s => EditedDraft.Make(s, 40)),
        .. Enumerable.Range(seed + 2_000, 20).Select(s => EditedDraft.Make(s, 20, isMonotonous: true)),
    ];
}
