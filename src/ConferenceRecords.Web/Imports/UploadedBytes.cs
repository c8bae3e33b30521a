namespace ConferenceRecords.Web.Imports;

/// <summary>The bytes of an uploaded file. Pages that take files buffer the whole request in memory, so that nothing of it lies on a disk.</summary>
internal static class UploadedBytes
{
    public static async Task<byte[]> BytesAsync(this IFormFile upload, CancellationToken cancel)
    {
        using var memory = new MemoryStream();
        await upload.CopyToAsync(memory, cancel);
        return memory.ToArray();
    }
}
