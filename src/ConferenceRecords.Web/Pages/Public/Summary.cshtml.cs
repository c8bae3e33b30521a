using ConferenceRecords.Data.Publication;
using ConferenceRecords.Domain.Publishing;

namespace ConferenceRecords.Web.Pages.Public;

public sealed class SummaryModel(PublicationContext publication) : EditionPage<OpinionSummaryBundle>(publication);
