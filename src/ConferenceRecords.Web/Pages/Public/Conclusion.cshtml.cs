using ConferenceRecords.Data.Publication;

namespace ConferenceRecords.Web.Pages.Public;

public sealed class ConclusionModel(PublicationContext publication) : EditionPage(publication);
