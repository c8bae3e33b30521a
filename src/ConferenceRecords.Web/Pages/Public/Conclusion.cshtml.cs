using ConferenceRecords.Data.Publication;
using ConferenceRecords.Documents.OpenData;

namespace ConferenceRecords.Web.Pages.Public;

public sealed class ConclusionModel(PublicationContext publication) : EditionPage(publication)
{
    protected override PublicPart Part => PublicPart.Conclusion;
}
