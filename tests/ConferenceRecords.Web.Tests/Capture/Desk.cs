using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using ConferenceRecords.Domain.Sessions;
using ConferenceRecords.TestSupport;
using ConferenceRecords.Web.Tests.Office;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Tests.Capture;

/// <summary>What the script of the desk does, without a browser: posts a form and asks for JSON.</summary>
internal static class Desk
{
    /// <summary>Fields of an opinion under a new key, or under one of its own.</summary>
    public static Dictionary<string, string> Opinion(Places place, string text, params (string Name, string Value)[] values)
    {
        var fields = new Dictionary<string, string>
        {
            ["Input.Id"] = Guid.CreateVersion7().ToString(), ["Input.ItemId"] = place.ItemId.ToString(), ["Input.DelegateId"] = place.Delegates[0].ToString(), ["Input.SpeakerName"] = "",
            ["Input.Kind"] = "Amend", ["Input.Channel"] = "Plenary", ["Input.Text"] = text,
        };
        foreach (var (name, value) in values) fields[name] = value;
        return fields;
    }

    /// <summary>Sends an opinion as the script does, with a token of its own.</summary>
    public static async Task<(HttpStatusCode Status, JsonElement Json)> SendAsync(this Visitor person, string page, Dictionary<string, string> fields, string? token = null)
    {
        token ??= (await person.AskAsync(page, "handler=token")).Json.GetProperty("token").GetString()!;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(person.Address, page))
        {
            Content = new FormUrlEncodedContent(fields.Append(new("__RequestVerificationToken", token))),
        };
        return await person.JsonAsync(request);
    }

    /// <summary>Asks a handler of the page for JSON.</summary>
    public static async Task<(HttpStatusCode Status, JsonElement Json)> AskAsync(this Visitor person, string page, string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(person.Address, page + (page.Contains('?', StringComparison.Ordinal) ? '&' : '?') + query));
        return await person.JsonAsync(request);
    }

    /// <summary>From where on the page asks for new rows.</summary>
    public static async Task<string> CursorAsync(this Visitor person, string page) =>
        (await person.OpenAsync(page)).Document.QuerySelector("[data-recorded]")!.GetAttribute("data-cursor")!;

    /// <summary>A group of a session with some members; the first keeps its record.</summary>
    public static async Task<Guid> AddGroupAsync(this Portal portal, Guid sessionId, params Guid[] members)
    {
        await using var records = portal.Databases.NewRecords();
        var group = new DiscussionGroup(Guid.CreateVersion7(), sessionId, $"Tổ {Guid.NewGuid():N}");
        group.Appoint(null, members.FirstOrDefault());
        foreach (var invitation in await records.Invitations.Where(i => i.SessionId == sessionId && members.Contains(i.DelegateId)).ToListAsync(Office.Office.Cancel)) invitation.Join(group.Id);
        records.Add(group);
        await records.SaveChangesAsync(Office.Office.Cancel);
        return group.Id;
    }

    private static async Task<(HttpStatusCode Status, JsonElement Json)> JsonAsync(this Visitor person, HttpRequestMessage request)
    {
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        var answer = await person.SendAsync(request);
        var isJson = answer.Response.Content.Headers.ContentType?.MediaType == "application/json";
        return (answer.Status, isJson ? JsonDocument.Parse(answer.Text).RootElement : default);
    }
}
