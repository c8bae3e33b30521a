using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace ConferenceRecords.TestSupport;

/// <summary>A person with a browser without script: keeps cookies, follows redirects, sends forms as they stand on the page.</summary>
public sealed class Visitor : IDisposable
{
    private readonly CookieContainer cookies = new();
    private readonly HttpClient client;

    public Visitor(Uri address)
    {
        client = new(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = true }) { BaseAddress = address };
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>The cookies that came so far.</summary>
    public CookieCollection Cookies => cookies.GetAllCookies();

    /// <summary>Opens a page whatever its status.</summary>
    public async Task<Answer> GetAsync(string path) => await Answer.ReadAsync(await client.GetAsync(new Uri(path, UriKind.Relative)));

    /// <summary>Opens a page that must be there.</summary>
    public async Task<Answer> OpenAsync(string path)
    {
        var answer = await GetAsync(path);
        return answer.Status == HttpStatusCode.OK ? answer : throw new InvalidOperationException($"{path} answered {(int)answer.Status}");
    }

    /// <summary>Sends any request.</summary>
    public async Task<Answer> SendAsync(HttpRequestMessage request) => await Answer.ReadAsync(await client.SendAsync(request));

    /// <summary>Sends raw fields, with a valid antiforgery token of a page when one is named: the way of somebody who forges a request.</summary>
    public async Task<Answer> PostAsync(string path, string? tokenFrom, params (string Name, string Value)[] fields)
    {
        var all = fields.Select(f => KeyValuePair.Create(f.Name, f.Value)).ToList();
        if (tokenFrom is not null)
        {
            var token = (await GetAsync(tokenFrom)).Document.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value");
            all.Add(KeyValuePair.Create("__RequestVerificationToken", token ?? throw new InvalidOperationException($"{tokenFrom} has no form")));
        }
        using var content = new FormUrlEncodedContent(all);
        return await Answer.ReadAsync(await client.PostAsync(new Uri(path, UriKind.Relative), content));
    }

    /// <summary>Fills in a form and presses a button (the first one, or the one whose <c>name=value</c> or text is given).</summary>
    public Task<Answer> SubmitAsync(IHtmlFormElement form, params (string Name, string Value)[] values) => SubmitAsync(form, null, values);

    /// <inheritdoc cref="SubmitAsync(IHtmlFormElement, ValueTuple{string, string}[])"/>
    public async Task<Answer> SubmitAsync(IHtmlFormElement form, string? button, params (string Name, string Value)[] values)
    {
        ArgumentNullException.ThrowIfNull(form);
        var action = FormFields.Pressed(form, button)?.GetAttribute("formaction") ?? form.GetAttribute("action");
        var target = action is { Length: > 0 } ? action : form.Owner!.Location.PathName + form.Owner.Location.Search;
        var fields = FormFields.Of(form, button, values);
        if (string.Equals(form.Method, "get", StringComparison.OrdinalIgnoreCase))
        {
            var query = string.Join('&', fields.Select(f => $"{Uri.EscapeDataString(f.Key)}={Uri.EscapeDataString(f.Value)}"));
            return await GetAsync($"{target}?{query}");
        }
        using var content = new FormUrlEncodedContent(fields);
        return await Answer.ReadAsync(await client.PostAsync(new Uri(new Uri(Address, form.Owner!.Location.PathName), target), content));
    }

    /// <summary>Fills in a form that takes a file, chooses the file and presses the first button.</summary>
    public async Task<Answer> UploadAsync(IHtmlFormElement form, string field, (string Name, byte[] Content) file, params (string Name, string Value)[] values)
    {
        ArgumentNullException.ThrowIfNull(form);
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in FormFields.Of(form, null, [.. values, (field, "")]).Where(f => f.Key != field)) content.Add(new StringContent(value), name);
        content.Add(new ByteArrayContent(file.Content), field, file.Name);
        return await Answer.ReadAsync(await client.PostAsync(new Uri(new Uri(Address, form.Owner!.Location.PathName), form.GetAttribute("action")!), content));
    }

    public void Dispose() => client.Dispose();
}

/// <summary>What came back, with the page as a DOM.</summary>
public sealed record Answer(HttpStatusCode Status, string Path, string Text, IHtmlDocument Document, HttpResponseMessage Response)
{
    internal static async Task<Answer> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        var address = response.RequestMessage!.RequestUri!;
        var document = new HtmlParser().ParseDocument(text);
        document.Location.Href = address.AbsoluteUri;
        return new(response.StatusCode, address.PathAndQuery, text, document, response);
    }

    /// <summary>The text of the page as a reader sees it, blanks made single.</summary>
    public string Words => string.Join(' ', (Document.Body?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The form that holds a field.</summary>
    public IHtmlFormElement Form(string field) =>
        Document.Forms.FirstOrDefault(f => f.Elements.Any(e => e.GetAttribute("name") == field)) ?? throw new InvalidOperationException($"{Path} has no form with {field}: {Words}");

    /// <summary>The form whose button has a text.</summary>
    public IHtmlFormElement FormWithButton(string text) =>
        Document.Forms.FirstOrDefault(f => f.QuerySelectorAll("button").Any(b => b.TextContent.Trim() == text || b.GetAttribute("aria-label") == text))
            ?? throw new InvalidOperationException($"{Path} has no button {text}: {Words}");

    /// <summary>The errors beside the fields and above the form.</summary>
    public IReadOnlyList<string> Errors => [.. Document.QuerySelectorAll("[data-error-summary] li").Select(e => e.TextContent.Trim())];
}
