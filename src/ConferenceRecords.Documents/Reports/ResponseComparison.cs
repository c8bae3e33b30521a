using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Responses;
using ConferenceRecords.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Documents.Reports;

/// <summary>Why a row of a filled table can't be taken.</summary>
public enum FilledProblem
{
    /// <summary>No opinion has its number.</summary>
    UnknownNumber,

    /// <summary>The number belongs to another session.</summary>
    OtherSession,

    /// <summary>The opinion stands behind another one, which is answered for both.</summary>
    Merged,

    /// <summary>The number stands in an earlier row already.</summary>
    Repeated,

    /// <summary>Something was filled in, but no result.</summary>
    NoResult,

    /// <summary>The result is none of the four.</summary>
    UnknownResult,

    /// <summary>The result of an answer that is stored was taken away.</summary>
    Cleared,

    /// <summary>The reason is missing.</summary>
    NoReason,

    /// <summary>The text is too long.</summary>
    TooLong,

    /// <summary>The other agency is missing.</summary>
    NoOther,

    /// <summary>No agency has that name.</summary>
    UnknownAgency,

    /// <summary>It is the agency that was asked.</summary>
    SameAgency,

    /// <summary>Another agency is named although nothing is handed over.</summary>
    NotHandedOver,

    /// <summary>There is no such version or paragraph.</summary>
    UnknownPlace,

    /// <summary>A change is named although nothing was taken in.</summary>
    NothingChanged,
}

/// <summary>One row of a filled table that says something else than what is stored.</summary>
/// <param name="Filled">The row as filled in.</param>
/// <param name="Stored">The row as stored; null where there is none.</param>
/// <param name="Was">The answer as stored.</param>
/// <param name="Becomes">The answer as filled in.</param>
/// <param name="Answer">The answer to be given; null with a problem.</param>
/// <param name="Problem">Why it can't be taken.</param>
/// <param name="IsOvertaken">Somebody else changed the stored answer, or the opinion, since the table was written; or the row has lost its token.</param>
public sealed record ResponseDifference(FilledRow Filled, ResponseRow? Stored, AnswerCells Was, AnswerCells Becomes, Answer? Answer, FilledProblem? Problem, bool IsOvertaken)
{
    /// <summary>What a person sees as stored; another one once that was changed.</summary>
    public string Seen => Was.Token(Stored?.Opinion.Lead.Text ?? "");
}

/// <summary>A filled table beside what is stored.</summary>
/// <param name="Differences">The rows that differ, in the order of the file.</param>
/// <param name="Unchanged">Rows that say what is stored.</param>
/// <param name="Older">Rows that nobody filled in, and whose stored answer was changed since the table was written: nothing to do.</param>
public sealed record ResponseComparison(IReadOnlyList<ResponseDifference> Differences, int Unchanged, int Older)
{
    private const int Longest = 20_000;

    private static readonly Dictionary<string, Disposition> Results = Enum.GetValues<Disposition>().ToDictionary(d => VietnameseText.Fold(ReportWords.Of(d)));

    /// <summary>Compares; whoever shows it to a person notes <c>opinions.read</c>.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="session">The session.</param>
    /// <param name="filled">The rows of the file.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The differences.</returns>
    public static async Task<ResponseComparison> LoadAsync(RecordsContext records, SessionHead session, IReadOnlyList<FilledRow> filled, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(filled);
        var stored = await records.ResponseRowsAsync(session.Id, cancel);
        var known = stored.SelectMany(r => r.Opinion.All.Select(o => (o.Number, Row: r))).ToDictionary(o => o.Number, o => o.Row, StringComparer.OrdinalIgnoreCase);
        var unknown = filled.Select(f => f.Number).Where(n => !known.ContainsKey(n)).Distinct().ToList();
        var elsewhere = (await records.Opinions.Where(o => o.SessionId != session.Id && unknown.Contains(o.Number)).Select(o => o.Number).ToListAsync(cancel)).ToHashSet();
        var places = await FilledPlaces.LoadAsync(records, session.Id, filled, cancel);
        var (differences, unchanged, older, seen) = (new List<ResponseDifference>(), 0, 0, new HashSet<string>(StringComparer.OrdinalIgnoreCase));
        foreach (var row in filled)
        {
            if (known.GetValueOrDefault(row.Number) is not { } there)
            {
                differences.Add(Refused(row, null, elsewhere.Contains(row.Number) ? FilledProblem.OtherSession : FilledProblem.UnknownNumber));
                continue;
            }
            if (!seen.Add(row.Number) || !row.Number.Equals(there.Opinion.Lead.Number, StringComparison.OrdinalIgnoreCase))
            {
                differences.Add(Refused(row, there, row.Number.Equals(there.Opinion.Lead.Number, StringComparison.OrdinalIgnoreCase) ? FilledProblem.Repeated : FilledProblem.Merged));
                continue;
            }
            var (was, becomes) = Cells(row, there);
            if (becomes == was)
            {
                unchanged++;
                continue;
            }
            var text = there.Opinion.Lead.Text;
            var isOvertaken = row.Token is null ? !was.AreEmpty : row.Token != was.Token(text);
            if (isOvertaken && row.Token == becomes.Token(text))
            {
                older++;
                continue;
            }
            var (answer, problem) = Read(becomes, was, there, places);
            differences.Add(new(row, there, was, becomes, answer, problem, isOvertaken));
        }
        return new(differences, unchanged, older);
    }

    private static (AnswerCells Was, AnswerCells Becomes) Cells(FilledRow row, ResponseRow stored)
    {
        var was = AnswerCells.Of(stored.Response);
        var becomes = new AnswerCells(row.Result ?? was.Result, row.Text ?? was.Text, row.HandedTo ?? was.HandedTo, row.Change ?? was.Change).Clean();
        return (was, Results.TryGetValue(VietnameseText.Fold(becomes.Result), out var result) ? becomes with { Result = ReportWords.Of(result) } : becomes);
    }

    private static ResponseDifference Refused(FilledRow row, ResponseRow? stored, FilledProblem problem)
    {
        var (was, becomes) = stored is null ? (new("", "", "", ""), new AnswerCells(row.Result ?? "", row.Text ?? "", row.HandedTo ?? "", row.Change ?? "").Clean()) : Cells(row, stored);
        return new(row, stored, was, becomes, null, problem, false);
    }

    private static (Answer? Answer, FilledProblem? Problem) Read(AnswerCells becomes, AnswerCells was, ResponseRow stored, FilledPlaces places)
    {
        (Answer? Answer, FilledProblem? Problem) Refuse(FilledProblem problem) => (null, problem);
        if (becomes.Result.Length == 0) return Refuse(was.Result.Length > 0 ? FilledProblem.Cleared : FilledProblem.NoResult);
        if (!Results.TryGetValue(VietnameseText.Fold(becomes.Result), out var disposition)) return Refuse(FilledProblem.UnknownResult);
        if (becomes.Text.Length > Longest) return Refuse(FilledProblem.TooLong);
        if (disposition != Disposition.Accepted && becomes.Text.Length == 0) return Refuse(FilledProblem.NoReason);
        Guid? other = null;
        if (disposition == Disposition.HandedOver)
        {
            if (becomes.HandedTo.Length == 0) return Refuse(FilledProblem.NoOther);
            if ((other = places.Agency(becomes.HandedTo)) is null) return Refuse(FilledProblem.UnknownAgency);
            if (other == stored.Response?.AgencyId) return Refuse(FilledProblem.SameAgency);
        }
        else if (becomes.HandedTo.Length > 0)
        {
            return Refuse(FilledProblem.NotHandedOver);
        }
        var text = becomes.Text.Length == 0 ? null : becomes.Text;
        if (becomes.Change.Length == 0) return (new(disposition, text, other), null);
        if (disposition is not (Disposition.Accepted or Disposition.PartlyAccepted)) return Refuse(FilledProblem.NothingChanged);
        if (becomes.Change == was.Change) return (new(disposition, text, null, stored.Response!.ChangedVersionId, stored.Response.ChangedParagraphId), null);
        return places.Find(becomes.Change, stored) is (var version, var paragraph) ? (new(disposition, text, null, version, paragraph), null) : Refuse(FilledProblem.UnknownPlace);
    }
}
