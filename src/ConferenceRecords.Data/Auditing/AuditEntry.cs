namespace ConferenceRecords.Data.Auditing;

/// <summary>Who did what and when. Holds hashes of values, never values. Append-only by privilege and by trigger.</summary>
public sealed class AuditEntry
{
    /// <summary>Key, in the order of time.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Time of the application.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Account; null for the program itself.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>Action: <c>added</c>, <c>changed</c>, or a named one such as <c>release.approved</c>.</summary>
    public required string Action { get; init; }

    /// <summary>Type of the record.</summary>
    public required string ObjectType { get; init; }

    /// <summary>Key of the record.</summary>
    public required string ObjectId { get; init; }

    /// <summary>Names of the fields that changed.</summary>
    public List<string> Fields { get; init; } = [];

    /// <summary>SHA-256 over the record before; null for a new one.</summary>
    public byte[]? HashBefore { get; init; }

    /// <summary>SHA-256 over the record after.</summary>
    public byte[]? HashAfter { get; init; }

    /// <summary>Reason given.</summary>
    public string? Reason { get; init; }
}

/// <summary>Who acts in the current request or verb.</summary>
public sealed class Actor
{
    /// <summary>The account; null for the program itself.</summary>
    public Guid? UserId { get; set; }
}
