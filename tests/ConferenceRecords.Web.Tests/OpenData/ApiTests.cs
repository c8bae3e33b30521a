using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using ConferenceRecords.TestSupport;
using Xunit;
using static ConferenceRecords.Web.Tests.OpenData.OpenPublication;

namespace ConferenceRecords.Web.Tests.OpenData;

/// <summary>The interface for programs: what it answers, and how it says no.</summary>
public sealed class ApiTests(OpenPortal open) : IClassFixture<OpenPortal>, IDisposable
{
    private readonly Visitor visitor = open.Portal.Visit();

    [Fact]
    public async Task Conclusion_Corrected_AnswersTheNewestEdition_AndKeepsTheFirst()
    {
        var newest = await ReadAsync($"/api/v1/conclusions/{Slug}");
        Assert.Equal((2, "07-KL/TU"), ((int)newest["edition"]!, (string?)newest["content"]!["conclusion"]!["symbol"]));
        Assert.Equal($"/ket-luan/{Slug}/ban/2/tep/{OpenPublication.File}", (string?)newest["files"]![0]!["href"]);
        var first = await ReadAsync($"/api/v1/conclusions/{Slug}/editions/1");
        Assert.Equal((1, 2), ((int)first["edition"]!, (int)first["newest"]!));

        // The bundle is what the hash says.
        var bundle = await visitor.OpenAsync((string)first["bundle"]!);
        Assert.Equal((string?)first["sha256"], Convert.ToHexStringLower(SHA256.HashData(await bundle.Response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken))));
    }

    [Fact]
    public async Task Rows_PartByPart_ComeOnceEach_WithQualifierAndBase()
    {
        var whole = (await ReadAsync("/api/v1/indicators"))["items"]!.AsArray();
        var (parts, next) = (new List<string>(), (string?)"/api/v1/indicators?limit=2");
        while (next is not null)
        {
            var answer = await visitor.OpenAsync(next);
            var page = JsonNode.Parse(answer.Text)!;
            parts.AddRange(page["items"]!.AsArray().Select(i => i!.ToJsonString()));
            next = (string?)page["next"];
            Assert.Equal(next is null, !answer.Response.Headers.Contains("Link"));
        }
        Assert.Equal(whole.Select(i => i!.ToJsonString()), parts);
        Assert.Contains(whole, i => (string?)i!["indicator"]!["qualifier"] is not null && (string?)i["indicator"]!["base"] is not null);
        Assert.Equal("ongoingInTime", (string?)(await ReadAsync("/api/v1/tasks"))["items"]![0]!["task"]!["status"]);
    }

    [Fact]
    public async Task Changes_InOrder_TellEditionsFilesAndWithdrawals_AndWhereToResume()
    {
        var page = await ReadAsync("/api/v1/changes");
        var changes = page["items"]!.AsArray();
        Assert.Equal(["edition", "file", "edition", "file", "edition", "withdrawal", "edition", "withdrawal", "edition", "edition", "edition"], changes.Select(c => (string?)c!["type"]));
        Assert.Equal(changes.Select(c => (long)c!["position"]!).Order(), changes.Select(c => (long)c!["position"]!));
        Assert.Empty((await ReadAsync((string)page["resume"]!))["items"]!.AsArray());
    }

    [Theory]
    [InlineData($"/api/v1/conclusions/{WithdrawnSlug}", null)]
    [InlineData($"/api/v1/conclusions/{WithdrawnSlug}/editions/1", null)]
    [InlineData($"/api/v1/conclusions/{WithdrawnSlug}/editions/1/bundle", null)]
    [InlineData($"/api/v1/sessions/{WithdrawnSlug}", null)]
    [InlineData($"/api/v1/papers/{Slug}/editions/1", $"/api/v1/papers/{Slug}")]
    public async Task Withdrawn_AnswersATombstoneWithTheReason(string address, string? replacement)
    {
        var answer = await visitor.GetAsync(address);
        Assert.Equal((HttpStatusCode.Gone, "application/problem+json"), (answer.Status, answer.Response.Content.Headers.ContentType?.MediaType));
        var problem = JsonNode.Parse(answer.Text)!;
        Assert.Equal((address, true, Reason, replacement), ((string?)problem["id"], (bool)problem["deleted"]!, (string?)problem["reason"], (string?)problem["replacement"]));
    }

    [Theory]
    [InlineData("/api/v1/khong-co", "application/json", 404)]
    [InlineData("/api/v1/conclusions/khong-co", "application/json", 404)]
    [InlineData("/oparl/v1.1/meeting/khong-co", "application/json", 404)]
    [InlineData("/api/v1/sessions?limit=0", "application/json", 400)]
    [InlineData("/api/v1/sessions?limit=nhiều", "application/json", 400)]
    [InlineData("/api/v1/sessions?cursor=AA", "application/json", 400)]
    [InlineData("/api/v1/changes?cursor=%00", "application/json", 400)]
    [InlineData("/oparl/v1.1/body?modified_since=hôm%20qua", "application/json", 400)]
    [InlineData("/api/v1/sessions", "text/html", 406)]
    [InlineData("/du-lieu/tat-ca.zip", "application/json", 406)]
    public async Task Refusal_IsAProblemThatAProgramCanRead(string address, string accept, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(accept));
        AssertProblem(await visitor.SendAsync(request), status);
    }

    [Fact]
    public async Task Post_ToOpenData_IsRefusedWithWhatIsAllowed()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/v1/sessions", UriKind.Relative));
        var answer = await visitor.SendAsync(request);
        AssertProblem(answer, 405);
        Assert.Equal(["GET", "HEAD"], answer.Response.Content.Headers.Allow);
    }

    [Fact]
    public async Task KnownAnswer_IsNotSentAgain()
    {
        foreach (var address in (string[])["/api/v1/sessions", $"/oparl/v1.1/meeting/{Slug}", "/du-lieu/chi-tieu.csv", "/du-lieu/tat-ca.zip"])
        {
            var tag = (await visitor.OpenAsync(address)).Response.Headers.ETag;
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
            request.Headers.IfNoneMatch.Add(tag!);
            Assert.Equal((HttpStatusCode.NotModified, ""), ((await visitor.SendAsync(request)) is var answer ? (answer.Status, answer.Text) : default));
        }
    }

    [Theory]
    [InlineData("/api/v1/sessions", true)]
    [InlineData("/api/v1/khong-co", true)]
    [InlineData("/oparl/v1.1", true)]
    [InlineData("/du-lieu/nhiem-vu.csv", true)]
    [InlineData("/", false)]
    public async Task AnySite_MayReadOpenData_AndNoPage(string address, bool may)
    {
        var headers = (await visitor.GetAsync(address)).Response.Headers;
        Assert.Equal(may, headers.Contains("Access-Control-Allow-Origin"));
        Assert.Equal(may ? "cross-origin" : "same-origin", headers.GetValues("Cross-Origin-Resource-Policy").Single());
        Assert.False(headers.Contains("Access-Control-Allow-Credentials"));
    }

    [Fact]
    public async Task Description_IsTheCommittedOne()
    {
        var answer = await visitor.OpenAsync("/api/v1/openapi.json");
        var file = Path.Combine(Checkout.Folder, "docs", "openapi.json");

        // Written where somebody asks for it; the difference is read before it is committed.
        if (Environment.GetEnvironmentVariable("CONFERENCE_RECORDS_OPENAPI") == "write") await System.IO.File.WriteAllTextAsync(file, answer.Text + "\n", TestContext.Current.CancellationToken);
        Assert.Equal((await System.IO.File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).TrimEnd(), answer.Text.ReplaceLineEndings("\n"));
    }

    public void Dispose() => visitor.Dispose();

    private static void AssertProblem(Answer answer, int status)
    {
        Assert.Equal((status, "application/problem+json"), ((int)answer.Status, answer.Response.Content.Headers.ContentType?.MediaType));
        var problem = JsonNode.Parse(answer.Text)!;
        Assert.Equal(status, (int)problem["status"]!);
        Assert.NotEmpty((string)problem["detail"]!);
        Assert.False(answer.Response.Headers.Contains("Set-Cookie"));
    }

    private async Task<JsonNode> ReadAsync(string address) => JsonNode.Parse((await visitor.OpenAsync(address)).Text)!;
}
