using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Queries;

/// <summary>A person of the directory by itself.</summary>
/// <param name="Id">Key.</param>
/// <param name="FullName">Full name.</param>
/// <param name="Version">Concurrency token.</param>
/// <param name="IsMember">Member of a body now.</param>
/// <param name="IsDemonstration">Fictional.</param>
/// <param name="HasAccount">Whether the person can sign in.</param>
/// <param name="RemovedAt">When the person was taken off the directory.</param>
public sealed record PersonHead(Guid Id, string FullName, uint Version, bool IsMember, bool IsDemonstration, bool HasAccount, DateTimeOffset? RemovedAt);

/// <summary>A post of a person.</summary>
/// <param name="Position">Position.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Membership">The body and term of which it is the membership; null for any other post.</param>
/// <param name="Since">First day.</param>
/// <param name="Until">Last day.</param>
public sealed record PostLine(string? Position, string? Unit, Membership? Membership, DateOnly? Since, DateOnly? Until);

/// <summary>A body in one of its terms, of which people are members.</summary>
/// <param name="BodyId">The body.</param>
/// <param name="TermId">The term.</param>
/// <param name="Body">Name of the body.</param>
/// <param name="TermLabel">Label of the term, "XX".</param>
/// <param name="TermStart">First year of the term.</param>
/// <param name="TermEnd">Last year of the term.</param>
public sealed record Membership(Guid BodyId, Guid TermId, string Body, string TermLabel, int TermStart, int TermEnd)
{
    /// <summary>Body and term as one value of a list.</summary>
    public string Key => $"{BodyId:N}{TermId:N}";
}

/// <summary>A session to which a person was invited.</summary>
/// <param name="Id">The session.</param>
/// <param name="Title">Its title.</param>
/// <param name="IsRevoked">Whether the invitation was withdrawn.</param>
public sealed record InvitedSession(Guid Id, string Title, bool IsRevoked);

/// <summary>Queries of the directory of people.</summary>
public static class DirectoryRows
{
    /// <summary>People by given name; found by every word, without marks, in name, position or unit: those found in the name alone come first.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="terms">What is looked for; null for everybody.</param>
    /// <param name="removed">Those who were taken off the directory instead of those who are in it.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The people. A province has a few thousand at most: they are folded and sorted here, in the one order of the whole portal.</returns>
    public static async Task<List<DelegateLine>> DirectoryAsync(this RecordsContext records, SearchTerms? terms, bool removed, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        var all = await records.Delegates.Where(d => (d.RemovedAt != null) == removed).Lines().ToListAsync(cancel);
        if (terms is null) return all.ByName();

        // "duc" is a name, and a part of "Giáo dục" in many a unit: names come first.
        var found = all.Where(d => Matches($"{d.FullName} {d.Position} {d.Unit}", terms)).ToLookup(d => Matches(d.FullName, terms));
        return [.. found[true].ByName(), .. found[false].ByName()];
    }

    /// <summary>One person.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="delegateId">The person.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The person; null where there is none.</returns>
    public static Task<PersonHead?> PersonAsync(this RecordsContext records, Guid delegateId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        return records.Delegates.AsNoTracking().Where(d => d.Id == delegateId)
            .Select(d => new PersonHead(d.Id, d.FullName, d.Version, d.IsMember, d.IsDemonstration, d.UserId != null, d.RemovedAt)).SingleOrDefaultAsync(cancel);
    }

    /// <summary>People by their keys.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="ids">The keys.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>Those who are in the directory.</returns>
    public static Task<Dictionary<Guid, DelegateLine>> PeopleAsync(this RecordsContext records, IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        return records.Delegates.Where(d => d.RemovedAt == null && ids.Contains(d.Id)).Lines().ToDictionaryAsync(d => d.Id, cancel);
    }

    /// <summary>The posts of a person, the latest first; one without a first day stands before all others of its end.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="delegateId">The person.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The posts.</returns>
    public static Task<List<PostLine>> PostsAsync(this RecordsContext records, Guid delegateId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        return (
            from p in records.Posts.AsNoTracking()
            where p.DelegateId == delegateId
            join b in records.Bodies on p.BodyId equals b.Id into bodies
            from body in bodies.DefaultIfEmpty()
            join t in records.Terms on p.TermId equals t.Id into terms
            from term in terms.DefaultIfEmpty()
            orderby p.Until == null ? 0 : 1, p.Until descending, p.Since descending, p.Id descending
            select new PostLine(
                p.Position, p.Unit, body == null ? null : new Membership(body.Id, term!.Id, body.Name, term.Label, term.StartYear, term.EndYear), p.Since, p.Until)).ToListAsync(cancel);
    }

    /// <summary>The sessions to which a person was invited, the latest first.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="delegateId">The person.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The sessions.</returns>
    public static Task<List<InvitedSession>> SessionsOfAsync(this RecordsContext records, Guid delegateId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        return records.Invitations.AsNoTracking().Where(i => i.DelegateId == delegateId).OrderByDescending(i => i.InvitedAt)
            .Join(records.Sessions, i => i.SessionId, s => s.Id, (i, s) => new InvitedSession(s.Id, s.Title, i.RevokedAt != null)).ToListAsync(cancel);
    }

    /// <summary>Every body in every term of its committee, the latest term first.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The bodies with their terms.</returns>
    public static Task<List<Membership>> MembershipsAsync(this RecordsContext records, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        return (
            from b in records.Bodies.AsNoTracking()
            join t in records.Terms on b.CommitteeId equals t.CommitteeId
            orderby t.StartYear descending, b.Name, b.Id
            select new Membership(b.Id, t.Id, b.Name, t.Label, t.StartYear, t.EndYear)).ToListAsync(cancel);
    }

    /// <summary>The body and term of a session.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="sessionId">The session, which must exist.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>Body and term.</returns>
    public static Task<Membership> MembershipOfAsync(this RecordsContext records, Guid sessionId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        return (
            from s in records.Sessions.AsNoTracking()
            where s.Id == sessionId
            join b in records.Bodies on s.BodyId equals b.Id
            join t in records.Terms on s.TermId equals t.Id
            select new Membership(b.Id, t.Id, b.Name, t.Label, t.StartYear, t.EndYear)).SingleAsync(cancel);
    }

    private static bool Matches(string text, SearchTerms terms)
    {
        var folded = VietnameseText.Fold(text);
        return terms.Words.All(word => folded.Contains(word, StringComparison.Ordinal));
    }
}
