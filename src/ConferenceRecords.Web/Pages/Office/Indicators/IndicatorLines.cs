using ConferenceRecords.Domain.Indicators;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Indicators;

/// <summary>Queries of indicators.</summary>
internal static class IndicatorLines
{
    /// <summary>The indicators that a filter leaves, in order.</summary>
    public static IQueryable<IndicatorLine> Lines(this IQueryable<Indicator> indicators) => indicators.AsNoTracking().OrderBy(i => i.Position).ThenBy(i => i.Id)
        .Select(i => new IndicatorLine(i.Id, i.SessionId, i.Version, new(i.Name, i.Value, i.Unit, i.Period, i.Qualifier, i.Direction, i.Base), i.RemovedAt));
}
