using System.Text.Json;
using ConferenceRecords.TestSupport;
using Microsoft.Playwright;
using Xunit;

namespace ConferenceRecords.Browser.Tests;

/// <summary>Runs beside no other test: a budget of time is not to be shared.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

/// <summary>The first look at a public page by a slow phone on a poor network, with nothing of the portal on it yet.</summary>
[Collection(nameof(Alone))]
public sealed class BudgetTests(Portal portal, Browser browser) : IClassFixture<Portal>
{
    private const string Slug = "ban-chap-hanh-khoa-xx-lan-12";

    /// <summary>The mobile network by which pages are usually judged.</summary>
    private const int LatencyMilliseconds = 150, BytesPerSecond = 1_600_000 / 8;

    /// <summary>
    /// How much slower the processor is made, on a machine that does nothing else: <c>CONFERENCE_RECORDS_PHONE=4</c>, as pages are usually judged. Without it the bytes alone are held to their budget and
    /// the time is only told: whatever else a machine does would decide it.
    /// </summary>
    private static readonly int? Slowness = int.TryParse(Environment.GetEnvironmentVariable("CONFERENCE_RECORDS_PHONE"), out var factor) ? factor : null;

    private const int LargestPaintMilliseconds = 1000, Bytes = 50_000;

    /// <summary>The best of these counts: whatever else the machine does makes a load slower, never quicker.</summary>
    private const int MostLoads = 8;

    private const string LargestPaint =
        """
        new Promise(done => new PerformanceObserver(list => done(list.getEntries().at(-1).startTime)).observe({ type: 'largest-contentful-paint', buffered: true }))
        """;

    [Theory]
    [InlineData("/")]
    [InlineData($"/hoi-nghi/{Slug}")]
    [InlineData($"/ket-luan/{Slug}")]
    [InlineData("/tim-kiem?q=chuyen+doi+so")]
    public async Task FirstLook_OfASlowPhone_IsQuickAndSmall(string path)
    {
        using (var visitor = portal.Visit()) await visitor.OpenAsync(path);
        var (paint, bytes) = (double.MaxValue, 0L);
        for (var i = 0; i < (Slowness is null ? 1 : MostLoads) && paint >= LargestPaintMilliseconds; i++)
        {
            (var thisPaint, bytes) = await LoadAsync(path);
            paint = Math.Min(paint, thisPaint);
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{path}: largest paint after {paint:0} ms, {bytes:#,0} bytes");
        Assert.InRange(bytes, 1, Bytes);
        if (Slowness is not null) Assert.InRange(paint, 1, LargestPaintMilliseconds - 1);
    }

    private async Task<(double Paint, long Bytes)> LoadAsync(string path)
    {
        var page = await browser.OpenAsync(portal, 390, 844);
        var phone = await page.Context.NewCDPSessionAsync(page);
        var bytes = 0L;
        phone.Event("Network.loadingFinished").OnEvent += (_, finished) => Interlocked.Add(ref bytes, (long)finished!.Value.GetProperty("encodedDataLength").GetDouble());
        await phone.SendAsync("Network.enable");
        await phone.SendAsync("Network.emulateNetworkConditions", new()
        {
            ["offline"] = false, ["latency"] = LatencyMilliseconds, ["downloadThroughput"] = BytesPerSecond, ["uploadThroughput"] = BytesPerSecond,
        });
        await phone.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = Slowness ?? 1 });
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle, Timeout = 60_000 });
        var paint = (await page.EvaluateAsync<JsonElement>(LargestPaint)).GetDouble();
        await page.Context.CloseAsync();
        return (paint, Interlocked.Read(ref bytes));
    }
}
