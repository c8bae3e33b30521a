using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConferenceRecords.Data.Jobs;

/// <summary>What is wrong with a row of a list of people, which is then not entered.</summary>
public enum PersonProblem
{
    /// <summary>There is no name.</summary>
    NoName,

    /// <summary>The name has more than 200 characters.</summary>
    NameTooLong,

    /// <summary>Position or unit has more than 300 characters.</summary>
    PlaceTooLong,

    /// <summary>The first day can't be read.</summary>
    BadSince,

    /// <summary>The last day can't be read.</summary>
    BadUntil,

    /// <summary>The last day lies before the first.</summary>
    DatesReversed,

    /// <summary>Neither a member nor a guest.</summary>
    UnclearStanding,

    /// <summary>A term that the body does not have.</summary>
    UnknownTerm,
}

/// <summary>What is done with a row.</summary>
public enum PersonChoice
{
    /// <summary>Entered as a person of its own.</summary>
    Enter,

    /// <summary>The same person as one who is there: the post is added.</summary>
    Same,

    /// <summary>Left out.</summary>
    Skip,
}

/// <summary>What is wrong with a row, with the text that can't be read.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Text">The text of the cell; null where it says nothing.</param>
public sealed record RowProblem(PersonProblem Kind, string? Text = null);

/// <summary>One row of a list of people.</summary>
/// <param name="Number">Number of the row in the file or the pasted text, from 1.</param>
/// <param name="FullName">Full name.</param>
/// <param name="Position">Position.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Since">First day.</param>
/// <param name="Until">Last day.</param>
/// <param name="BodyId">The body of which the person is a member; null for a guest.</param>
/// <param name="TermId">The term of the membership.</param>
/// <param name="Problems">What is wrong; a row with problems is not entered.</param>
public sealed record PersonRow(
    int Number, string FullName, string? Position, string? Unit, DateOnly? Since, DateOnly? Until, Guid? BodyId, Guid? TermId, IReadOnlyList<RowProblem> Problems)
{
    /// <summary>Those of the directory who may be the same person.</summary>
    public IReadOnlyList<Guid> Candidates { get; init; } = [];

    /// <summary>An earlier row of the same name that may be the same person.</summary>
    public int? Repeats { get; init; }

    /// <summary>What is done with the row; null while nobody decided.</summary>
    public PersonChoice? Choice { get; init; }

    /// <summary>The person of the directory, where it is one; null with <see cref="PersonChoice.Same"/> means the person of the row <see cref="Repeats"/>.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>Whether somebody of the directory or of an earlier row may be the same person.</summary>
    [JsonIgnore] public bool IsDouble => Problems.Count == 0 && (Candidates.Count > 0 || Repeats is not null);

    /// <summary>Whether a person has to decide.</summary>
    [JsonIgnore] public bool IsOpen => Problems.Count == 0 && Choice is null;

    /// <summary>Whether the row goes into the records.</summary>
    [JsonIgnore] public bool IsEntered => Problems.Count == 0 && Choice is PersonChoice.Enter or PersonChoice.Same;
}

/// <summary>A list of people as it was read, on its way into the records.</summary>
/// <param name="LeftOut">Headings of columns that are not taken.</param>
/// <param name="Rows">The rows, in order.</param>
public sealed record PeopleList(IReadOnlyList<string> LeftOut, IReadOnlyList<PersonRow> Rows)
{
    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    /// <summary>Rows of people whom neither the directory nor an earlier row knows.</summary>
    [JsonIgnore] public int Fresh => Rows.Count(r => r.Problems.Count == 0 && !r.IsDouble);

    /// <summary>Rows of people who may be somebody who is there.</summary>
    [JsonIgnore] public int Doubles => Rows.Count(r => r.IsDouble);

    /// <summary>Rows on which a person has to decide.</summary>
    [JsonIgnore] public int Open => Rows.Count(r => r.IsOpen);

    /// <summary>Rows with problems.</summary>
    [JsonIgnore] public int Faulty => Rows.Count(r => r.Problems.Count > 0);

    /// <summary>Rows that go into the records.</summary>
    [JsonIgnore] public int Entering => Rows.Count(r => r.IsEntered);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="json">The rows of the job.</param>
    /// <returns>The list.</returns>
    public static PeopleList Read(string json) => JsonSerializer.Deserialize<PeopleList>(json, Json)!;

    /// <summary>The list as the rows of its job.</summary>
    /// <returns>JSON.</returns>
    public string Write() => JsonSerializer.Serialize(this, Json);
}
