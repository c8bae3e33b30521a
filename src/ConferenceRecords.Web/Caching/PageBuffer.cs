namespace ConferenceRecords.Web.Caching;

/// <summary>Holds an answer back until it is whole. One that grows too large to be kept goes on to the reader as it comes.</summary>
/// <param name="reader">Where the reader is.</param>
/// <param name="most">Bytes that are held back at most.</param>
internal sealed class PageBuffer(Stream reader, int most) : MemoryStream
{
    /// <summary>Whether the answer is on its way to the reader already.</summary>
    public bool IsPassedOn { get; private set; }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!IsPassedOn && Length + buffer.Length <= most)
        {
            await base.WriteAsync(buffer, cancellationToken);
            return;
        }
        if (!IsPassedOn) await PassOnAsync(cancellationToken);
        await reader.WriteAsync(buffer, cancellationToken);
    }

    /// <exception cref="InvalidOperationException">What does not fit any more would have to wait for the reader, and that is no more allowed here than on the connection itself.</exception>
    public override void Write(byte[] buffer, int offset, int count)
    {
        if (IsPassedOn || Length + count > most) throw new InvalidOperationException("A large answer has to be written asynchronously");
        base.Write(buffer, offset, count);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken) => IsPassedOn ? reader.FlushAsync(cancellationToken) : Task.CompletedTask;

    /// <summary>Sends what was held back.</summary>
    public async Task PassOnAsync(CancellationToken cancel)
    {
        IsPassedOn = true;
        if (Length > 0) await reader.WriteAsync(GetBuffer().AsMemory(0, (int)Length), cancel);
        SetLength(0);
    }
}
