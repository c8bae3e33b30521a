using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ConferenceRecords.Web.Forms;

/// <summary>What a form says when the key it was opened with names a record already.</summary>
public static class FormKeys
{
    /// <summary>
    /// The key was used for something else, or the same form was sent again with other words (after the Back button): nothing is overwritten and
    /// nothing typed is lost. The form gets a new key; saving again stores what it shows.
    /// </summary>
    /// <param name="page">The page.</param>
    /// <param name="renew">Puts the new key into the input.</param>
    public static PageResult KeyTaken(this PageModel page, Action<Guid> renew)
    {
        ArgumentNullException.ThrowIfNull(renew);
        renew(Guid.CreateVersion7());
        page.ModelState.Remove("Input.Id");
        page.ModelState.AddModelError("", page.Text()["Biểu mẫu này đã được lưu một lần với nội dung khác. Nội dung đang hiện chưa được lưu; bấm lưu lần nữa để lưu thành bản ghi mới."]);
        page.Response.StatusCode = StatusCodes.Status409Conflict;
        return page.Page();
    }
}
