using System.CommandLine;
using System.Text;
using ConferenceRecords.Data.Accounts;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Text;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Forms;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Verbs;

/// <summary><c>user add</c>: creates an account, first of all the first administrator's. The password is typed, never an argument.</summary>
internal static class UserVerb
{
    public static Command Create()
    {
        var userName = new Option<string>("--user-name") { Description = "Tên đăng nhập, ví dụ quan-tri.", Required = true };
        var name = new Option<string>("--name") { Description = "Họ và tên hiển thị.", Required = true };
        var roles = new Option<PortalRole[]>("--role") { Description = "Vai trò; có thể lặp lại.", Required = true, AllowMultipleArgumentsPerToken = true };
        var email = new Option<string?>("--email") { Description = "Địa chỉ thư để báo việc; có thể bỏ." };
        var agency = new Option<string?>("--agency") { Description = "Tên viết tắt của cơ quan; bắt buộc với vai trò Agency, và chỉ với vai trò đó." };
        var add = new Command("add", "Tạo tài khoản; mật khẩu được hỏi trên màn hình hoặc đọc từ đầu vào.") { userName, name, roles, email, agency };
        add.SetAction((parsed, cancel) => PortalCommand.WithPortalAsync(
            scope => AddAsync(
                scope, new() { Id = Guid.CreateVersion7(), UserName = parsed.GetRequiredValue(userName), DisplayName = VietnameseText.CleanLine(parsed.GetRequiredValue(name)), Roles = [.. parsed.GetRequiredValue(roles).Distinct()], Email = EmailRules.Clean(parsed.GetValue(email)) },
                parsed.GetValue(agency), cancel),
            cancel));
        return new("user", "Tài khoản.") { add };
    }

    private static async Task<int> AddAsync(VerbScope scope, PortalUser user, string? agency, CancellationToken cancel)
    {
        if (user.Email is { } email && !EmailRules.IsEmail(email)) return await RefuseAsync("Địa chỉ thư chưa đúng. Ghi một địa chỉ, ví dụ ten@example.vn.");
        if (user.Roles.Contains(PortalRole.Agency) != agency is not null) return await RefuseAsync("Vai trò Agency cần --agency, và chỉ vai trò đó.");
        if (agency is not null)
        {
            await using var records = scope.NewRecords();
            user.AgencyId = await records.Agencies.Where(a => a.ShortName == agency && !a.IsClass).Select(a => (Guid?)a.Id).FirstOrDefaultAsync(cancel);
            if (user.AgencyId is null) return await RefuseAsync($"Không có cơ quan có tên viết tắt {agency}.");
        }
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddScoped<RecordsContext>(_ => scope.NewRecords());
        services.AddPortalAccounts();
        await using var provider = services.BuildServiceProvider();
        await using var inner = provider.CreateAsyncScope();
        var users = inner.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        var result = await users.CreateAsync(user, ReadPassword());
        foreach (var error in result.Errors) await Console.Error.WriteLineAsync(error.Description);
        if (result.Succeeded) Console.WriteLine($"Đã tạo tài khoản {user.UserName}.");
        return result.Succeeded ? 0 : 1;
    }

    private static async Task<int> RefuseAsync(string problem)
    {
        await Console.Error.WriteLineAsync(problem);
        return 1;
    }

    private static string ReadPassword()
    {
        if (Console.IsInputRedirected) return (Console.ReadLine() ?? "").Normalize();
        Console.Write($"Mật khẩu (ít nhất {PortalSignIn.PasswordLength} ký tự): ");
        var typed = new StringBuilder();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace) typed.Length = Math.Max(0, typed.Length - 1);
            else typed.Append(key.KeyChar);
        }
        Console.WriteLine();
        return typed.ToString().Normalize();
    }
}
