using System.Text.Encodings.Web;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using Microsoft.Extensions.Caching.Memory;

namespace ConferenceRecords.Web.Drafts;

/// <summary>Laid out texts of versions, the last ones kept: a version never changes. Who may read one is asked by the page, on every request.</summary>
public sealed class DraftTexts(HtmlEncoder encoder) : IDisposable
{
    /// <summary>Characters kept, about as many bytes times four.</summary>
    private const long Room = 20_000_000;

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = Room });

    /// <summary>The text of a stored version.</summary>
    public async Task<DraftText> OfAsync(RecordsContext records, Guid versionId, CancellationToken cancel)
    {
        if (kept.TryGetValue<DraftText>(versionId, out var there)) return there!;
        var text = Of(await records.DraftParagraphsAsync(versionId, cancel));
        // Nothing is kept of a key without a version: it may come to be one.
        return text.Paragraphs.Count == 0 ? text : kept.Set(versionId, text, new MemoryCacheEntryOptions { Size = text.Paragraphs.Sum(p => 200L + p.Source.Text.Length) });
    }

    /// <summary>A text that is not stored yet.</summary>
    public DraftText Of(IReadOnlyList<DraftParagraph> paragraphs) => DraftText.Of(paragraphs, encoder);

    public void Dispose() => kept.Dispose();
}
