using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Data.Searching;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Forms;

namespace ConferenceRecords.Web.Pages.Delegates;

/// <summary>Search in what the delegate may see.</summary>
public sealed class SearchModel(RecordsContext records) : RecordSearchPage
{
    public override string Address => "/dai-bieu/tim-kiem";

    public override string Scope => this.Text()["Tìm trong chương trình và tài liệu của những hội nghị mà đồng chí được mời, và trong ý kiến của đồng chí cùng trả lời đã xác nhận."];

    protected override Task<FoundRecords> FindAsync(SearchTerms terms, CancellationToken cancel) => records.SearchForDelegateAsync(User.UserId(), terms, cancel);
}
