using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Data.Searching;
using ConferenceRecords.Domain.Sessions;
using ConferenceRecords.Web.Forms;

namespace ConferenceRecords.Web.Pages.Office;

/// <summary>Search in all that the office may see. Opinions that it shows are read by somebody, and that is noted like any other reading.</summary>
public sealed class SearchModel(RecordsContext records) : RecordSearchPage
{
    public override string Address => "/van-phong/tim-kiem";

    public override string Scope => this.Text()["Tìm trong ý kiến, trả lời, nội dung, dự thảo, kết luận và chỉ đạo của mọi hội nghị."];

    protected override Task<FoundRecords> FindAsync(SearchTerms terms, CancellationToken cancel) => records.SearchForOfficeAsync(terms, cancel);

    protected override async Task NoteAsync(IReadOnlyList<FoundRecord> all, CancellationToken cancel)
    {
        foreach (var session in all.Where(r => r.Kind is RecordKind.Opinion or RecordKind.Answer).Select(r => r.SessionId).Distinct()) records.Note("opinions.read", nameof(Session), session);
        await records.SaveChangesAsync(cancel);
    }
}
