using ConferenceRecords.Data.Publication;
using ConferenceRecords.Documents.OpenData;
using ConferenceRecords.Domain.Publishing;

namespace ConferenceRecords.Web.Pages.Public;

public sealed class EarlierSummaryModel(PublicationContext publication) : EditionPage<OpinionSummaryBundle>(publication)
{
    protected override PublicPart Part => PublicPart.OpinionSummary;
}
