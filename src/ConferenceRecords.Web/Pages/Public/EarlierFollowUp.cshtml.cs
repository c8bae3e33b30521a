using ConferenceRecords.Data.Publication;
using ConferenceRecords.Documents.OpenData;
using ConferenceRecords.Domain.Publishing;

namespace ConferenceRecords.Web.Pages.Public;

public sealed class EarlierFollowUpModel(PublicationContext publication) : EditionPage<FollowUpBundle>(publication)
{
    protected override PublicPart Part => PublicPart.FollowUp;
}
