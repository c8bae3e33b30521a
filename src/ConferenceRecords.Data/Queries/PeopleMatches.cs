using ConferenceRecords.Data.Jobs;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Queries;

/// <summary>
/// Finds who of a list may be somebody of the directory, or of an earlier row: the same name and, where both are known, the same unit, marks and capitals
/// aside. What is plain is decided beforehand; what is not waits for a person.
/// </summary>
public static class PeopleMatches
{
    /// <summary>Marks the rows of a list.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="rows">The rows as read; a choice that a person made is kept as long as it is possible.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The rows, marked.</returns>
    public static async Task<List<PersonRow>> MatchAsync(this RecordsContext records, IEnumerable<PersonRow> rows, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(rows);
        var stored = await records.Delegates.AsNoTracking().Where(d => d.RemovedAt == null).Select(d => new { d.Id, d.FullName, d.Unit }).ToListAsync(cancel);
        var people = stored.ToLookup(d => VietnameseText.Fold(d.FullName), d => (d.Id, Unit: VietnameseText.Fold(d.Unit ?? "")));
        var earlier = new Dictionary<string, List<PersonRow>>(StringComparer.Ordinal);
        var marked = new List<PersonRow>();
        foreach (var row in rows)
        {
            cancel.ThrowIfCancellationRequested();
            if (row.Problems.Count > 0)
            {
                marked.Add(row);
                continue;
            }
            var (name, unit) = (VietnameseText.Fold(row.FullName), VietnameseText.Fold(row.Unit ?? ""));
            var same = people[name].Where(p => MayBeOne(p.Unit, unit)).ToList();
            if (!earlier.TryGetValue(name, out var namesakes)) earlier[name] = namesakes = [];
            var repeated = namesakes.Find(r => MayBeOne(VietnameseText.Fold(r.Unit ?? ""), unit));
            var found = row with { Candidates = [.. same.Select(p => p.Id)], Repeats = repeated?.Number, Choice = null, PersonId = null };
            marked.Add(Keep(found, row) ?? Decide(found, repeated, same.Count == 1 && unit.Length > 0 && same[0].Unit == unit));
            namesakes.Add(row);
        }
        return marked;
    }

    private static bool MayBeOne(string unit, string other) => unit.Length == 0 || other.Length == 0 || unit == other;

    /// <summary>The choice made before, unless somebody else may be the same person now or the person chosen is gone.</summary>
    private static PersonRow? Keep(PersonRow found, PersonRow before) =>
        before.Choice is not null && found.Candidates.SequenceEqual(before.Candidates) && found.Repeats == before.Repeats
            ? found with { Choice = before.Choice, PersonId = before.PersonId } : null;

    private static PersonRow Decide(PersonRow row, PersonRow? repeated, bool isPlain) => row switch
    {
        { IsDouble: false } => row with { Choice = PersonChoice.Enter },
        { Repeats: not null } => Facts(repeated!) == Facts(row) ? row with { Choice = PersonChoice.Skip } : row,
        _ => isPlain ? row with { Choice = PersonChoice.Same, PersonId = row.Candidates[0] } : row,
    };

    private static (string?, string?, DateOnly?, DateOnly?, Guid?, Guid?) Facts(PersonRow row) => (row.Position, row.Unit, row.Since, row.Until, row.BodyId, row.TermId);
}
