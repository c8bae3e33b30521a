using ConferenceRecords.Data.Publication;

namespace ConferenceRecords.Web.Pages.Public;

public sealed class SessionsModel(PublicationContext publication) : EditionListPage(publication);
