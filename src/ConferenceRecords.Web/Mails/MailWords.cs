using ConferenceRecords.Data.Mails;
using Microsoft.Extensions.Localization;

namespace ConferenceRecords.Web.Mails;

/// <summary>What the page about mail says.</summary>
public static class MailWords
{
    public static string Of(this IStringLocalizer<SharedText> text, MailKind kind) => kind switch
    {
        MailKind.DraftSent => text["Dự thảo chờ ý kiến"],
        MailKind.NewVersion => text["Dự thảo có bản mới"],
        MailKind.OpinionReminder => text["Nhắc hạn góp ý"],
        MailKind.Assigned => text["Giao cơ quan trả lời"],
        MailKind.AnswerReminder => text["Nhắc hạn trả lời"],
        MailKind.AnswerReturned => text["Trả lại cơ quan"],
        MailKind.TaskReminder => text["Nhắc hạn nhiệm vụ"],
        MailKind.OpinionAnswered => text["Ý kiến đã có trả lời"],
        _ => text["Thư thử"],
    };

    public static string Of(this IStringLocalizer<SharedText> text, MailSecurity security) => security switch
    {
        MailSecurity.None => text["không (chỉ dùng với máy chủ trên cùng máy)"],
        MailSecurity.StartTls => "STARTTLS",
        MailSecurity.Tls => "TLS",
        _ => text["TLS nếu máy chủ có"],
    };

    /// <summary>What went wrong and what to do.</summary>
    public static string OfMailProblem(this IStringLocalizer<SharedText> text, string problem) => problem switch
    {
        MailProblem.Server => text["Không nối được tới máy chủ thư. Kiểm tra Mail__Host, Mail__Port, mạng và máy chủ thư; thư được gửi lại tự động."],
        MailProblem.Certificate => text["Chứng thư của máy chủ thư không hợp lệ hoặc không đúng tên máy chủ. Sửa chứng thư, hoặc đặt Mail__Host đúng tên trong chứng thư."],
        MailProblem.NoTls => text["Máy chủ thư không hỗ trợ cách bảo vệ hoặc đăng nhập đã đặt. Kiểm tra Mail__Security."],
        MailProblem.Password => text["Máy chủ thư không nhận tên đăng nhập hoặc mật khẩu. Kiểm tra Mail__UserName và Mail__Password."],
        MailProblem.Sender => text["Máy chủ thư không nhận địa chỉ gửi. Kiểm tra Mail__From."],
        MailProblem.Recipient => text["Máy chủ thư báo địa chỉ nhận không tồn tại. Sửa địa chỉ thư của tài khoản rồi gửi lại."],
        MailProblem.NoAddress => text["Tài khoản không có địa chỉ thư hợp lệ, không nhận thư hoặc đã khóa."],
        MailProblem.Nothing => text["Việc đã xong, hạn đã đổi hoặc tài liệu đã thu hồi nên không gửi nữa."],
        MailProblem.Refused => text["Máy chủ thư từ chối thư. Thư được gửi lại tự động; nếu kéo dài, xem nhật ký của máy chủ thư."],
        _ => text["Có lỗi khi gửi. Thư được gửi lại tự động."],
    };
}
