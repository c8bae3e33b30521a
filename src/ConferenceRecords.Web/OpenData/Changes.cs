using ConferenceRecords.Data.Publication;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Domain.Publishing;

namespace ConferenceRecords.Web.OpenData;

/// <summary>Something that became public or was withdrawn.</summary>
/// <param name="Position">Its place in the order of all changes; later ones have higher numbers, with gaps.</param>
/// <param name="Type">What happened.</param>
/// <param name="Session">Permanent part of the session's addresses.</param>
/// <param name="Kind">What is public or was withdrawn.</param>
/// <param name="Edition">Number of the edition; of a withdrawal the last one it took away: all before it were taken too.</param>
/// <param name="At">When; null for a file, which has no time of its own.</param>
/// <param name="IsWithdrawn">Whether the edition was withdrawn since: then its addresses answer 410.</param>
/// <param name="Sha256">SHA-256 of what <c>href</c> answers, in hexadecimal digits; null for a withdrawal.</param>
/// <param name="Reason">Why it was withdrawn; null for editions and files.</param>
/// <param name="Href">Address of the bundle or of the file; of a withdrawal that of the resource.</param>
public sealed record ChangeEntry(
    long Position, PublicChangeType Type, string Session, ReleaseKind Kind, int Edition, DateTimeOffset? At, bool IsWithdrawn, string? Sha256, string? Reason, string Href);

/// <summary>A part of the changes.</summary>
/// <param name="Items">The changes, oldest first.</param>
/// <param name="Next">Address of the next part; null on the last one.</param>
/// <param name="Resume">Address that answers what comes later than this part: what a mirror keeps for its next visit.</param>
public sealed record ChangePage(IReadOnlyList<ChangeEntry> Items, string? Next, string Resume);

internal static class Changes
{
    public static void MapChanges(this RouteGroupBuilder api) =>
        api.Read("changes", ListAsync).Described<ChangePage>(
            "listChanges", "Everything that became public or was withdrawn, in order.", "For mirrors: nothing is ever inserted before a position that was answered. With a cursor.").Paged();

    private static async Task<IResult> ListAsync(HttpRequest request, PublicationContext publication, string? cursor, int? limit, CancellationToken cancel)
    {
        if (!PageRequest.IsLimit(limit)) return DataProblems.BadLimit();
        if (!PageRequest.TryReadPosition(cursor, out var after)) return DataProblems.BadCursor();
        var most = limit ?? PageRequest.Usual;
        var found = await publication.ChangesAsync(after, most + 1, cancel);
        List<ChangeEntry> entries = [.. found.Take(most).Select(Entry)];
        var resume = PageRequest.Next(request, limit, entries is [.., { Position: var last }] ? last : after);
        var next = found.Count > most ? resume : null;
        return DataAnswer.Json(new ChangePage(entries, next, resume), found.Max(c => c.At), next);
    }

    private static ChangeEntry Entry(PublicChange change) => new(
        change.Position, change.Type, change.Slug, change.Kind, change.Number, change.At, change.IsWithdrawn, change.Sha256 is null ? null : Convert.ToHexStringLower(change.Sha256), change.Reason,
        change.Type switch
        {
            PublicChangeType.Edition => change.Kind.Resource(change.Slug, change.Number) + "/bundle",
            PublicChangeType.File => change.Kind.File(change.Slug, change.Number, change.File!.Name),
            _ => change.Kind.Resource(change.Slug),
        });
}
