using System.Text.RegularExpressions;
using ConferenceRecords.Data.Jobs;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Documents.Office;
using ConferenceRecords.Domain.People;
using ConferenceRecords.Domain.Text;

namespace ConferenceRecords.Documents.People;

/// <summary>How rows are read that do not say everything themselves.</summary>
/// <param name="Terms">The body whose members may be listed, in each of its terms; the first is taken where a row names none.</param>
/// <param name="AllAreMembers">Whether somebody of whom the list says nothing is a member.</param>
public sealed record PeopleOptions(IReadOnlyList<Membership> Terms, bool AllAreMembers);

/// <summary>Reads people from the rows of a sheet or of a pasted table.</summary>
public static partial class PeopleTable
{
    /// <summary>What marks the example rows of the template, which are passed over.</summary>
    public const string Example = "(ví dụ, xóa dòng này)";

    /// <summary>The heading is looked for in this many rows at the top.</summary>
    private const int HeadingWithin = 40;

    /// <summary>Reads the people below the heading.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="options">How to read what a row does not say.</param>
    /// <param name="progress">Told how many rows were read.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <returns>The people, those with problems among them; null where no row of the top names a column "Họ và tên".</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static PeopleList? Read(IReadOnlyList<SheetRow> rows, PeopleOptions options, IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(options);
        var (start, columns) = rows.Take(HeadingWithin).Select(PeopleColumns.Of).Index().FirstOrDefault(c => c.Item is not null);
        if (columns is null) return null;
        var people = new List<PersonRow>();
        for (var i = start + 1; i < rows.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            var row = rows[i];
            var isExample = row.Cells.Any(c => c.Contains(Example, StringComparison.OrdinalIgnoreCase));
            if (!isExample && !columns.IsTitle(row) && PeopleColumns.Of(row) is null) people.Add(Person(row, columns, options));
            progress?.Report(i + 1);
        }
        return new(columns.LeftOut, people);
    }

    private static PersonRow Person(SheetRow row, PeopleColumns columns, PeopleOptions options)
    {
        var problems = new List<RowProblem>();
        var (name, position, unit) = (FormOfAddress().Replace(columns.Name(row), ""), Text(columns.Position(row)), Text(columns.Unit(row)));
        if (name.Length == 0) problems.Add(new(PersonProblem.NoName));
        if (name.Length > 200) problems.Add(new(PersonProblem.NameTooLong, Cut(name)));
        if (position?.Length > 300 || unit?.Length > 300) problems.Add(new(PersonProblem.PlaceTooLong, Cut(position?.Length > 300 ? position : unit!)));
        var since = Date(columns.Since(row), isLast: false, PersonProblem.BadSince, problems);
        var until = Date(columns.Until(row), isLast: true, PersonProblem.BadUntil, problems);
        if (since > until) problems.Add(new(PersonProblem.DatesReversed));
        var membership = Membership(columns.Standing(row), columns.Term(row), options, problems);
        return new(row.Number, Cut(name, 200), position is null ? null : Cut(position, 300), unit is null ? null : Cut(unit, 300), since, until, membership?.BodyId, membership?.TermId, problems);
    }

    private static DateOnly? Date(string text, bool isLast, PersonProblem problem, List<RowProblem> problems)
    {
        // "Nay" as the end says that it lasts.
        if (text.Length == 0 || (isLast && VietnameseText.Fold(text) is "nay" or "den nay")) return null;
        if (PostDate.TryParse(text, isLast, out var date, out _)) return date;
        problems.Add(new(problem, Cut(text)));
        return null;
    }

    private static Membership? Membership(string standing, string term, PeopleOptions options, List<RowProblem> problems)
    {
        var isMember = standing.Length == 0 ? options.AllAreMembers : IsMember(VietnameseText.Fold(standing));
        if (isMember is null) problems.Add(new(PersonProblem.UnclearStanding, Cut(standing)));
        if (isMember != true || options.Terms.Count == 0) return null;
        if (term.Length == 0) return options.Terms[0];
        var folded = VietnameseText.Fold(term);
        var named = options.Terms.FirstOrDefault(t => FoldedText.IndexOfWord(folded, VietnameseText.Fold(t.TermLabel)) >= 0 || Years(folded) == (t.TermStart, t.TermEnd));
        if (named is null) problems.Add(new(PersonProblem.UnknownTerm, Cut(term)));
        return named;
    }

    private static bool? IsMember(string standing) => standing switch
    {
        "x" or "co" or "la" or "dung" or "1" or "true" or "+" or "✓" => true,
        "khong" or "0" or "false" or "-" or "du thinh" or "dai bieu" => false,
        _ when FoldedText.IndexOfWord(standing, "khach") >= 0 || standing.StartsWith("khong ", StringComparison.Ordinal) => false,
        _ when FoldedText.IndexOfWord(standing, "uy vien") >= 0 || standing.StartsWith("uv", StringComparison.Ordinal) || FoldedText.IndexOfWord(standing, "bi thu") >= 0 => true,
        _ => null,
    };

    private static (int, int)? Years(string folded) => YearRange().Match(folded) is { Success: true } match
        ? (int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture), int.Parse(match.Groups[2].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)) : null;

    private static string? Text(string cell) => cell.Length == 0 ? null : cell;

    /// <summary>At most so many characters, no pair cut in half.</summary>
    private static string Cut(string text, int most = 60) => text.Length <= most ? text : VietnameseText.CleanLine(text[..(most - (char.IsHighSurrogate(text[most - 1]) ? 1 : 0))]);

    [GeneratedRegex(@"^(?:đồng chí|đ/c|đc\.)[:.]?\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FormOfAddress();

    [GeneratedRegex("([0-9]{4}) ?[-–] ?([0-9]{4})")]
    private static partial Regex YearRange();
}
