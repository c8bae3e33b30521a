using ConferenceRecords.Data.Accounts;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Responses;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Queries;

/// <summary>A task that an agency has to carry out.</summary>
public sealed record OpenTask
{
    /// <summary>The agency.</summary>
    public Guid AgencyId { get; init; }

    /// <summary>The deadline of the task.</summary>
    public DateOnly DueOn { get; init; }
}

/// <summary>Who gets mail about what. Asked when a mail is written and again when it is sent: whoever may not see a thing any more is not told of it.</summary>
public static class MailQueries
{
    /// <summary>The accounts that have an address and want mail.</summary>
    /// <param name="records">The office's context.</param>
    /// <returns>A query to filter further.</returns>
    public static IQueryable<PortalUser> MailUsers(this RecordsContext records)
    {
        ArgumentNullException.ThrowIfNull(records);
        return records.Users.AsNoTracking().Where(u => u.Email != null && u.Email != "" && u.WantsMail && !u.IsDisabled);
    }

    /// <summary>The accounts of an agency.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="agencyId">The agency.</param>
    /// <returns>A query to filter further.</returns>
    public static IQueryable<PortalUser> AgencyMailUsers(this RecordsContext records, Guid agencyId) => records.MailUsers().Where(u => u.AgencyId == agencyId);

    /// <summary>The delegates' accounts that may give an opinion on a draft now: it is sent, its content stands, its session is open and they are invited.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="draftId">The draft.</param>
    /// <returns>A query to filter further.</returns>
    public static IQueryable<PortalUser> MailReaders(this RecordsContext records, Guid draftId)
    {
        ArgumentNullException.ThrowIfNull(records);
        var delegates =
            from p in records.PapersOfItems()
            join draft in records.Drafts on p.DraftId equals draft.Id
            join i in records.AgendaItems on p.ItemId equals i.Id
            join s in records.Sessions on i.SessionId equals s.Id
            join v in records.Invitations on s.Id equals v.SessionId
            join d in records.Delegates on v.DelegateId equals d.Id
            where draft.Id == draftId && draft.SentAt != null && i.DiscardedAt == null && i.WithdrawnAt == null && s.ClosedAt == null && v.RevokedAt == null
            select d.UserId;
        return records.MailUsers().Where(u => delegates.Contains(u.Id));
    }

    /// <summary>Those of <see cref="MailReaders"/> who have not sent an opinion on it.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="draftId">The draft.</param>
    /// <returns>A query to filter further.</returns>
    public static IQueryable<PortalUser> SilentReaders(this RecordsContext records, Guid draftId)
    {
        var said =
            from o in records.Opinions
            join v in records.DraftVersions on o.DraftVersionId equals v.Id
            join d in records.Delegates on o.DelegateId equals d.Id
            where v.DraftId == draftId && o.WithdrawnAt == null
            select d.UserId;
        return records.MailReaders(draftId).Where(u => !said.Contains(u.Id));
    }

    /// <summary>Tasks that are not done, each with the agency that leads it: of one that a class leads, every agency of the class.</summary>
    /// <param name="records">The office's context.</param>
    /// <returns>A query to filter further.</returns>
    public static IQueryable<OpenTask> OpenTasks(this RecordsContext records)
    {
        ArgumentNullException.ThrowIfNull(records);
        return
            from t in records.StandingTasks()
            from a in records.Agencies
            where t.DoneOn == null && t.DueOn != null && !a.IsClass && (t.LeadAgencyId == a.Id || (a.ClassId != null && t.LeadAgencyId == a.ClassId))

                // What an agency has reported as done waits for the Office, not for the agency.
                && !t.Reports.Any(r => r.AgencyId == a.Id && r.DoneOn != null && r.ConfirmedAt == null && r.ReturnedAt == null)
            select new OpenTask { AgencyId = a.Id, DueOn = t.DueOn!.Value };
    }

    /// <summary>Responses for which an agency was asked and has not answered, of opinions that stand for themselves.</summary>
    /// <param name="records">The office's context.</param>
    /// <returns>A query to filter further.</returns>
    public static IQueryable<Response> OpenAssignments(this RecordsContext records)
    {
        ArgumentNullException.ThrowIfNull(records);
        return
            from r in records.Responses.AsNoTracking()
            join o in records.LeadOpinions() on r.OpinionId equals o.Id
            where r.AgencyId != null && r.Disposition == null
            select r;
    }
}
