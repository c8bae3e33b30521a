using ConferenceRecords.TestSupport;

namespace ConferenceRecords.Web.Tests.Office;

/// <summary>What the office does with papers and agendas on the way to a test, through the pages.</summary>
internal static class Drafting
{
    /// <summary>Adds a draft of one paragraph under a content and returns its address; sends it to the delegates unless told not to.</summary>
    public static async Task<string> AddDraftAsync(this Visitor secretary, string item, string title, bool send = true)
    {
        var form = (await secretary.OpenAsync(item + "/du-thao/tao")).Form("Input.Title");
        var answer = await secretary.SubmitAsync(form, ("Input.Title", title), ("Input.Text", $"Đoạn một của {title}.\nĐoạn hai."), ("Input.IsNotSecret", "true"));
        var draft = answer.Path;
        if (!draft.StartsWith("/van-phong/du-thao/", StringComparison.Ordinal)) throw new InvalidOperationException(answer.Words);
        if (send) await secretary.SubmitAsync((await secretary.OpenAsync(draft + "/gui")).FormWithButton("Gửi đại biểu"));
        return draft;
    }

    /// <summary>Adds a version to a draft.</summary>
    public static async Task AddDraftVersionAsync(this Visitor secretary, string draft)
    {
        var form = (await secretary.OpenAsync(draft + "/ban-moi")).Form("Input.Text");
        var answer = await secretary.SubmitAsync(form, ("Input.Text", $"Đoạn một, bản sau {Guid.NewGuid():N}."), ("Input.IsNotSecret", "true"));
        if (!answer.Path.StartsWith(draft, StringComparison.Ordinal) || answer.Errors.Count > 0) throw new InvalidOperationException(answer.Words);
    }

    /// <summary>Presses a button on the page of a content.</summary>
    public static async Task<Answer> PressAsync(this Visitor secretary, string address, string button) =>
        await secretary.SubmitAsync((await secretary.OpenAsync(address)).FormWithButton(button));

    /// <summary>Changes fields of a content through its form.</summary>
    public static async Task<Answer> EditAsync(this Visitor secretary, string item, params (string Name, string Value)[] values) =>
        await secretary.SubmitAsync((await secretary.OpenAsync(item + "/sua")).Form("Input.Title"), values);

    public static Task<Answer> ApproveAsync(this Visitor secretary, string session) => secretary.PressAsync(session + "/chuong-trinh", "Duyệt chương trình");

    /// <summary>Invites the demonstration delegates to a session.</summary>
    public static async Task InviteAsync(this Portal portal, string session, params string[] userNames)
    {
        await using var records = portal.Databases.NewRecords();
        var id = Guid.Parse(session.Split('/')[^1]);
        foreach (var name in userNames)
        {
            var user = records.Users.Single(u => u.UserName == name).Id;
            records.Add(new Domain.Sessions.Invitation(Guid.CreateVersion7(), id, records.Delegates.Single(d => d.UserId == user).Id, DateTimeOffset.UtcNow));
        }
        await records.SaveChangesAsync();
    }

    /// <summary>The changes that a page lists, each as one line of words.</summary>
    public static string[] Changes(this Answer page) =>
        [.. page.Document.QuerySelectorAll("[data-changes] > li").Select(row => string.Join(' ', row.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];
}
