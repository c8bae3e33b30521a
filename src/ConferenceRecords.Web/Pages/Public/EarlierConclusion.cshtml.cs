using ConferenceRecords.Data.Publication;
using ConferenceRecords.Documents.OpenData;
using ConferenceRecords.Domain.Publishing;

namespace ConferenceRecords.Web.Pages.Public;

public sealed class EarlierConclusionModel(PublicationContext publication) : EditionPage<SessionBundle>(publication)
{
    protected override PublicPart Part => PublicPart.Conclusion;
}
