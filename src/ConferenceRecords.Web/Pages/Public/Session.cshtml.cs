using ConferenceRecords.Data.Publication;

namespace ConferenceRecords.Web.Pages.Public;

public sealed class SessionModel(PublicationContext publication) : EditionPage(publication);
