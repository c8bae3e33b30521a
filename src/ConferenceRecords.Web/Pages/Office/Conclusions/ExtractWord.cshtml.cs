using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Documents.Reports;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Domain.Text;
using Microsoft.AspNetCore.Mvc;

namespace ConferenceRecords.Web.Pages.Office.Conclusions;

/// <summary>The extract of one agency as a Word file; without one in the address, what names nobody.</summary>
public sealed class ExtractWordModel(RecordsContext records) : SessionPage(records)
{
    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "don-vi")] string? unit, CancellationToken cancel)
    {
        if (await ConclusionClauses.LoadAsync(Records, Session.Id, cancel) is not { } text) return NotFound();
        if (ExtractsModel.Of(text, new([.. text.Directives], text.Agencies), unit ?? ExtractsModel.Nobody) is not var (agency, directives)) return NotFound();
        var file = DirectiveExtractDocument.Write(new(
            await Records.CommitteeNameAsync(Session.Id, cancel), Session.Title, text.Conclusion.Title, agency?.Name, directives, text.Agencies.ToDictionary(a => a.Id, a => a.Name),
            text.Conclusion is { State: ReleaseState.Approved, HasLiveEdition: true }));
        Response.Headers.CacheControl = "no-store";
        return File(file, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", $"Trích kết luận - {VietnameseText.CleanLine(agency?.Name ?? "chưa nêu đơn vị").Replace('/', '-')}.docx");
    }
}
