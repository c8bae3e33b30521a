using System.Threading.Channels;

namespace ConferenceRecords.Web.Imports;

/// <summary>The files and lists that wait to be read, a few at most: the memory of the process is bounded.</summary>
public sealed class ImportQueue
{
    private const int Most = 4;

    private readonly Channel<ImportUpload> waiting = Channel.CreateBounded<ImportUpload>(new BoundedChannelOptions(Most) { SingleReader = true });

    /// <summary>Adds one; false when too many wait.</summary>
    public bool TryAdd(ImportUpload upload) => waiting.Writer.TryWrite(upload);

    /// <summary>All of them, one after the other.</summary>
    public IAsyncEnumerable<ImportUpload> TakeAsync(CancellationToken cancel) => waiting.Reader.ReadAllAsync(cancel);
}
