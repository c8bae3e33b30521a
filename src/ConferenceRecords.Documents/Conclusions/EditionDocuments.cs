using ConferenceRecords.Data.Publishing;
using ConferenceRecords.Domain.Publishing;

namespace ConferenceRecords.Documents.Conclusions;

/// <summary>The files that become public together with an edition.</summary>
public static class EditionDocuments
{
    /// <summary>Makes the files of an edition.</summary>
    /// <param name="bundle">The edition.</param>
    /// <returns>The document of a conclusion; nothing of the other kinds.</returns>
    public static IEnumerable<MadeFile> Of(EditionBundle bundle) =>
        bundle is SessionBundle session ? [new(ConclusionDocument.FileName, ConclusionDocument.MediaType, ConclusionDocument.Write(session))] : [];
}
