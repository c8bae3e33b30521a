using System.Globalization;
using System.Text.RegularExpressions;
using ConferenceRecords.Domain.Text;

namespace ConferenceRecords.Domain.Conclusions;

/// <summary>Number and symbol of a document of the Party: "07-KL/TU". Numbers go on through the term of a committee, for each type from 01.</summary>
/// <param name="Number">The number.</param>
/// <param name="Type">Short for the type of document.</param>
/// <param name="Issuer">Short for who issues it.</param>
public sealed partial record DocumentSymbol(int Number, string Type, string Issuer)
{
    /// <summary>Type of a conclusion (kết luận).</summary>
    public const string Conclusion = "KL";

    /// <summary>Type of a notice (thông báo).</summary>
    public const string Notice = "TB";

    /// <summary>The types that the Party's documents bear.</summary>
    private static readonly string[] Types = ["NQ", "QĐ", "QĐi", "CT", Conclusion, "QC", Notice, "BC", "KH", "CTr", "TTr", "CV", "BB", "ĐA", "PA", "TT", "HD"];

    /// <summary>The types under which a conclusion is issued.</summary>
    public static IReadOnlyList<string> OfConclusions { get; } = [Conclusion, Notice];

    /// <summary>Reads a symbol; "Số" may stand before it and blanks around its marks.</summary>
    /// <param name="text">The text as typed.</param>
    /// <returns>The symbol; null where the text has another form.</returns>
    public static DocumentSymbol? Parse(string? text)
    {
        var match = Form().Match(VietnameseText.CleanLine(text ?? ""));
        return match.Success && Array.Find(Types, type => string.Equals(type, match.Groups["type"].Value, StringComparison.OrdinalIgnoreCase)) is { } known
            && int.TryParse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? new(number, known, match.Groups["issuer"].Value.ToUpperInvariant()) : null;
    }

    /// <summary>Name of the type as its documents bear it.</summary>
    /// <param name="type">Short for the type.</param>
    /// <returns>"Thông báo" of a notice, else "Kết luận".</returns>
    public static string NameOf(string? type) => type == Notice ? "Thông báo" : "Kết luận";

    /// <summary>The symbol as documents write it.</summary>
    /// <returns>"07-KL/TU".</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number:00}-{Type}/{Issuer}");

    [GeneratedRegex(@"^(?:số ?:? ?)?(?<number>\d{1,5}) ?[-–] ?(?<type>\p{L}{2,3}) ?/ ?(?<issuer>\p{L}[\p{L}\d]*(?:[-/]\p{L}[\p{L}\d]*)*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
