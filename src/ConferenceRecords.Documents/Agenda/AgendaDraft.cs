using ConferenceRecords.Domain.Text;

namespace ConferenceRecords.Documents.Agenda;

/// <summary>A group that contents can belong to, for recognising it by the words of a heading.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Name">Its full name.</param>
/// <param name="ShortName">Its short name.</param>
public sealed record KnownCategory(Guid Id, string Name, string ShortName);

/// <summary>What was read from a pasted list or a file, before anybody decided on it. Nothing of it is stored.</summary>
/// <param name="Groups">The headings in order.</param>
/// <param name="Rows">The contents in order.</param>
/// <param name="Skipped">Lines before the list that were not taken: the head of the paper.</param>
/// <param name="Encoding">The encoding before Unicode that was found; titles are converted, <see cref="AgendaDraftRow.Original"/> holds what stood there.</param>
/// <param name="HasTrackedChanges">Whether the file held tracked changes: what they insert was taken, what they delete was not.</param>
/// <param name="IsStamped">Whether a line or a cell carries the mark of a classified paper: nothing of it may be stored.</param>
public sealed record AgendaDraft(
    IReadOnlyList<AgendaDraftGroup> Groups, IReadOnlyList<AgendaDraftRow> Rows, IReadOnlyList<string> Skipped, LegacyEncoding Encoding, bool HasTrackedChanges, bool IsStamped);

/// <summary>A heading of the list.</summary>
/// <param name="Heading">As written, its marker included.</param>
/// <param name="Stated">The number of contents that it states ("14 nội dung", "05 nội dung", "mười bốn nội dung"); null where it states none.</param>
/// <param name="CategoryId">The category that its words name; null where they name none, or more than one.</param>
/// <param name="Counted">The contents that stand below it.</param>
public sealed record AgendaDraftGroup(string Heading, int? Stated, Guid? CategoryId, int Counted);

/// <summary>One content of the list.</summary>
/// <param name="Number">Its number as written ("1.", "01)"); null where it has none.</param>
/// <param name="Title">Its title on one line, without marker.</param>
/// <param name="Original">The title in the encoding in which it came; null where that is Unicode.</param>
/// <param name="Group">Index of its heading; null above the first one.</param>
/// <param name="CategoryId">Its category; null where nothing names it.</param>
/// <param name="LeadAgency">The agency that leads it, as written; null where none is named.</param>
/// <param name="Problems">What somebody should look at.</param>
public sealed record AgendaDraftRow(
    string? Number, string Title, string? Original, int? Group, Guid? CategoryId, string? LeadAgency, IReadOnlyList<AgendaRowProblem> Problems)
{
    /// <summary>The most characters of a number; of one spelled out at length the end is kept.</summary>
    public const int LongestNumber = 20;
}

/// <summary>What somebody should look at before a row is taken.</summary>
public enum AgendaRowProblem
{
    /// <summary>Nothing says to which group it belongs.</summary>
    NoCategory,

    /// <summary>A line without a number among numbered ones: perhaps no content of its own.</summary>
    NoNumber,

    /// <summary>Its number does not follow the one before: a row may be missing.</summary>
    NumberLeap,

    /// <summary>Quotation marks that open do not close in the same way. They are left as written.</summary>
    UnequalQuotes,

    /// <summary>The same title stands further up.</summary>
    Repeated,
}
