using System.Globalization;
using ConferenceRecords.Data.Publication;
using ConferenceRecords.Domain.Publishing;

namespace ConferenceRecords.Web.OpenData;

/// <summary>A figure, in the list of all sessions.</summary>
/// <param name="Session">Permanent part of the session's addresses.</param>
/// <param name="SessionTitle">Title of the session.</param>
/// <param name="Number">Its number within the edition, from 1.</param>
/// <param name="Page">Address of its place on the page for people.</param>
/// <param name="Indicator">The figure as it was announced: a value means nothing without its qualifier ("trên", "gần"), unit, period and base.</param>
public sealed record IndicatorEntry(string Session, string SessionTitle, int Number, string Page, PublicIndicator Indicator)
{
    /// <summary>The figures of an edition.</summary>
    internal static IEnumerable<IndicatorEntry> Of(SessionBundle bundle) => bundle.Indicators.Select((i, index) => new IndicatorEntry(
        bundle.Slug, bundle.Session.Title, index + 1, string.Create(CultureInfo.InvariantCulture, $"/chi-tieu/{bundle.Slug}#chi-tieu-{index + 1}"), i));
}

internal static class Indicators
{
    public static void MapIndicators(this RouteGroupBuilder api) =>
        api.Read("indicators", (HttpRequest request, PublicationContext publication, string? cursor, int? limit, CancellationToken cancel) =>
                RowLists.AnswerAsync<SessionBundle, IndicatorEntry>(request, publication, ReleaseKind.Conclusion, IndicatorEntry.Of, cursor, limit, cancel))
            .Described<Page<IndicatorEntry>>("listIndicators", "Figures of all sessions.", "By session, the one published first last, then in the order of the document. With a cursor.").Paged();
}
