using ConferenceRecords.Data.Publication;

namespace ConferenceRecords.Web.Pages.Public;

public sealed class ConclusionsModel(PublicationContext publication) : EditionListPage(publication);
