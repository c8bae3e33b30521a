using ConferenceRecords.Data.Publication;
using ConferenceRecords.Domain.Publishing;

namespace ConferenceRecords.Web.Pages.Public;

public sealed class IndicatorsOfSessionModel(PublicationContext publication) : EditionPage<SessionBundle>(publication);
