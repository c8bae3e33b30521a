namespace ConferenceRecords.Documents.Office;

/// <summary>Reads an entry and stops where it unpacks to more than an office file needs. What an entry says of its own size is not asked.</summary>
internal sealed class CountedStream(Stream inner, long packed, long left, CancellationToken cancel) : Stream
{
    /// <summary>The bytes unpacked so far.</summary>
    public long Count { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => Count; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        cancel.ThrowIfCancellationRequested();
        var read = inner.Read(buffer);
        Count += read;
        var bomb = Count > OfficeFile.MostOfAnEntry || Count > left || (Count > OfficeFile.RatioFloor && Count > OfficeFile.MostRatio * packed);
        return bomb ? throw new OfficeFileException(OfficeFileProblem.Bomb, "An entry unpacks to too much") : read;
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
