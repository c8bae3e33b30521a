using ConferenceRecords.Data.Publication;

namespace ConferenceRecords.Web.Pages.Public;

public sealed class EarlierConclusionModel(PublicationContext publication) : EditionPage(publication);
