using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace ConferenceRecords.Web.Pages.Errors;

/// <summary>One page for every error: what happened and what to do, never a detail of the program.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class IndexModel(IStringLocalizer<SharedText> text) : PageModel
{
    public string Heading { get; private set; } = "";

    public string Advice { get; private set; } = "";

    public void OnGet() => Say();

    public void OnPost() => Say();

    private void Say()
    {
        // From the route itself: binding reads the form, and a form that cannot be read may be what the page is about.
        // Asked for by itself the page is no answer to anything: an address that is not there.
        var isAnswer = HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null || HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
        var code = isAnswer && int.TryParse(RouteData.Values["code"] as string, CultureInfo.InvariantCulture, out var said) ? said : StatusCodes.Status404NotFound;
        (Heading, Advice) = code switch
        {
            400 => (text["Yêu cầu không hợp lệ"], text["Biểu mẫu đã cũ hoặc không đầy đủ. Hãy quay lại, tải lại trang rồi gửi lại."]),
            404 => (text["Không tìm thấy trang"], text["Địa chỉ không đúng, trang không có, hoặc tài khoản đang dùng không được xem. Hãy kiểm tra lại địa chỉ, hoặc tìm trong các hội nghị đã công bố."]),
            406 => (text["Không có định dạng được yêu cầu"], text["Địa chỉ này có dưới dạng trang web, JSON, JSON-LD, văn bản thuần và Akoma Ntoso XML."]),
            409 => (text["Bản ghi đã đổi trạng thái"], text["Việc này không còn thực hiện được. Hãy quay lại, tải lại trang để xem trạng thái mới nhất rồi làm tiếp."]),
            410 => (text["Nội dung đã thu hồi"], text["Nội dung từng có ở địa chỉ này đã được thu hồi và không còn được đăng. Hãy tìm trong các hội nghị đã công bố."]),
            413 => (text["Nội dung gửi lên quá lớn"], text["Hãy chia nội dung thành nhiều phần rồi gửi lại."]),
            503 => (text["Hệ thống đang bận"], text["Hãy thử lại sau ít phút. Nội dung đã lưu không bị mất."]),
            _ => (text["Có lỗi xảy ra"], text["Hãy thử lại sau ít phút. Nếu lỗi vẫn còn, hãy báo cho Văn phòng."]),
        };
        Response.StatusCode = code;
    }
}
