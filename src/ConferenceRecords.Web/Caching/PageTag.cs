using System.Buffers;
using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Domain.Text;
using ConferenceRecords.Web.OpenData;

namespace ConferenceRecords.Web.Caching;

/// <summary>The tag of a page made of editions: all that the page depends on beside its address counts. Equal tags are equal pages, for readers (304) and for what is kept.</summary>
internal sealed class PageTag
{
    private static readonly byte[] Program = typeof(PageTag).Module.ModuleVersionId.ToByteArray();

    // Hashed at once: each call into the library of the system costs more than all the bytes.
    private readonly ArrayBufferWriter<byte> parts = new(512);

    /// <summary>Begins a tag.</summary>
    /// <param name="language">Language of the interface, in two letters.</param>
    /// <param name="now">On paper the page says on which day it was fetched.</param>
    /// <param name="portal">What the operator says of it stands at the foot.</param>
    /// <param name="request">Links and the QR picture begin with the address of the portal, which it may have to name.</param>
    /// <param name="path">The path without its language.</param>
    public PageTag(string language, DateTimeOffset now, PortalAddress portal, HttpRequest request, PathString path)
    {
        parts.Write(Program);
        Add(VietnamTime.DateOf(now).DayNumber);
        Encoding.UTF8.GetBytes($"{language}\n{portal.Canonical(request, path, inEnglish: false)}\n{portal.Contact}\n{portal.Licence}", parts);
    }

    /// <summary>Adds an edition that the page shows.</summary>
    public void Add(EditionMark edition)
    {
        parts.Write(edition.Sha256);

        // A page says which editions there are, which is the newest and which were withdrawn.
        foreach (var head in edition.All) Add(head.IsWithdrawn ? -head.Number : head.Number);

        // A PDF comes some seconds after its edition.
        foreach (var file in edition.Files) parts.Write(file.Sha256);

        // It links to what else of the session is public.
        foreach (var kind in edition.PublicKinds) Add((int)kind);
    }

    /// <summary>The tag so far, in its quotation marks.</summary>
    public override string ToString() => $"\"{Base64Url.EncodeToString(SHA256.HashData(parts.WrittenSpan).AsSpan(0, 16))}\"";

    private void Add(int number) => parts.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<int>(in number)));
}
