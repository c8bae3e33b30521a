using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.WebUtilities;

namespace ConferenceRecords.Web.Hosting;

/// <summary>Writes pages into room for a whole one, so that nearly every page leaves in one piece: the framework sends after every 16 thousand characters.</summary>
internal sealed class PageWriterFactory : IHttpResponseStreamWriterFactory
{
    /// <summary>In characters, twice what the conclusion of a conference of 21 contents takes. The room is lent by a pool.</summary>
    private const int Room = 64 * 1024;

    public TextWriter CreateWriter(Stream stream, Encoding encoding) => new HttpResponseStreamWriter(stream, encoding, Room, ArrayPool<byte>.Shared, ArrayPool<char>.Shared);
}
