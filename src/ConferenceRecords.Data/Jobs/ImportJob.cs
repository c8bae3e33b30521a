namespace ConferenceRecords.Data.Jobs;

/// <summary>How far the reading of a list has come.</summary>
public enum ImportState
{
    /// <summary>Being read.</summary>
    Reading,

    /// <summary>Read; waits for a person to look at it and decide.</summary>
    Ready,

    /// <summary>Entered into the records.</summary>
    Entered,

    /// <summary>Given up by the person.</summary>
    Cancelled,

    /// <summary>Can't be read.</summary>
    Failed,
}

/// <summary>
/// A list on its way into the records: read in the background, shown to a person, then entered or dropped. Holds what was read only until
/// then: afterwards <see cref="Rows"/> and <see cref="File"/> are empty.
/// </summary>
public sealed class ImportJob
{
    /// <summary>Key; becomes the mark of every record that is entered from it.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>What is imported, such as <c>people</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The session in whose course it happens; null for the directory as a whole.</summary>
    public Guid? SessionId { get; init; }

    /// <summary>The record that it is for, by <see cref="Kind"/>: the content of a new draft, the draft of a new version; null where <see cref="SessionId"/> says it.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>What the form said beside the file, as JSON, such as a title and a note; there while the job waits, as <see cref="Rows"/> is.</summary>
    public string? Form { get; set; }

    /// <summary>The account that started it; nobody else sees it.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>When it was started.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>State.</summary>
    public ImportState State { get; set; } = ImportState.Reading;

    /// <summary>Rows done.</summary>
    public int Done { get; set; }

    /// <summary>Rows in all; null until it is known.</summary>
    public int? Total { get; set; }

    /// <summary>Stable code of what was wrong; never text of the file.</summary>
    public string? Problem { get; set; }

    /// <summary>Where it was wrong, such as a cell's address.</summary>
    public string? ProblemPlace { get; set; }

    /// <summary>What was read, as JSON; empty once it was entered or dropped.</summary>
    public string? Rows { get; set; }

    /// <summary>The file, once it is known that it may be stored; empty once it was entered or dropped.</summary>
    public byte[]? File { get; set; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Concurrency token.</summary>
    public uint Version { get; private set; }
}
