using System.Text.RegularExpressions;
using ConferenceRecords.TestSupport;

namespace ConferenceRecords.Web.Tests.Language;

/// <summary>The Vietnamese texts of the interface as they stand in the sources of the portal.</summary>
internal static partial class InterfaceKeys
{
    /// <summary>Vietnamese words of the sources that go into records or are read from them; they stay as they are.</summary>
    private static readonly HashSet<string> RecordWords =
    [
        "Nhất trí với dự thảo.", "Nhất trí với đoạn này.",
        "tăng", "giảm", "gần", "trên", "khoảng", "vượt gần", "vượt", "tỷ đồng", "triệu đồng/người", "triệu USD", "so với cùng kỳ", "so với dự toán", "so với kế hoạch",
    ];

    /// <summary>What is looked up in pages and code, and every other Vietnamese literal of the code: rules and constants are looked up later.</summary>
    public static IReadOnlySet<string> Read()
    {
        var web = Path.Combine(Checkout.Folder, "src", "ConferenceRecords.Web");
        var keys = new HashSet<string>();
        foreach (var file in Directory.EnumerateFiles(web, "*.cs*", SearchOption.AllDirectories).Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".cshtml", StringComparison.Ordinal)))
        {
            var folder = Path.GetRelativePath(web, file).Split(Path.DirectorySeparatorChar)[0];
            if (folder is "obj" or "bin") continue;
            var source = Comment().Replace(File.ReadAllText(file), "");
            keys.UnionWith(Lookup().Matches(source).Select(m => m.Groups[1].Value));

            // The verbs of the command line speak Vietnamese only.
            if (folder == "Verbs" || !file.EndsWith(".cs", StringComparison.Ordinal)) continue;
            keys.UnionWith(Literal().Matches(source).Select(m => m.Groups[1].Value).Where(text => Vietnamese().IsMatch(text) && !RecordWords.Contains(text)));
        }
        return keys;
    }

    [GeneratedRegex("""(?:\bT|\btext|\bText\(\))\[\s*"((?:[^"\\]|\\.)*)"(?=[\],])""")]
    private static partial Regex Lookup();

    /// <summary>Group 1 is empty for interpolated and verbatim literals.</summary>
    [GeneratedRegex("""[$@]+"(?:[^"\\\r\n]|\\.)*"|"((?:[^"\\\r\n]|\\.)*)"(?=[^"])""")]
    private static partial Regex Literal();

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"[\u00C0-\u1EF9]")]
    private static partial Regex Vietnamese();
}
