using System.Text.RegularExpressions;

namespace ConferenceRecords.Domain.Conclusions;

/// <summary>A piece of a closing text that can be cited: a sentence or an entry of a list.</summary>
/// <param name="Paragraph">Paragraph, from 1; blank lines do not count, as in the conclusion itself.</param>
/// <param name="Number">Place within the paragraph, from 1.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="End">Where the next one begins: blanks and line breaks behind a clause belong to it.</param>
/// <param name="Marker">The number or sign that it begins with ("2.1", "a)", "-", "Thứ nhất,"); null without one.</param>
/// <param name="Text">Its words as written, with the marker, without the blanks around them.</param>
public sealed record Clause(int Paragraph, int Number, int Start, int End, string? Marker, string Text)
{
    /// <summary>How it is cited: "đoạn 3, ý 2".</summary>
    public string Citation => FormattableString.Invariant($"đoạn {Paragraph}, ý {Number}");

    /// <summary>Whether the sentence goes on with the next clause, as in a list between semicolons.</summary>
    public bool IsContinued => Text.EndsWith(';') || Text.EndsWith(':');
}

/// <summary>
/// Splits the closing text of a session into clauses: by line, then by sentence, by semicolon, and before the marker of a list's entry. The clauses put together are
/// the text, character by character. In doubt nothing is split: abbreviations, numbers, dates, symbols of documents and what stands in brackets stay whole.
/// </summary>
public static partial class Clauses
{
    private const string Closing = "\"”’»)]";

    /// <summary>Words that end with a full stop without ending a sentence.</summary>
    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "TP", "TX", "TT", "Tp", "ThS", "TS", "PGS", "GS", "BS", "KS", "CN", "NCS", "CVCC", "Q", "P", "H", "X", "tr", "đ/c", "đc", "v.v", "vv", "VD", "vd", "St", "Mr", "Mrs", "Dr", "No", "Nxb", "NXB", "T.Ư",
    };

    /// <summary>Words behind which a number belongs to them: "Điều. 5", "số. 7".</summary>
    private static readonly HashSet<string> Numbered = new(StringComparer.OrdinalIgnoreCase) { "số", "điều", "khoản", "điểm", "mục", "trang", "phụ" };

    /// <summary>Splits a text.</summary>
    /// <param name="text">The text, its lines ended by <c>\n</c>.</param>
    /// <returns>The clauses in order; none where there is nothing but blanks.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static IReadOnlyList<Clause> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var starts = new List<(int At, int Paragraph, int Number)>();
        var paragraph = 0;
        for (var line = 0; line < text.Length;)
        {
            var end = text.IndexOf('\n', line) is var at and >= 0 ? at + 1 : text.Length;
            if (!text.AsSpan(line, end - line).IsWhiteSpace())
            {
                paragraph++;
                starts.AddRange(StartsIn(text[line..end]).Select((start, index) => (line + start, paragraph, index + 1)));
            }
            line = end;
        }
        return
        [
            .. starts.Select((clause, index) =>
            {
                // Blank lines before the first clause belong to it: nothing of the text is without a clause.
                var (from, to) = (index == 0 ? 0 : clause.At, index + 1 < starts.Count ? starts[index + 1].At : text.Length);
                var words = text[from..to].Trim();
                return new Clause(clause.Paragraph, clause.Number, from, to, Marker(words), words);
            }),
        ];
    }

    /// <summary>The clause at a place of a text, as directives name it.</summary>
    /// <param name="clauses">The clauses of the text.</param>
    /// <param name="paragraph">Paragraph.</param>
    /// <param name="number">Place within it; null for the paragraph as a whole.</param>
    /// <returns>The words there; null where there is no such place.</returns>
    public static string? At(this IReadOnlyList<Clause> clauses, int? paragraph, int? number)
    {
        ArgumentNullException.ThrowIfNull(clauses);
        var there = clauses.Where(c => c.Paragraph == paragraph && (number is null || c.Number == number)).Select(c => c.Text).ToList();
        return there.Count == 0 ? null : string.Join(' ', there);
    }

    /// <summary>The marker that a clause begins with.</summary>
    /// <param name="clause">Its words.</param>
    /// <returns>The marker; null without one.</returns>
    internal static string? Marker(string clause) => MarkerPattern().Match(clause) is { Success: true } match ? match.Groups["marker"].Value : null;

    private static IEnumerable<int> StartsIn(string line)
    {
        var start = line.Length - line.TrimStart().Length;
        yield return start;
        var words = AfterMarker(line, start);
        for (var (i, depth) = (words, 0); i < line.Length; i++)
        {
            if (line[i] is '(' or '[') { if (line.IndexOf(line[i] == '(' ? ')' : ']', i) >= 0) depth++; }
            else if (line[i] is ')' or ']') depth = Math.Max(0, depth - 1);
            if (depth > 0 || NextStart(line, words, i) is not { } next) continue;
            yield return next;
            words = AfterMarker(line, next);
            i = words - 1;
        }
    }

    /// <summary>Behind the marker of the clause that begins somewhere: its full stop ends no sentence.</summary>
    private static int AfterMarker(string line, int start) => MarkerPattern().Match(line, start, line.Length - start) is { Success: true } match ? match.Index + match.Length : start;

    /// <summary>Where the next clause begins if one ends with the sign at <paramref name="at"/>; null where none does.</summary>
    private static int? NextStart(string line, int words, int at)
    {
        if (line[at] is not ('.' or ';' or ':' or '!' or '?' or '…')) return null;
        var end = at + 1;
        while (end < line.Length && (Closing.Contains(line[end], StringComparison.Ordinal) || line[end] is '.' or '!' or '?' or '…')) end++;
        var next = end;
        while (next < line.Length && char.IsWhiteSpace(line[next])) next++;
        if (next == end || next == line.Length) return null;
        var isEntry = MarkerPattern().Match(line, next, line.Length - next) is { Success: true } marker && marker.Length < line.Length - next;
        return line[at] switch
        {
            ';' => next,
            ':' => isEntry ? next : null,
            '.' when !EndsSentence(line, words, at, next) => null,
            _ => isEntry || char.IsUpper(line[next]) || char.IsDigit(line[next]) || line[next] is '"' or '“' or '‘' or '«' or '(' ? next : null,
        };
    }

    private static bool EndsSentence(string line, int words, int stop, int next)
    {
        var from = stop;
        while (from > words && !char.IsWhiteSpace(line[from - 1]) && line[from - 1] is not ('(' or '"' or '“')) from--;
        var word = line[from..stop];

        // "Nguyễn V. An", "PGS.TS. Trần": a letter alone, or several short names with stops between them.
        if (word.Length == 1 && char.IsLetter(word[0])) return false;
        if (Abbreviations.Contains(word) || word.Split('.') is { Length: > 1 } parts && parts.All(p => Abbreviations.Contains(p) || p is [var c] && char.IsLetter(c))) return false;
        if (!char.IsDigit(line[next])) return true;

        // "5. 12. 2021" and "số. 7" go on; "năm 2021. 14 nội dung" does not.
        return !Numbered.Contains(word) && !(word.Length is 1 or 2 && word.All(char.IsDigit));
    }

    private const string Ordinals = "nhất|hai|ba|bốn|tư|năm|sáu|bảy|bẩy|tám|chín|mười(?: một| hai| ba| bốn| lăm)?";

    /// <summary>"1.", "2.1", "2.1.", "3)", "a)", "IV.", "-", "Thứ nhất,", "Một là,": each with a blank behind it.</summary>
    [GeneratedRegex(
        @"\G(?<marker>\d{1,2}(?:\.\d{1,2}){1,4}[.)]?|\d{1,3}[.)]|[a-zđA-ZĐ]\)|[IVX]{1,6}[.)]|[-–—+*•]|(?i:thứ (?:" + Ordinals + @"))(?: là)?[,:]|(?i:một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|mười(?: một| hai| ba)?) là[,:])(?=\s)\s*")]
    private static partial Regex MarkerPattern();
}
