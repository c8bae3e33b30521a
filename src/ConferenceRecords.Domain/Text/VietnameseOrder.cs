using System.Globalization;

namespace ConferenceRecords.Domain.Text;

/// <summary>
/// The order of Vietnamese text: a &lt; ă &lt; â &lt; b, d &lt; đ &lt; e, o &lt; ô &lt; ơ, u &lt; ư; the tone decides among equal letters, in the order
/// level, grave, hook, tilde, acute, dot below. It is the collation <c>vi</c> of ICU, the same as PostgreSQL's <c>vi-x-icu</c>.
/// </summary>
public static class VietnameseOrder
{
    private static readonly Lazy<CompareInfo> Collation = new(() => CultureInfo.GetCultureInfo("vi-VN").CompareInfo);

    /// <summary>
    /// Compares plain text in Vietnamese order. Null comes first; texts that the collation calls equal are told apart by their code
    /// units, so that the order is total and a sorted list always comes out the same.
    /// </summary>
    public static IComparer<string?> Comparer { get; } = Comparer<string?>.Create(
        (left, right) => Collate(left, right) is var order and not 0 ? order : string.CompareOrdinal(left, right));

    /// <summary>Names the collation's version. Stored sort keys are comparable only under one version and are made anew when it changes.</summary>
    public static string CollationVersion => Collation.Value.Version.FullVersion.ToString(CultureInfo.InvariantCulture);

    /// <summary>Compares by the collation alone.</summary>
    internal static int Collate(string? left, string? right) => Collation.Value.Compare(left, right, CompareOptions.None);

    /// <summary>The collation's weights for a text; byte order of two keys is the order of their texts.</summary>
    internal static ReadOnlySpan<byte> Weights(string text) => Collation.Value.GetSortKey(text, CompareOptions.None).KeyData;
}
