using System.Globalization;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Searching;
using ConferenceRecords.Web.Forms;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ConferenceRecords.Web.Pages;

/// <summary>Search in what a signed-in person may see; each page says what that is. The words are written down nowhere.</summary>
public abstract class RecordSearchPage : PageModel
{
    private const int PageSize = 20;

    private FoundRecords found = new([], false);

    [FromQuery(Name = "q")] public string? Typed { get; set; }

    [FromQuery(Name = "loai")] public RecordKind? Kind { get; set; }

    [FromQuery(Name = "trang")] public int Number { get; set; } = 1;

    /// <summary>Address of the page, from the root of the portal.</summary>
    public abstract string Address { get; }

    /// <summary>What is searched, in words.</summary>
    public abstract string Scope { get; }

    /// <summary>What is looked for; null when nothing was typed.</summary>
    public SearchTerms? Terms { get; private set; }

    public int Total => Matching.Count;

    public bool IsBound => found.IsBound;

    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);

    public IReadOnlyList<FoundRecord> OnPage => [.. Matching.Skip((Number - 1) * PageSize).Take(PageSize)];

    /// <summary>How many there are of each kind.</summary>
    public IReadOnlyList<(RecordKind Kind, int Count)> Kinds => [.. found.Records.GroupBy(r => r.Kind).OrderBy(g => g.Key).Select(g => (g.Key, g.Count()))];

    private IReadOnlyList<FoundRecord> Matching => [.. found.Records.Where(r => Kind is null || r.Kind == Kind)];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Terms = SearchTerms.Read(Typed);
        if (Terms is null) return;
        found = await FindAsync(Terms, cancel);
        Number = Math.Clamp(Number, 1, Pages);
        await NoteAsync(found.Records, cancel);
    }

    public string Href(RecordKind? kind, int number = 1) => Url.Content("~" + Address + new QueryBuilder(new Dictionary<string, string?>
    {
        ["q"] = Terms?.Text, ["loai"] = kind?.ToString(), ["trang"] = number > 1 ? number.ToString(CultureInfo.InvariantCulture) : null,
    }.Where(p => p.Value is not null)!));

    public string NameOf(RecordKind kind) => kind switch
    {
        RecordKind.Opinion => this.Text()["Ý kiến"],
        RecordKind.Answer => this.Text()["Trả lời"],
        RecordKind.Item => this.Text()["Nội dung"],
        RecordKind.Paragraph => this.Text()["Dự thảo"],
        RecordKind.Conclusion => this.Text()["Kết luận"],
        _ => this.Text()["Chỉ đạo"],
    };

    public string PlaceOf(FoundRecord record) => record.Kind switch
    {
        RecordKind.Opinion => this.Text()["Ý kiến {0}", record.Name],
        RecordKind.Answer => this.Text()["Trả lời ý kiến {0}", record.Name],
        RecordKind.Item => this.Text()["Nội dung {0}", record.Number!],
        RecordKind.Paragraph => this.Text()["{0}, đoạn {1}", record.Name, record.Number!],
        RecordKind.Conclusion => record.Name,
        _ => this.Text()["Chỉ đạo {0}", record.Number!],
    };

    protected abstract Task<FoundRecords> FindAsync(SearchTerms terms, CancellationToken cancel);

    /// <summary>Notes what has to be noted when these records were found: the numbers of hits tell of them also where they are not on the page.</summary>
    protected virtual Task NoteAsync(IReadOnlyList<FoundRecord> all, CancellationToken cancel) => Task.CompletedTask;
}
