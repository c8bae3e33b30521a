using ConferenceRecords.Domain.Drafts;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Localization;

namespace ConferenceRecords.Web.Drafts;

/// <summary>A version as one chooses it for a comparison.</summary>
public sealed record VersionChoice(Guid Id, int Ordinal, string? Note);

/// <summary>What became of one paragraph, or of the several into which it was divided or which were joined.</summary>
/// <param name="Number">Counts the changes from 1.</param>
/// <param name="Pairs">The pairs: several of a divided or joined paragraph.</param>
public sealed record VersionChange(int Number, IReadOnlyList<ParagraphPair> Pairs)
{
    public ParagraphFate Fate => Pairs[0].Fate;

    public bool IsMoved => Pairs.Any(p => p.IsMoved);

    public IEnumerable<ComparedParagraph> Old => Pairs.Select(p => p.Old).OfType<ComparedParagraph>().Distinct();

    public IEnumerable<ComparedParagraph> New => Pairs.Select(p => p.New).OfType<ComparedParagraph>().Distinct();

    /// <summary>Its words before; empty where it was added.</summary>
    public string Older => string.Join('\n', Old.Select(p => p.Text));

    /// <summary>Its words now; empty where it was removed.</summary>
    public string Newer => string.Join('\n', New.Select(p => p.Text));

    /// <summary>The number or bullet as it is now.</summary>
    public string? Marker => (New.FirstOrDefault() ?? Old.First()).Marker;
}

/// <summary>A stretch of a comparison: a change, or paragraphs that stayed as they were.</summary>
public sealed record ComparisonPart(VersionChange? Change, IReadOnlyList<ParagraphPair> Unchanged);

/// <summary>Two versions side by side (D3).</summary>
/// <param name="Older">The older version.</param>
/// <param name="Newer">The newer version.</param>
/// <param name="Versions">All that may be chosen, the newest first.</param>
/// <param name="Comparison">The comparison.</param>
/// <param name="IsWhole">Whether what did not change is shown as well.</param>
/// <param name="DraftAddress">Address of the draft.</param>
public sealed record ComparisonView(
    VersionChoice Older, VersionChoice Newer, IReadOnlyList<VersionChoice> Versions, VersionComparison Comparison, bool IsWhole, string DraftAddress)
{
    /// <summary>Address of the stored text, where the newer one is a file that is not stored yet and <see cref="DraftAddress"/> is the query of its page; null for two versions.</summary>
    public string? StoredAddress { get; init; }

    /// <summary>What stands below a change, by its older paragraphs; null for nothing.</summary>
    public Func<IEnumerable<ComparedParagraph>, Task<IHtmlContent>?> Below { get; init; } = _ => null;

    public IReadOnlyList<ComparisonPart> Parts { get; } = [.. Cut(Comparison.Pairs)];

    public IReadOnlyList<VersionChange> Changes => [.. Parts.Select(p => p.Change).OfType<VersionChange>()];

    /// <summary>Address of the comparison, with the whole text or without.</summary>
    public string Address(bool whole) => StoredAddress is not null ? DraftAddress + (whole ? "&ca-van-ban=true" : "") : $"{DraftAddress}/so-sanh?tu={Older.Ordinal}&den={Newer.Ordinal}{(whole ? "&ca-van-ban=true" : "")}";

    /// <summary>Address of a paragraph in one of the versions.</summary>
    public string Address(VersionChoice version, ComparedParagraph paragraph) => StoredAddress is { } stored ? version == Older ? $"{stored}#doan-{paragraph.Number}" : "#thay-doi" : $"{DraftAddress}?ban={version.Ordinal}#doan-{paragraph.Number}";

    /// <summary>What a paragraph in one of the versions is called.</summary>
    public string Name(IStringLocalizer<SharedText> text, VersionChoice version, ComparedParagraph paragraph) =>
        StoredAddress is null ? text["bản {0}, đoạn {1}", version.Ordinal, paragraph.Number]
        : version == Older ? text["bản đang lưu, đoạn {0}", paragraph.Number] : text["tệp, đoạn {0}", paragraph.Number];

    /// <summary>How many changes there are of each kind: "sửa 2, thêm 1".</summary>
    public string Counts(IStringLocalizer<SharedText> text) =>
        string.Join(", ", Changes.GroupBy(c => (c.Fate, IsMove: c.Fate == ParagraphFate.Same)).OrderBy(g => g.Key.IsMove).ThenBy(g => g.Key.Fate)
            .Select(g => $"{text.Of(g.Key.Fate)} {g.Count()}"));

    private static IEnumerable<ComparisonPart> Cut(IReadOnlyList<ParagraphPair> pairs)
    {
        var (number, at) = (0, 0);
        while (at < pairs.Count)
        {
            var from = at++;
            if (!pairs[from].IsChange)
            {
                while (at < pairs.Count && !pairs[at].IsChange) at++;
                yield return new(null, [.. pairs.Skip(from).Take(at - from)]);
                continue;
            }
            while (at < pairs.Count && Belong(pairs[from], pairs[at])) at++;
            yield return new(new(++number, [.. pairs.Skip(from).Take(at - from)]), []);
        }
    }

    private static bool Belong(ParagraphPair first, ParagraphPair next) => first.Fate == next.Fate && first.Fate switch
    {
        ParagraphFate.Split => first.Old == next.Old,
        ParagraphFate.Merged => first.New == next.New,
        _ => false,
    };
}

/// <summary>The office's words for what became of a paragraph.</summary>
public static class ComparisonWords
{
    /// <summary>A paragraph with the same words is listed because it moved.</summary>
    public static string Of(this IStringLocalizer<SharedText> text, ParagraphFate fate) => fate switch
    {
        ParagraphFate.Changed => text["sửa"],
        ParagraphFate.Added => text["thêm"],
        ParagraphFate.Removed => text["bỏ"],
        ParagraphFate.Split => text["tách"],
        ParagraphFate.Merged => text["gộp"],
        _ => text["chuyển chỗ"],
    };
}
