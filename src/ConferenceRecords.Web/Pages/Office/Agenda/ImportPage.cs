using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Documents.Agenda;
using ConferenceRecords.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Agenda;

/// <summary>What the preview of an import shows and checks.</summary>
public abstract class ImportPage(RecordsContext records) : SessionPage(records)
{
    [BindProperty] public ImportInput Input { get; set; } = ImportInput.Empty;

    /// <summary>What was pasted, for the form that comes back with an error.</summary>
    public ImportSource Source { get; protected set; } = ImportSource.Empty;

    public bool IsNotSecret { get; protected set; }

    /// <summary>What was read just now; null where the preview came back.</summary>
    public AgendaDraft? Draft { get; protected set; }

    public IReadOnlyList<KnownCategory> Categories { get; private set; } = [];

    public IReadOnlyList<(Guid Id, string Name, string ShortName)> Agencies { get; private set; } = [];

    protected AgendaReader Reader => new(Categories);

    protected async Task LoadListsAsync(CancellationToken cancel)
    {
        Categories = await Records.AgendaCategories.OrderBy(c => c.Position).Select(c => new KnownCategory(c.Id, c.Name, c.ShortName)).ToListAsync(cancel);
        Agencies = [.. (await Records.Agencies.Where(a => !a.IsClass).OrderBy(a => a.Name).Select(a => new { a.Id, a.Name, a.ShortName }).ToListAsync(cancel)).Select(a => (a.Id, a.Name, a.ShortName))];
    }

    /// <summary>Keys of the titles on the agenda now.</summary>
    protected async Task<HashSet<string>> TitlesAsync(CancellationToken cancel) =>
        [.. (await Records.AgendaLines(Session.Id).Select(l => l.Title).ToListAsync(cancel)).Select(ImportPreview.Key)];

    /// <summary>Whether a list can be shown: it is not stamped, not empty and not too long.</summary>
    protected bool Accept(AgendaDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var field = Source.File is null ? "Source.Text" : "Source.File";
        if (draft.IsStamped) Wrong(field, this.Text()["Văn bản có dấu chỉ độ mật đứng riêng một dòng nên không được lưu. Không đưa tài liệu mật lên hệ thống này; nếu tài liệu không mật, hãy bỏ dòng đó rồi lưu lại"]);
        else if (draft.Rows.Count == 0) Wrong(field, this.Text()["Không tìm thấy nội dung nào. Hãy chép cả danh sách hoặc cả bảng, kể cả số thứ tự."]);
        else if (draft.Rows.Count > ImportInput.MostRows) Wrong(field, this.Text()["Danh sách có {0} dòng; mỗi lần nhập được tối đa {1}. Hãy chia thành nhiều lần.", draft.Rows.Count, ImportInput.MostRows]);
        return ModelState.IsValid;
    }

    /// <summary>Checks every row that is ticked; the errors name the row and lead to its field.</summary>
    protected bool Check(IReadOnlySet<string> titles)
    {
        var text = this.Text();
        if (!Input.Taken.Any()) Wrong("", text["Chưa chọn nội dung nào. Đánh dấu các dòng cần nhập."]);
        if (Input.AllRows.Count > ImportInput.MostRows) Wrong("", text["Danh sách có {0} dòng; mỗi lần nhập được tối đa {1}. Hãy chia thành nhiều lần.", Input.AllRows.Count, ImportInput.MostRows]);
        var rules = new ImportRow.Validator();
        foreach (var (index, row) in Input.AllRows.Index().Where(r => r.Item.Take))
        {
            void Refuse(string field, string message) => Wrong($"Input.Rows[{index}].{field}", text["Dòng {0}: {1}", index + 1, message]);
            foreach (var failure in rules.Validate(row).Errors) Refuse(failure.PropertyName, text[failure.ErrorMessage]);
            if (row.CategoryId is { } category && Categories.All(c => c.Id != category)) Refuse(nameof(row.CategoryId), text["Giá trị không hợp lệ. Hãy chọn lại"]);
            if (row.LeadAgencyId is { } agency && Agencies.All(a => a.Id != agency)) Refuse(nameof(row.LeadAgencyId), text["Giá trị không hợp lệ. Hãy chọn lại"]);

            // Somebody else may have entered the same list while this one was looked at.
            if (!row.Known && titles.Contains(ImportPreview.Key(row.Line))) Refuse(nameof(row.Title), text["vừa có người thêm nội dung này. Bỏ đánh dấu nếu không nhập lần nữa"]);
        }
        Input = Input with { Rows = [.. Input.AllRows.Select(r => r with { Known = r.Known || titles.Contains(ImportPreview.Key(r.Line)) })] };
        return ModelState.IsValid;
    }

    protected void Wrong(string field, string message)
    {
        ModelState.AddModelError(field, message);
        HttpContext.ErrorOrder().Add(field);
    }
}
