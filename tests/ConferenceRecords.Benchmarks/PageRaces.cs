using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using ConferenceRecords.TestSupport;
using static System.FormattableString;

namespace ConferenceRecords.Benchmarks;

/// <summary>
/// Public pages side by side with bare Kestrel and with a page written by hand (<c>-- pages</c>): the program as processes of its own, the real database, 16
/// readers. In turns of a third of a second, so that whatever else the machine does slows both; what counts is the median of the ratios of neighbouring turns.
/// </summary>
internal static partial class PageRaces
{
    private const string Slug = "ban-chap-hanh-khoa-xx-lan-12";
    private const string Page = $"/ket-luan/{Slug}";

    /// <summary>Until what runs is compiled as it stays: a process compiles again what it has run often, in the background, and on a busy machine late.</summary>
    private const int WarmUpAnswers = 30_000;

    private const int Rounds = 31;
    private const int FirstViewLimit = 50_000;

    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(0.3), MostWarmUp = TimeSpan.FromSeconds(30), Patience = TimeSpan.FromMinutes(2);

    public static async Task<bool> RunAsync()
    {
        var postgres = new PostgresFixture();
        await postgres.InitializeAsync();
        await using var server = postgres;
        var databases = await postgres.NewAsync();
        await using var disposed = databases;
        await using var cached = PortalProcess.StartForProduction(databases, Load.FreeAddress());
        await using var asking = PortalProcess.StartForProduction(databases, Load.FreeAddress(), "--Portal:Surfaces=Public", "--Portal:PageCheckMilliseconds=-1");
        await using var uncached = PortalProcess.StartForProduction(databases, Load.FreeAddress(), "--Portal:Surfaces=Public", "--Portal:PageCacheMegabytes=0");
        var (kept, asked, made) = (new Uri(await cached.AddressAsync(Patience), Page), new Uri(await asking.AddressAsync(Patience), Page), new Uri(await uncached.AddressAsync(Patience), Page));
        Uri[] yardsticks = [.. Enumerable.Range(0, 4).Select(_ => Load.FreeAddress())];
        using var process = Yardsticks.Start(kept, made, databases.For("cr_public"), yardsticks);
        try
        {
            await Task.WhenAll(yardsticks.Select(ReadyAsync));
            var good = Race("published page against bare Kestrel sending the same bytes", 0.9, new(kept, "br"), new(yardsticks[0], "br"));
            good &= Race("asked of the database each time, against a page by hand (query, JSON, HTML)", 0.7, new(asked, "identity"), new(yardsticks[1], "identity"));
            good &= Race("asked each time, against the same with the bundle kept parsed", 0.7, new(asked, "identity"), new(yardsticks[2], "identity"));
            good &= Race("made each time, against the page by hand", 0.7, new(made, "identity"), new(yardsticks[1], "identity"));
            Console.WriteLine(Invariant($"        memory after it: pages kept {cached.PeakMemory / 1_048_576.0:0} MB, asked {asking.PeakMemory / 1_048_576.0:0} MB, made {uncached.PeakMemory / 1_048_576.0:0} MB at most"));
            good &= await FirstViewAsync(databases);
            await AllocationsAsync(postgres);
            return good;
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static bool Race(string name, double limit, Crowd page, Crowd yardstick)
    {
        using (page)
        using (yardstick)
        {
            foreach (var crowd in (Crowd[])[page, yardstick])
            {
                for (var clock = Stopwatch.StartNew(); crowd.Answered < WarmUpAnswers && clock.Elapsed < MostWarmUp;) crowd.Run(Turn);
            }
            var rounds = Enumerable.Range(0, Rounds).Select(i => i % 2 == 0 ? (Page: page.Run(Turn), Yardstick: yardstick.Run(Turn)) : Swapped()).ToList();
            var ratios = rounds.Select(r => r.Page / r.Yardstick).Order().ToList();
            var good = ratios[Rounds / 2] >= limit;
            Console.WriteLine(Invariant(
                $"{(good ? "within " : "PAST   ")} {ratios[Rounds / 2]:0.00} of at least {limit:0.0} (quartiles {ratios[Rounds / 4]:0.00} to {ratios[Rounds * 3 / 4]:0.00}) | {Median(rounds.Select(r => r.Page)):0} and {Median(rounds.Select(r => r.Yardstick)):0} requests a second | {name}"));
            return good;

            (double Page, double Yardstick) Swapped()
            {
                var first = yardstick.Run(Turn);
                return (page.Run(Turn), first);
            }
        }
    }

    /// <summary>The bytes of the bodies that a browser with nothing of the portal fetches for its first look.</summary>
    private static async Task<bool> FirstViewAsync(TestDatabases databases)
    {
        // Not published, the program serves its files as in development alone.
        await using var portal = PortalProcess.Start(databases, Load.FreeAddress());
        var page = new Uri(await portal.AddressAsync(Patience), Page);
        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = page };
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip, br");
        using var plain = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All }) { BaseAddress = page };
        var parts = Parts().Matches(await plain.GetStringAsync(page)).Select(m => m.Groups[1].Value).Distinct().ToList();
        var sizes = new List<int>();
        foreach (var part in parts.Prepend(page.PathAndQuery)) sizes.Add((await client.GetByteArrayAsync(new Uri(part, UriKind.Relative))).Length);
        var good = sizes.Sum() <= FirstViewLimit;
        Console.WriteLine(Invariant($"{(good ? "within " : "PAST   ")} {sizes.Sum() / 1000.0:0.0} kB of {FirstViewLimit / 1000} kB | first view of the page, {sizes.Count} files, the page itself {sizes[0] / 1000.0:0.0} kB"));
        return good;
    }

    /// <summary>In this process, where the readers allocate nothing: what is left is the server's.</summary>
    private static async Task AllocationsAsync(PostgresFixture postgres)
    {
        foreach (var (name, settings) in ((string, string[])[])[("kept", ["--Portal:PageCheckMilliseconds=1000"]), ("asked", ["--Portal:PageCheckMilliseconds=-1"]), ("made", ["--Portal:PageCacheMegabytes=0"])])
            await AllocationsAsync(postgres, name, settings);
    }

    private static async Task AllocationsAsync(PostgresFixture postgres, string name, string[] settings)
    {
        const int Requests = 2_000;
        await using var portal = new Portal(postgres) { Environment = "Production", Settings = settings };
        await portal.InitializeAsync();
        using var reader = new Crowd(new(portal.Address, Page), "br");
        reader.Ask(3 * Requests);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        reader.Ask(Requests);
        Console.WriteLine(Invariant($"        {(GC.GetTotalAllocatedBytes(precise: true) - before) / Requests:#,0} bytes allocated for a request | {name}"));
    }

    private static async Task ReadyAsync(Uri address)
    {
        using var client = new HttpClient();
        for (var i = 0; ; i++)
        {
            try
            {
                await client.GetByteArrayAsync(address);
                return;
            }
            catch (HttpRequestException) when (i < 900)
            {
                await Task.Delay(200);
            }
        }
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);

    [GeneratedRegex("<(?:link rel=\"(?:stylesheet|icon)\"[^>]*href|script[^>]*src|img[^>]*src)=\"([^\"]+)\"")]
    private static partial Regex Parts();
}
