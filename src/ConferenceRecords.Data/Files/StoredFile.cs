namespace ConferenceRecords.Data.Files;

/// <summary>The bytes of an uploaded file, stored once under their SHA-256 and never changed. Who may read them is decided by the record that names them.</summary>
public sealed class StoredFile
{
    /// <summary>SHA-256 of the bytes, lower-case hexadecimal: the key.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The bytes.</summary>
    public required byte[] Content { get; init; }

    /// <summary>When they were stored first.</summary>
    public required DateTimeOffset StoredAt { get; init; }
}
