using ConferenceRecords.Data.Jobs;

namespace ConferenceRecords.Web.Pages.Office.People;

/// <summary>What a person chose for the rows of a list.</summary>
internal static class ImportChoices
{
    /// <summary>Which rows a filter shows.</summary>
    public static Func<PersonRow, bool> In(string filter) => filter switch
    {
        "moi" => row => row.Problems.Count == 0 && !row.IsDouble,
        "trung" => row => row.IsDouble,
        "chua-chon" => row => row.IsOpen,
        "loi" => row => row.Problems.Count > 0,
        _ => _ => true,
    };

    /// <summary>The choice of a form: one of the persons proposed, or a word; anything else leaves the row as it is.</summary>
    public static PersonRow Choose(PersonRow row, string? chosen) =>
        Guid.TryParse(chosen, out var person) ? row.Candidates.Contains(person) ? row with { Choice = PersonChoice.Same, PersonId = person } : row
        : chosen switch
        {
            nameof(PersonChoice.Same) when row.Repeats is not null => row with { Choice = PersonChoice.Same, PersonId = null },
            nameof(PersonChoice.Enter) => row with { Choice = PersonChoice.Enter, PersonId = null },
            nameof(PersonChoice.Skip) => row with { Choice = PersonChoice.Skip, PersonId = null },
            _ => row,
        };

    /// <summary>One choice for every open row. "The same" needs one person that it can be: where there are several, the row stays open.</summary>
    public static PersonRow Decide(PersonRow row, PersonChoice? all) => !row.IsOpen || all is not { } choice ? row
        : choice != PersonChoice.Same ? row with { Choice = choice }
        : row.Candidates.Count + (row.Repeats is null ? 0 : 1) > 1 ? row
        : row with { Choice = choice, PersonId = row.Candidates.Count == 1 ? row.Candidates[0] : null };
}
