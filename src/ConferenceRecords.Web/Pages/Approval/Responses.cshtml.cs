using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Web.Responses;

namespace ConferenceRecords.Web.Pages.Approval;

/// <summary>The chair's picture of the ledger: counts by content, no name and no word of an opinion.</summary>
public sealed class ResponsesModel(RecordsContext records) : SessionPage(records)
{
    public ResponsePicture Picture { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => Picture = new(await Records.ItemResponsesAsync(Session.Id, cancel));
}
