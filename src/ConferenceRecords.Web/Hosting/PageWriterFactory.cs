using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.WebUtilities;

namespace ConferenceRecords.Web.Hosting;

/// <summary>
/// Writes pages into room for a whole one: nearly every page leaves in one piece. The framework sends after every 16 thousand characters, and each piece costs
/// the system, and whoever reads it, more than the making of its text.
/// </summary>
internal sealed class PageWriterFactory : IHttpResponseStreamWriterFactory
{
    /// <summary>In characters: the longest public page has 50 thousand. The room is lent by a pool.</summary>
    private const int Room = 64 * 1024;

    public TextWriter CreateWriter(Stream stream, Encoding encoding) => new HttpResponseStreamWriter(stream, encoding, Room, ArrayPool<byte>.Shared, ArrayPool<char>.Shared);
}
