using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace ConferenceRecords.Documents.OpenData.Packages;

/// <summary>
/// Writes an archive with a manifest of SHA-256 at its end, entry by entry as it goes. The same entries give the same bytes: no time of the clock is in them.
/// </summary>
public sealed class PackageWriter : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n" };

    // The earliest that the format knows.
    private static readonly DateTimeOffset Time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly List<PackageEntry> entries = [];
    private readonly PendingBytes pending = new();
    private readonly Stream stream;
    private readonly ZipArchive archive;

    /// <summary>Begins a package.</summary>
    /// <param name="stream">Where it goes; stays open.</param>
    public PackageWriter(Stream stream) => (this.stream, archive) = (stream, new(pending, ZipArchiveMode.Create, leaveOpen: true));

    /// <summary>Adds an entry.</summary>
    /// <param name="path">Its name within the archive.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="cancel">Cancellation.</param>
    public async Task AddAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancel)
    {
        entries.Add(new(path, content.Length, Convert.ToHexStringLower(SHA256.HashData(content.Span))));
        Write(path, content);
        await pending.SendAsync(stream, cancel);
    }

    /// <summary>Writes the manifest and the end of the archive. Nothing comes after it.</summary>
    /// <param name="format">What kind of package it is.</param>
    /// <param name="cancel">Cancellation.</param>
    public async Task FinishAsync(string format, CancellationToken cancel)
    {
        Write(PackageManifest.FileName, JsonSerializer.SerializeToUtf8Bytes(new PackageManifest(format, entries), Format));
        archive.Dispose();
        await pending.SendAsync(stream, cancel);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        archive.Dispose();
        return pending.DisposeAsync();
    }

    private void Write(string path, ReadOnlyMemory<byte> content)
    {
        var entry = archive.CreateEntry(path, CompressionLevel.Optimal);
        entry.LastWriteTime = Time;
        using var open = entry.Open();
        open.Write(content.Span);
    }

    /// <summary>The archive writes where it must not wait; what it wrote is sent on after each entry.</summary>
    private sealed class PendingBytes : Stream
    {
        private readonly MemoryStream bytes = new();

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public async Task SendAsync(Stream target, CancellationToken cancel)
        {
            await target.WriteAsync(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), cancel);
            bytes.SetLength(0);
        }

        public override void Write(byte[] buffer, int offset, int count) => bytes.Write(buffer, offset, count);

        public override void Write(ReadOnlySpan<byte> buffer) => bytes.Write(buffer);

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) bytes.Dispose();
            base.Dispose(disposing);
        }
    }
}
