using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Agenda;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Queries;

/// <summary>An approved agenda in the list.</summary>
/// <param name="Ordinal">1 for version A, 2 for B.</param>
/// <param name="ApprovedBy">Name of who approved.</param>
/// <param name="ApprovedAt">When.</param>
/// <param name="Count">Number of contents.</param>
public sealed record AgendaVersionRow(int Ordinal, string ApprovedBy, DateTimeOffset ApprovedAt, int Count)
{
    /// <summary>Its name, "B".</summary>
    public string Letter => AgendaVersion.Letter(Ordinal);
}

/// <summary>Queries of approved agendas.</summary>
public static class AgendaVersionRows
{
    /// <summary>The approved agendas of a session, the newest first.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="sessionId">The session.</param>
    /// <returns>A query.</returns>
    public static IQueryable<AgendaVersionRow> AgendaVersionList(this RecordsContext records, Guid sessionId)
    {
        ArgumentNullException.ThrowIfNull(records);
        return
            from v in records.AgendaVersions.AsNoTracking()
            where v.SessionId == sessionId
            join u in records.Users on v.ApprovedById equals u.Id into users
            from person in users.DefaultIfEmpty()
            orderby v.Ordinal descending
            select new AgendaVersionRow(v.Ordinal, person!.DisplayName ?? "", v.ApprovedAt, v.Items.Count);
    }

    /// <summary>The lines of an approved agenda, in order.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="ordinal">Which; there are no lines where there is no such agenda.</param>
    /// <returns>A query.</returns>
    public static IQueryable<AgendaLine> AgendaVersionLines(this RecordsContext records, Guid sessionId, int ordinal)
    {
        ArgumentNullException.ThrowIfNull(records);
        return
            from v in records.AgendaVersions.AsNoTracking()
            where v.SessionId == sessionId && v.Ordinal == ordinal
            from i in v.Items
            orderby i.Position
            select new AgendaLine(i.ItemId, i.Code, i.Position, i.Title, i.CategoryId, i.LeadAgencyId);
    }
}
