using ConferenceRecords.Data.Publication;

namespace ConferenceRecords.Web.Pages.Public;

public sealed class IndicatorsModel(PublicationContext publication) : EditionListPage(publication);
