using ConferenceRecords.Data.Accounts;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Capture;
using ConferenceRecords.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ConferenceRecords.Web.Pages.Admin;

/// <summary>Marks the browser in front of the administrator as one of a shared machine: it then keeps nothing that is not sent.</summary>
public sealed class MachineModel(RecordsContext records) : PageModel
{
    public bool IsShared => LocalDrafts.IsShared(Request);

    public bool IsAllowedByPortal => LocalDrafts.AreAllowedByPortal(HttpContext);

    public async Task<IActionResult> OnPostAsync(bool shared, CancellationToken cancel)
    {
        records.Note(shared ? "machine.shared" : "machine.own", nameof(PortalUser), User.UserId());
        await records.SaveChangesAsync(cancel);
        LocalDrafts.Mark(HttpContext, shared);
        this.Say(shared ? this.Text()["Đã đánh dấu máy dùng chung. Trình duyệt này không giữ ý kiến chưa gửi."] : this.Text()["Đã bỏ dấu máy dùng chung."]);
        return RedirectToPage();
    }
}
