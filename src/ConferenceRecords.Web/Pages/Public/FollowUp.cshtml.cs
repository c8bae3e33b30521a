using ConferenceRecords.Data.Publication;
using ConferenceRecords.Domain.Publishing;

namespace ConferenceRecords.Web.Pages.Public;

public sealed class FollowUpModel(PublicationContext publication) : EditionPage<FollowUpBundle>(publication);
