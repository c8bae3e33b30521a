using System.CommandLine;
using System.Text;
using ConferenceRecords.Data.Accounts;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Text;
using ConferenceRecords.Web.Accounts;
using Microsoft.AspNetCore.Identity;

namespace ConferenceRecords.Web.Verbs;

/// <summary><c>user add</c>: creates an account, first of all the first administrator's. The password is typed, never an argument.</summary>
internal static class UserVerb
{
    public static Command Create()
    {
        var userName = new Option<string>("--user-name") { Description = "Tên đăng nhập, ví dụ quan-tri.", Required = true };
        var name = new Option<string>("--name") { Description = "Họ và tên hiển thị.", Required = true };
        var roles = new Option<PortalRole[]>("--role") { Description = "Vai trò; có thể lặp lại.", Required = true, AllowMultipleArgumentsPerToken = true };
        var add = new Command("add", "Tạo tài khoản; mật khẩu được hỏi trên màn hình hoặc đọc từ đầu vào.") { userName, name, roles };
        add.SetAction((parsed, cancel) => PortalCommand.WithPortalAsync(
            scope => AddAsync(scope, parsed.GetRequiredValue(userName), parsed.GetRequiredValue(name), parsed.GetRequiredValue(roles)), cancel));
        return new("user", "Tài khoản.") { add };
    }

    private static async Task<int> AddAsync(VerbScope scope, string userName, string name, PortalRole[] roles)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddScoped<RecordsContext>(_ => scope.NewRecords());
        services.AddPortalAccounts();
        await using var provider = services.BuildServiceProvider();
        await using var inner = provider.CreateAsyncScope();
        var users = inner.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        var user = new PortalUser { Id = Guid.CreateVersion7(), UserName = userName, DisplayName = VietnameseText.CleanLine(name), Roles = [.. roles.Distinct()] };
        var result = await users.CreateAsync(user, ReadPassword());
        foreach (var error in result.Errors) await Console.Error.WriteLineAsync(error.Description);
        if (result.Succeeded) Console.WriteLine($"Đã tạo tài khoản {userName}.");
        return result.Succeeded ? 0 : 1;
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
