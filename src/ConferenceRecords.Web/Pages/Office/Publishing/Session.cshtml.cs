using ConferenceRecords.Data.Publishing;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Web.Publishing;

namespace ConferenceRecords.Web.Pages.Office.Publishing;

/// <summary>What can be made public of a session, each on its own way: nothing goes out with another thing by accident.</summary>
public sealed class SessionModel(RecordsContext records, TimeProvider clock) : SessionPage(records)
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var heads = await Records.ReleaseHeadsAsync(Session.Id, cancel);
        var editions = (await EditionLine.OfAsync(Records, Session.Id, null, cancel)).ToLookup(e => e.Kind);
        Rows =
        [
            .. from kind in Enum.GetValues<ReleaseKind>()
               let head = heads.Find(h => h.Kind == kind)
               select new Row(kind, head, head?.IsScheduled(now) == true, [.. editions[kind]]),
        ];
    }

    public sealed record Row(ReleaseKind Kind, ReleaseHead? Head, bool IsScheduled, IReadOnlyList<EditionLine> Editions);
}
