using System.Text.Json;
using System.Text.Json.Serialization;
using ConferenceRecords.Domain.Drafts;

namespace ConferenceRecords.Data.Jobs;

/// <summary>The jobs that turn a file into a version of a draft.</summary>
public static class DraftJobs
{
    /// <summary>Kind of those whose file becomes a new draft under the content <see cref="ImportJob.SubjectId"/>.</summary>
    public const string NewDraft = "draft";

    /// <summary>Kind of those whose file becomes the next version of the draft <see cref="ImportJob.SubjectId"/>.</summary>
    public const string NewVersion = "draft-version";
}

/// <summary>What the form said beside the file.</summary>
/// <param name="Title">Title of a new draft; null where it is left to the file, and for a version.</param>
/// <param name="Note">What changed.</param>
/// <param name="FileName">Name of the file, without a folder.</param>
/// <param name="Since">Ordinal of the version that was the newest when the form was opened; 0 for a new draft.</param>
public sealed record DraftForm(string? Title, string? Note, string FileName, int Since)
{
    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="json">The form of the job.</param>
    /// <returns>The form.</returns>
    public static DraftForm Read(string json) => JsonSerializer.Deserialize<DraftForm>(json)!;

    /// <summary>The form as that of its job.</summary>
    /// <returns>JSON.</returns>
    public string Write() => JsonSerializer.Serialize(this);
}

/// <summary>What was read from the file of a draft, waiting for its person.</summary>
/// <param name="Kind">What the file is.</param>
/// <param name="Accepted">The paragraphs; of a file with tracked changes those with every change accepted.</param>
/// <param name="Original">The paragraphs with every change rejected; null where there are no changes.</param>
/// <param name="Changes">Tracked changes.</param>
/// <param name="Pages">Pages of a PDF; 0 for a Word file.</param>
/// <param name="LeftOut">What did not become text.</param>
public sealed record DraftRows(OriginalKind Kind, IReadOnlyList<NewParagraph> Accepted, IReadOnlyList<NewParagraph>? Original, int Changes, int Pages, string? LeftOut)
{
    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    /// <summary>Whether the file is a scan: it has no text, and nobody but its reader can look for stamps.</summary>
    [JsonIgnore] public bool IsScan => Accepted.Count == 0;

    /// <summary>The paragraphs of one of the two texts.</summary>
    /// <param name="tracked">Which.</param>
    /// <returns>The paragraphs.</returns>
    public IReadOnlyList<NewParagraph> Of(TrackedText tracked) => tracked == TrackedText.Original && Original is { } original ? original : Accepted;

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="json">The rows of the job.</param>
    /// <returns>The paragraphs.</returns>
    public static DraftRows Read(string json) => JsonSerializer.Deserialize<DraftRows>(json, Json)!;

    /// <summary>The paragraphs as the rows of their job.</summary>
    /// <returns>JSON.</returns>
    public string Write() => JsonSerializer.Serialize(this, Json);
}
