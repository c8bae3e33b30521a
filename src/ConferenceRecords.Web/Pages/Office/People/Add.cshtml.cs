using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ConferenceRecords.Web.Pages.Office.People;

/// <summary>One person, entered into the directory by hand.</summary>
public sealed class AddModel(RecordsContext records) : PageModel
{
    [BindProperty] public PersonInput Input { get; set; } = new(Guid.CreateVersion7(), null, null, null, null, null, false);

    public IReadOnlyList<Membership> Memberships { get; private set; } = [];

    /// <summary>Those of the directory who may be the same person.</summary>
    public IReadOnlyList<DelegateLine> Same { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Memberships = await records.MembershipsAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Memberships = await records.MembershipsAsync(cancel);
        var membership = Memberships.FirstOrDefault(m => m.Key == Input.Membership);
        if (membership is null && !string.IsNullOrEmpty(Input.Membership)) ModelState.AddModelError("Input.Membership", this.Text()["Giá trị không hợp lệ. Hãy chọn lại"]);
        (var result, Same) = await this.EnterPersonAsync(records, Input, membership, more: null, cancel);
        if (result == PersonResult.KeyTaken) return this.KeyTaken(id => Input = Input with { Id = id });
        if (result == PersonResult.Refused) return this.Refused();
        this.Say(this.Text()["Đã thêm {0} vào danh bạ.", Input.Name]);
        return RedirectToPage("Details", new { delegateId = Input.Id });
    }
}
