using System.Globalization;
using ConferenceRecords.Data.Publication;
using ConferenceRecords.Domain.Publishing;

namespace ConferenceRecords.Web.OpenData;

/// <summary>How the directives of a session are carried out.</summary>
/// <param name="AsOf">The day for which the statuses hold.</param>
/// <param name="Introduction">What has to be known before; null without.</param>
/// <param name="Tasks">The tasks. Number n stands at <c>#nhiem-vu-n</c> of the page.</param>
public sealed record FollowUpContent(DateOnly AsOf, string? Introduction, IReadOnlyList<PublicTask> Tasks);

/// <summary>A task, in the list of all sessions.</summary>
/// <param name="Session">Permanent part of the session's addresses.</param>
/// <param name="SessionTitle">Title of the session.</param>
/// <param name="AsOf">The day for which the status holds.</param>
/// <param name="Page">Address of its place on the page for people.</param>
/// <param name="Task">The task.</param>
public sealed record TaskEntry(string Session, string SessionTitle, DateOnly AsOf, string Page, PublicTask Task)
{
    /// <summary>The tasks of an edition.</summary>
    internal static IEnumerable<TaskEntry> Of(FollowUpBundle bundle) => bundle.Tasks.Select(t => new TaskEntry(
        bundle.Slug, bundle.Session.Title, bundle.AsOf, string.Create(CultureInfo.InvariantCulture, $"{ReleaseKind.FollowUp.Page(bundle.Slug)}#nhiem-vu-{t.Number}"), t));
}

internal static class FollowUps
{
    public static void MapFollowUps(this RouteGroupBuilder api)
    {
        api.MapRelease<FollowUpBundle, FollowUpContent>(ReleaseKind.FollowUp, "FollowUp", bundle => new(bundle.AsOf, bundle.Introduction, bundle.Tasks));
        api.Read("tasks", (HttpRequest request, PublicationContext publication, string? cursor, int? limit, CancellationToken cancel) =>
                RowLists.AnswerAsync<FollowUpBundle, TaskEntry>(request, publication, ReleaseKind.FollowUp, TaskEntry.Of, cursor, limit, cancel))
            .Described<Page<TaskEntry>>("listTasks", "Tasks that came of directives, of all sessions.", "By session, the one published first last, then by number. With a cursor.").Paged();
    }
}
