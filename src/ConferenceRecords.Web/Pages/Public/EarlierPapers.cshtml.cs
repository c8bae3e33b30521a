using ConferenceRecords.Data.Publication;

namespace ConferenceRecords.Web.Pages.Public;

public sealed class EarlierPapersModel(PublicationContext publication) : PapersPage(publication);
