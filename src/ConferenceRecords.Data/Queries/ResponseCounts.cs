using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Responses;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Queries;

/// <summary>How many opinions have which end. An opinion has its end when it stands behind another one that stands, or when the answer to it is confirmed.</summary>
/// <param name="Opinions">Opinions that were not withdrawn.</param>
/// <param name="Done">Those of them with an end.</param>
/// <param name="Accepted">Tiếp thu.</param>
/// <param name="Partly">Tiếp thu một phần.</param>
/// <param name="Kept">Giữ nguyên.</param>
/// <param name="HandedOver">Chuyển cơ quan khác.</param>
/// <param name="Duplicates">Trùng với another one.</param>
/// <param name="WaitingOffice">Answered by an agency and not confirmed.</param>
/// <param name="Assigned">With an agency that has not answered.</param>
/// <param name="Unassigned">With nobody.</param>
public sealed record ResponseCounts(int Opinions, int Done, int Accepted, int Partly, int Kept, int HandedOver, int Duplicates, int WaitingOffice, int Assigned, int Unassigned)
{
    /// <summary>None.</summary>
    public static ResponseCounts None { get; } = new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>Those without an end.</summary>
    public int Left => Opinions - Done;

    /// <summary>Both together.</summary>
    /// <param name="left">Counts.</param>
    /// <param name="right">Counts.</param>
    /// <returns>The sum.</returns>
    public static ResponseCounts operator +(ResponseCounts left, ResponseCounts right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new(
            left.Opinions + right.Opinions, left.Done + right.Done, left.Accepted + right.Accepted, left.Partly + right.Partly, left.Kept + right.Kept, left.HandedOver + right.HandedOver,
            left.Duplicates + right.Duplicates, left.WaitingOffice + right.WaitingOffice, left.Assigned + right.Assigned, left.Unassigned + right.Unassigned);
    }

    /// <summary>Both together.</summary>
    /// <param name="other">Counts.</param>
    /// <returns>The sum.</returns>
    public ResponseCounts Add(ResponseCounts other) => this + other;

    /// <summary>The counts of opinions with the same end: the one place where it is said what counts as what.</summary>
    /// <param name="n">How many.</param>
    /// <param name="isDuplicate">Whether they stand behind another one.</param>
    /// <param name="disposition">What was decided.</param>
    /// <param name="isConfirmed">Whether the Office confirmed it.</param>
    /// <param name="isAssigned">Whether an agency was asked.</param>
    /// <returns>The counts.</returns>
    public static ResponseCounts Of(int n, bool isDuplicate, Disposition? disposition, bool isConfirmed, bool isAssigned) => (isDuplicate, isConfirmed, disposition) switch
    {
        (true, _, _) => None with { Opinions = n, Done = n, Duplicates = n },
        (_, true, Disposition.Accepted) => None with { Opinions = n, Done = n, Accepted = n },
        (_, true, Disposition.PartlyAccepted) => None with { Opinions = n, Done = n, Partly = n },
        (_, true, Disposition.Kept) => None with { Opinions = n, Done = n, Kept = n },
        (_, true, _) => None with { Opinions = n, Done = n, HandedOver = n },
        (_, _, not null) => None with { Opinions = n, WaitingOffice = n },
        _ when isAssigned => None with { Opinions = n, Assigned = n },
        _ => None with { Opinions = n, Unassigned = n },
    };
}

/// <summary>The counts of one content.</summary>
/// <param name="ItemId">The content; null for the session as a whole.</param>
/// <param name="Position">Its number as shown; 0 for the session as a whole.</param>
/// <param name="Title">Its title; null for the session as a whole.</param>
/// <param name="Counts">The counts.</param>
public sealed record ItemResponses(Guid? ItemId, int Position, string? Title, ResponseCounts Counts);

/// <summary>Counts of the ledger: no name and no word of an opinion.</summary>
public static class ResponseCountQueries
{
    /// <summary>The counts of each content of a session that has opinions, in order; the session as a whole comes last.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The counts; their sum is that of the session.</returns>
    public static async Task<List<ItemResponses>> ItemResponsesAsync(this RecordsContext records, Guid sessionId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        var counted = await (
            from o in records.Opinions.AsNoTracking()
            join l in records.Opinions on o.MergedIntoId equals l.Id into leads
            from l in leads.DefaultIfEmpty()
            join r in records.Responses on o.Id equals r.OpinionId into responses
            from r in responses.DefaultIfEmpty()
            join i in records.AgendaItems on o.ItemId equals i.Id into items
            from i in items.DefaultIfEmpty()
            where o.SessionId == sessionId && o.WithdrawnAt == null
            group o by new
            {
                o.ItemId,
                Position = (int?)i.Position,
                i.Title,
                IsDuplicate = o.MergedIntoId != null && l.WithdrawnAt == null,
                r.Disposition,
                IsConfirmed = r.ConfirmedAt != null,
                IsAssigned = r.AgencyId != null,
            }
            into same
            select new { same.Key, Count = same.Count() }).ToListAsync(cancel);
        return
        [
            .. counted.GroupBy(c => (c.Key.ItemId, c.Key.Position, c.Key.Title))
                .Select(g => new ItemResponses(
                    g.Key.ItemId, g.Key.Position ?? 0, g.Key.Title,
                    g.Select(c => ResponseCounts.Of(c.Count, c.Key.IsDuplicate, c.Key.Disposition, c.Key.IsConfirmed, c.Key.IsAssigned)).Aggregate((sum, next) => sum + next)))
                .OrderBy(i => i.ItemId is null).ThenBy(i => i.Position).ThenBy(i => i.ItemId),
        ];
    }

    /// <summary>The counts of a session.</summary>
    /// <param name="items">Those of its contents.</param>
    /// <returns>Their sum.</returns>
    public static ResponseCounts Total(this IEnumerable<ItemResponses> items) => items.Aggregate(ResponseCounts.None, (sum, item) => sum + item.Counts);
}
