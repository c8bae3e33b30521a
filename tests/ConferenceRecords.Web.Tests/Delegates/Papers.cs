using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.Domain.Opinions;
using ConferenceRecords.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Tests.Delegates;

/// <summary>What the office does while delegates read: sends papers, takes them back, looks into the records.</summary>
internal static class Papers
{
    public static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    /// <summary>A draft of three paragraphs per version under a content, sent.</summary>
    public static async Task<Draft> SendDraftAsync(this Portal portal, int item = 7, int versions = 1, bool send = true)
    {
        await using var records = portal.Databases.NewRecords();
        var office = await records.Users.SingleAsync(u => u.UserName == "thu-ky");
        var draft = new Draft(Guid.CreateVersion7(), await records.AgendaItems.Where(i => i.Code == item).Select(i => i.Id).SingleAsync(), $"Dự thảo thử {Guid.NewGuid():N}");
        for (var version = 1; version <= versions; version++) draft.AddVersion(Guid.CreateVersion7(), Text(version), null, office.Id, Now);
        if (send) draft.Send(Now, null);
        records.Add(draft);
        await records.SaveChangesAsync();
        return draft;
    }

    public static async Task ChangeDraftAsync(this Portal portal, Guid draftId, Action<Draft> change)
    {
        await using var records = portal.Databases.NewRecords();
        change(await records.Drafts.Include(d => d.Versions).SingleAsync(d => d.Id == draftId));
        await records.SaveChangesAsync();
    }

    /// <summary>Lets the deadline pass.</summary>
    public static Task CloseAsync(this Portal portal, Guid draftId) => portal.ChangeDraftAsync(draftId, d => d.Send(Now.AddHours(-2), Now.AddHours(-1)));

    public static async Task AddVersionAsync(this Portal portal, Guid draftId)
    {
        await using var records = portal.Databases.NewRecords();
        var draft = await records.Drafts.Include(d => d.Versions).SingleAsync(d => d.Id == draftId);
        records.Add(draft.AddVersion(Guid.CreateVersion7(), Text(draft.Versions.Count + 1), null, Guid.CreateVersion7(), Now));
        await records.SaveChangesAsync();
    }

    public static async Task<Opinion> OpinionAsync(this Portal portal, string number)
    {
        await using var records = portal.Databases.NewRecords();
        return await records.Opinions.AsNoTracking().SingleAsync(o => o.Number == number);
    }

    public static async Task<List<Opinion>> OpinionsOnAsync(this Portal portal, Draft draft)
    {
        await using var records = portal.Databases.NewRecords();
        return await records.Opinions.AsNoTracking().Where(o => records.DraftVersions.Any(v => v.Id == o.DraftVersionId && v.DraftId == draft.Id)).ToListAsync();
    }

    /// <summary>Sends an opinion through the form and answers with the receipt.</summary>
    public static async Task<Answer> SendOpinionAsync(this Visitor delegated, Guid draftId, string text, string place = "?doan=2&ban=1")
    {
        var page = await delegated.OpenAsync($"/dai-bieu/du-thao/{draftId}/gop-y{place}");
        return await delegated.SubmitAsync(page.Form("Input.Text"), ("Input.Kind", nameof(OpinionKind.Amend)), ("Input.Text", text));
    }

    /// <summary>The number on a receipt.</summary>
    public static string Number(this Answer receipt) => receipt.Document.QuerySelector("h1")!.TextContent.Trim()["Ý kiến ".Length..];

    /// <summary>The key on a receipt.</summary>
    public static Guid Key(this Answer receipt) => Guid.Parse(receipt.Path.Split('/')[^1]);

    private static NewParagraph[] Text(int version) =>
    [
        new(ParagraphKind.Heading, "MỤC TIÊU", "I."), new(ParagraphKind.Body, $"Đoạn hai của bản {version}."), new(ParagraphKind.ListItem, $"Đoạn ba của bản {version}.", "1."),
    ];
}
