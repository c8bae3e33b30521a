using System.Threading.Channels;
using ConferenceRecords.Data.Jobs;
using ConferenceRecords.Documents.Office;
using ConferenceRecords.Documents.People;

namespace ConferenceRecords.Web.Imports;

/// <summary>A list of people that waits in memory to be read; it is nowhere else.</summary>
/// <param name="JobId">Its job.</param>
/// <param name="File">The workbook; null for a pasted table.</param>
/// <param name="Text">The pasted table.</param>
/// <param name="Options">How it is read.</param>
/// <param name="Hold">The sign that this process has it.</param>
public sealed record PeopleUpload(Guid JobId, OfficeFile? File, string? Text, PeopleOptions Options, ImportHold Hold);

/// <summary>The lists that wait to be read, a few at most: the memory of the process is bounded.</summary>
public sealed class ImportQueue
{
    private const int Most = 4;

    private readonly Channel<PeopleUpload> waiting = Channel.CreateBounded<PeopleUpload>(new BoundedChannelOptions(Most) { SingleReader = true });

    /// <summary>Adds a list; false when too many wait.</summary>
    public bool TryAdd(PeopleUpload upload) => waiting.Writer.TryWrite(upload);

    /// <summary>The lists, one after the other.</summary>
    public IAsyncEnumerable<PeopleUpload> TakeAsync(CancellationToken cancel) => waiting.Reader.ReadAllAsync(cancel);
}
