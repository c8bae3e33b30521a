using ConferenceRecords.Data.Publication;

namespace ConferenceRecords.Web.Pages.Public;

public sealed class IndicatorsOfSessionModel(PublicationContext publication) : EditionPage(publication);
