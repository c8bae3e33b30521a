using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.People;
using ConferenceRecords.Domain.Sessions;
using ConferenceRecords.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Jobs;

/// <summary>What entering a list did.</summary>
/// <param name="Entered">Persons entered.</param>
/// <param name="Posts">Posts added to persons who were there.</param>
/// <param name="Invited">Persons invited to the session of the job.</param>
/// <param name="Open">Rows on which a person has to decide first; nothing was entered then.</param>
public sealed record PeopleEntered(int Entered, int Posts, int Invited, IReadOnlyList<int> Open);

/// <summary>Enters lists of people into the records, and takes them back.</summary>
public static class PeopleEntering
{
    private const int AtOnce = 500;

    private static readonly PostFacts Nothing = new(null, null);

    /// <summary>Enters every row that is to be entered, or nothing. Once per job: the second call finds it entered.</summary>
    /// <param name="records">The office's context, with nothing pending.</param>
    /// <param name="jobId">The job.</param>
    /// <param name="invite">Whether those entered and matched are invited to the session of the job, in the order of the list.</param>
    /// <param name="at">Time.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>What was done; null when the job does not wait any more.</returns>
    public static async Task<PeopleEntered?> EnterPeopleAsync(this RecordsContext records, Guid jobId, bool invite, DateTimeOffset at, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        await using var transaction = await records.Database.BeginTransactionAsync(cancel);
        await records.LockPeopleAsync(cancel);
        if (await records.ImportJobs.SingleOrDefaultAsync(j => j.Id == jobId && j.State == ImportState.Ready, cancel) is not { } job) return null;
        var list = PeopleList.Read(job.Rows!);
        var rows = await records.MatchAsync(list.Rows, cancel);
        if (rows.Exists(r => r.IsOpen))
        {
            job.Rows = (list with { Rows = rows }).Write();
            await records.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return new(0, 0, 0, [.. rows.Where(r => r.IsOpen).Select(r => r.Number)]);
        }
        var sessionId = invite ? job.SessionId : null;
        (job.State, job.Rows, job.EndedAt) = (ImportState.Entered, null, at);
        await records.SaveChangesAsync(cancel);
        records.ChangeTracker.Clear();
        var (people, entered, posts) = await EnterAsync(records, rows, jobId, cancel);
        var invited = sessionId is { } session ? await InviteAsync(records, session, people, at, cancel) : 0;
        await transaction.CommitAsync(cancel);
        return new(entered, posts, invited, []);
    }

    /// <summary>Takes off the directory every person of a job to whom nothing refers yet, and withdraws their invitations of that job.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="job">The job.</param>
    /// <param name="at">Time.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>How many were taken off, and how many stay because something refers to them.</returns>
    public static async Task<(int Removed, int Kept)> TakeBackPeopleAsync(this RecordsContext records, ImportJob job, DateTimeOffset at, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(job);
        await using var transaction = await records.Database.BeginTransactionAsync(cancel);
        await records.LockPeopleAsync(cancel);
        var mine = records.Delegates.AsNoTracking().Where(d => d.ImportId == job.Id && d.RemovedAt == null);
        var total = await mine.CountAsync(cancel);
        var free = await mine.Where(d => d.UserId == null
            && !records.Opinions.Any(o => o.DelegateId == d.Id)
            && !records.Attendances.Any(a => a.DelegateId == d.Id)
            && !records.DiscussionGroups.Any(g => g.LeaderId == d.Id || g.SecretaryId == d.Id)
            && !records.Invitations.Any(i => i.DelegateId == d.Id && (i.GroupId != null || (i.SessionId != job.SessionId && i.RevokedAt == null)))).ToListAsync(cancel);
        var invitations = await records.Invitations.AsNoTracking().Where(i => i.SessionId == job.SessionId && i.RevokedAt == null
            && records.Delegates.Any(d => d.Id == i.DelegateId && d.ImportId == job.Id)).ToDictionaryAsync(i => i.DelegateId, cancel);
        foreach (var some in free.Chunk(AtOnce))
        {
            foreach (var person in some)
            {
                records.Attach(person);
                person.Remove(at);
                if (invitations.GetValueOrDefault(person.Id) is { } invitation) records.Attach(invitation).Entity.Revoke(at);
            }
            await records.SaveChangesAsync(cancel);
            records.ChangeTracker.Clear();
        }
        await transaction.CommitAsync(cancel);
        return (free.Count, total - free.Count);
    }

    /// <summary>One list after the other: two of them with the same people would not see each other.</summary>
    private static Task<int> LockPeopleAsync(this RecordsContext records, CancellationToken cancel) =>
        records.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended('people', 0))", cancel);

    private static async Task<(List<Guid> People, int Entered, int Posts)> EnterAsync(RecordsContext records, List<PersonRow> rows, Guid jobId, CancellationToken cancel)
    {
        var known = rows.Where(r => r is { Choice: PersonChoice.Same, PersonId: not null }).Select(r => r.PersonId!.Value).ToHashSet();
        var stored = await records.Delegates.Include(d => d.Posts).Where(d => known.Contains(d.Id)).ToDictionaryAsync(d => d.Id, cancel);
        var byRow = new Dictionary<int, Delegate>();
        var (added, posts) = (new List<Delegate>(), new List<Post>());
        foreach (var row in rows.Where(r => r.IsEntered))
        {
            var there = row.Choice != PersonChoice.Same ? null
                : row.PersonId is { } id ? stored.GetValueOrDefault(id) : byRow.GetValueOrDefault(row.Repeats ?? 0);
            var person = there ?? new Delegate(Guid.CreateVersion7(), row.FullName, row.Position, row.Unit, row.BodyId is not null, importId: jobId);
            byRow[row.Number] = person;
            var facts = new PostFacts(row.Position, row.Unit, row.BodyId, row.TermId, row.Since, row.Until);
            var isNew = there is null;
            if (!isNew && Holds(person, facts)) continue;
            if (isNew) added.Add(person);
            if (facts == Nothing) continue;

            // A list of another occasion says nothing of who sits in the body: a new post does not end a membership.
            var lasting = facts is { BodyId: null, Until: null } ? person.Posts.LastOrDefault(p => p is { BodyId: not null, Until: null }) : null;
            var post = person.Hold(Guid.CreateVersion7(), lasting is null ? facts : facts with { BodyId = lasting.BodyId, TermId = lasting.TermId });
            if (person.ImportId != jobId) posts.Add(post);
        }

        // Those who are there are tracked already.
        records.AddRange(posts);
        await records.SaveChangesAsync(cancel);
        records.ChangeTracker.Clear();
        await AddAsync(records, added, cancel);
        return ([.. byRow.Values.Select(p => p.Id).Distinct()], added.Count, posts.Count);
    }

    /// <summary>Some at a time: the server does not wait long for a transaction that says nothing.</summary>
    private static async Task AddAsync(RecordsContext records, IEnumerable<object> entities, CancellationToken cancel)
    {
        foreach (var some in entities.Chunk(AtOnce))
        {
            records.AddRange(some);
            await records.SaveChangesAsync(cancel);
            records.ChangeTracker.Clear();
        }
    }

    /// <summary>Whether the person holds this post already: the list was brought twice, or a later one says the same with other marks or says less.</summary>
    private static bool Holds(Delegate person, PostFacts facts) =>
        facts == Nothing
        || person.Posts.Any(p => SameWords(p.Position, facts.Position) && SameWords(p.Unit, facts.Unit) && p.Until == facts.Until
            && (facts.BodyId is null || (p.BodyId, p.TermId) == (facts.BodyId, facts.TermId))
            && (p.Since is null || facts.Since is null || p.Since == facts.Since));

    private static bool SameWords(string? some, string? other) => VietnameseText.Fold(some ?? "") == VietnameseText.Fold(other ?? "");

    private static async Task<int> InviteAsync(RecordsContext records, Guid sessionId, List<Guid> people, DateTimeOffset at, CancellationToken cancel)
    {
        var earlier = await records.Invitations.Where(i => i.SessionId == sessionId && people.Contains(i.DelegateId)).ToDictionaryAsync(i => i.DelegateId, cancel);
        var (added, renewed) = (new List<Invitation>(), 0);
        foreach (var (index, delegateId) in people.Index())
        {
            // A microsecond apart: the order of the list is the order of the invitations.
            var moment = at.AddMicroseconds(index);
            if (!earlier.TryGetValue(delegateId, out var invitation)) added.Add(new(Guid.CreateVersion7(), sessionId, delegateId, moment));
            else if (invitation.RevokedAt is not null)
            {
                invitation.Renew(moment);
                renewed++;
            }
        }
        await records.SaveChangesAsync(cancel);
        records.ChangeTracker.Clear();
        await AddAsync(records, added, cancel);
        return added.Count + renewed;
    }
}
