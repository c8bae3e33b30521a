using Microsoft.AspNetCore.Identity;

namespace ConferenceRecords.Web.Accounts;

/// <summary>What ASP.NET Core Identity refuses, in the words of the office: what is wrong and what to do.</summary>
internal sealed class VietnameseIdentityErrors : IdentityErrorDescriber
{
    public override IdentityError DefaultError() => Error(nameof(DefaultError), "Không lưu được tài khoản. Hãy tải lại trang rồi thử lại.");

    public override IdentityError ConcurrencyFailure() => Error(nameof(ConcurrencyFailure), Forms.BrokenRules.Stale);

    public override IdentityError PasswordMismatch() => Error(nameof(PasswordMismatch), "Mật khẩu hiện tại không đúng. Hãy nhập lại.");

    public override IdentityError PasswordTooShort(int length) => Error(nameof(PasswordTooShort), "Mật khẩu quá ngắn. Dùng ít nhất 15 ký tự, ví dụ một câu dễ nhớ.");

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) =>
        Error(nameof(PasswordRequiresUniqueChars), "Mật khẩu có quá ít ký tự khác nhau. Hãy chọn mật khẩu khác.");

    public override IdentityError PasswordRequiresDigit() => Error(nameof(PasswordRequiresDigit), "Mật khẩu phải có chữ số.");

    public override IdentityError PasswordRequiresLower() => Error(nameof(PasswordRequiresLower), "Mật khẩu phải có chữ thường.");

    public override IdentityError PasswordRequiresUpper() => Error(nameof(PasswordRequiresUpper), "Mật khẩu phải có chữ hoa.");

    public override IdentityError PasswordRequiresNonAlphanumeric() => Error(nameof(PasswordRequiresNonAlphanumeric), "Mật khẩu phải có ký tự đặc biệt.");

    public override IdentityError DuplicateUserName(string userName) => Error(nameof(DuplicateUserName), "Đã có tài khoản với tên đăng nhập này. Hãy chọn tên khác.");

    public override IdentityError InvalidUserName(string? userName) =>
        Error(nameof(InvalidUserName), "Tên đăng nhập chỉ gồm chữ thường không dấu, chữ số và các dấu - . @ _, ví dụ nguyen-van-a.");

    public override IdentityError DuplicateEmail(string email) => Error(nameof(DuplicateEmail), "Đã có tài khoản với địa chỉ thư này.");

    public override IdentityError InvalidEmail(string? email) => Error(nameof(InvalidEmail), "Địa chỉ thư không hợp lệ.");

    public override IdentityError UserAlreadyHasPassword() => Error(nameof(UserAlreadyHasPassword), "Tài khoản đã có mật khẩu.");

    public override IdentityError UserLockoutNotEnabled() => Error(nameof(UserLockoutNotEnabled), "Tài khoản này không đặt khóa tạm thời được.");

    public override IdentityError InvalidToken() => Error(nameof(InvalidToken), "Liên kết đã hết hạn hoặc không hợp lệ. Hãy làm lại từ đầu.");

    public override IdentityError LoginAlreadyAssociated() => Error(nameof(LoginAlreadyAssociated), "Cách đăng nhập này đã gắn với một tài khoản.");

    public override IdentityError RecoveryCodeRedemptionFailed() => Error(nameof(RecoveryCodeRedemptionFailed), "Mã khôi phục không đúng.");

    public override IdentityError InvalidRoleName(string? role) => Error(nameof(InvalidRoleName), "Vai trò không hợp lệ.");

    public override IdentityError DuplicateRoleName(string role) => Error(nameof(DuplicateRoleName), "Đã có vai trò này.");

    public override IdentityError UserAlreadyInRole(string role) => Error(nameof(UserAlreadyInRole), "Tài khoản đã có vai trò này.");

    public override IdentityError UserNotInRole(string role) => Error(nameof(UserNotInRole), "Tài khoản không có vai trò này.");

    private static IdentityError Error(string code, string description) => new() { Code = code, Description = description };
}
