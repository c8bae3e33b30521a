using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using ConferenceRecords.Data.Accounts;
using ConferenceRecords.Data.Seeding;
using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.Domain.Sessions;
using ConferenceRecords.TestSupport;
using Microsoft.EntityFrameworkCore;
using static System.FormattableString;

namespace ConferenceRecords.Benchmarks;

/// <summary>
/// 200 delegates open a draft of 100 pages within one minute and each sends an opinion (<c>-- load</c>): the program as a process of its own, its real database,
/// people who signed in before. The figures are those of this machine.
/// </summary>
internal static partial class Load
{
    private const int People = 200;
    private const int Paragraphs = 1200;
    private const double LimitMilliseconds = 500;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public static async Task<bool> RunAsync()
    {
        var postgres = new PostgresFixture();
        await postgres.InitializeAsync();
        await using var server = postgres;
        var databases = await postgres.NewAsync();
        await using var disposed = databases;
        var draftId = await EnterAsync(databases);
        await using var portal = PortalProcess.Start(databases, FreeAddress());
        var address = await portal.AddressAsync(Minute);
        var people = await SignInAsync(address);
        var path = $"/dai-bieu/du-thao/{draftId}";

        // One look before the clock runs: the first request of a process compiles the page.
        var page = await OpenAsync(people[0], path);
        Console.WriteLine(Invariant($"{Paragraphs} paragraphs, page {page.Length / 1024.0:0} kB, {Compressed(page) / 1024.0:0} kB compressed; {People} people within {Minute.TotalSeconds:0} s"));
        List<double> opened = [], sent = [];
        var errors = new List<string>();
        var random = new Random(12);
        await Task.WhenAll(people.Select(person => (Person: person, Start: random.NextDouble() * Minute, Paragraph: random.Next(1, Paragraphs + 1))).ToList().Select(async visit =>
        {
            await Task.Delay(visit.Start);
            try
            {
                var (text, opening) = await MeasureAsync(() => OpenAsync(visit.Person, path));
                var (_, sending) = await MeasureAsync(() => SendAsync(visit.Person, path, text, visit.Paragraph));
                lock (errors)
                {
                    opened.Add(opening);
                    sent.Add(sending);
                }
            }
            catch (HttpRequestException problem)
            {
                lock (errors) errors.Add(problem.Message);
            }
        }));
        foreach (var person in people) person.Dispose();

        var stored = await StoredAsync(databases, draftId);
        var good = errors.Count == 0 && stored == People && Percentile(opened, 0.95) <= LimitMilliseconds && Percentile(sent, 0.95) <= LimitMilliseconds;
        Console.WriteLine(Invariant($"{(good ? "within" : "PAST  ")}  p95 of {LimitMilliseconds:0} ms | requests {2 * People} | errors {errors.Count} | opinions stored {stored} | memory {portal.PeakMemory / 1_048_576.0:0} MB"));
        Console.WriteLine($"  open  {Figures(opened)}{Environment.NewLine}  send  {Figures(sent)}");
        foreach (var error in errors.Distinct()) Console.WriteLine($"  {error}");
        return good;
    }

    /// <summary>The people with their accounts, and a draft like the long reports of a year: headings, text with bold words, lists, tables, footnotes.</summary>
    private static async Task<Guid> EnterAsync(TestDatabases databases)
    {
        await using var records = databases.NewRecords();
        var known = await records.Users.AsNoTracking().SingleAsync(u => u.UserName == "dai-bieu-1");
        var item = await records.AgendaItems.FirstAsync(i => i.Code == 7);
        for (var i = 0; i < People; i++)
        {
            var user = new PortalUser
            {
                Id = Guid.CreateVersion7(), UserName = UserName(i), NormalizedUserName = UserName(i).ToUpperInvariant(), DisplayName = Invariant($"Đại biểu minh họa {i}"),
                PasswordHash = known.PasswordHash, SecurityStamp = Guid.NewGuid().ToString("N"), Roles = [PortalRole.Delegate], IsDemonstration = true, LockoutEnabled = true,
            };
            var person = new Domain.People.Delegate(Guid.CreateVersion7(), user.DisplayName, null, "Đơn vị minh họa", true, true);
            person.Tie(user.Id);
            records.AddRange(user, person, new Invitation(Guid.CreateVersion7(), item.SessionId, person.Id, DateTimeOffset.UtcNow));
        }
        var draft = new Draft(Guid.CreateVersion7(), item.Id, "Dự thảo dài (dữ liệu minh họa)", true);
        draft.AddVersion(Guid.CreateVersion7(), Enumerable.Range(1, Paragraphs).Select(Text), null, known.Id, DateTimeOffset.UtcNow);
        draft.Send(DateTimeOffset.UtcNow, null);
        records.Add(draft);
        await records.SaveChangesAsync();
        return draft.Id;
    }

    private static NewParagraph Text(int number) => (number % 40) switch
    {
        1 => new(ParagraphKind.Heading, Invariant($"Nhiệm vụ và giải pháp của lĩnh vực thứ {number}"), Invariant($"{(number / 40) + 1}."), 1),
        30 => new(ParagraphKind.TableHead, "STT\tChỉ tiêu\tĐơn vị\tKế hoạch\tThực hiện", Table: (number / 40) + 1),
        > 30 and < 36 => new(ParagraphKind.TableRow, Invariant($"{number % 40}\tChỉ tiêu minh họa thứ {number}\t%\t7,5\t6,56"), Table: (number / 40) + 1),
        39 => new(ParagraphKind.Footnote, "Số liệu minh họa, không phải của tài liệu thật.", "1"),
        var at and > 20 => new(ParagraphKind.ListItem, Sentence(number, 2), Invariant($"{at}."), 1),
        _ => new(ParagraphKind.Body, Sentence(number, 4), Marks: "b0-9 i12-20"),
    };

    private static string Sentence(int number, int times) =>
        string.Join(' ', Enumerable.Range(1, times).Select(part => Invariant($"Đoạn {number}, câu {part}: tiếp tục hoàn thiện cơ chế, huy động nguồn lực và theo dõi tiến độ thực hiện từng nhiệm vụ.")));

    private static async Task<List<HttpClient>> SignInAsync(Uri address)
    {
        var people = Enumerable.Range(0, People).Select(_ => new HttpClient(new SocketsHttpHandler { CookieContainer = new(), AutomaticDecompression = DecompressionMethods.All }) { BaseAddress = address }).ToList();
        await Parallel.ForEachAsync(people.Index(), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (person, cancel) =>
        {
            var form = await person.Item.GetStringAsync(new Uri("/dang-nhap", UriKind.Relative), cancel);
            using var fields = new FormUrlEncodedContent([new("Input.UserName", UserName(person.Index)), new("Input.Password", Seed.DemonstrationPassword), new("__RequestVerificationToken", Token(form))]);
            (await person.Item.PostAsync(new Uri("/dang-nhap", UriKind.Relative), fields, cancel)).EnsureSuccessStatusCode();
        });
        return people;
    }

    private static async Task<byte[]> OpenAsync(HttpClient person, string path) => await person.GetByteArrayAsync(new Uri(path, UriKind.Relative));

    private static async Task<bool> SendAsync(HttpClient person, string path, byte[] page, int paragraph)
    {
        using var fields = new FormUrlEncodedContent(
        [
            new("Input.Id", Guid.CreateVersion7().ToString()), new("doan", Invariant($"{paragraph}")), new("Input.Kind", "Amend"), new("Input.Text", Invariant($"Ý kiến minh họa về đoạn {paragraph}.")),
            new("Input.IsPrivate", "false"), new("__RequestVerificationToken", Token(System.Text.Encoding.UTF8.GetString(page))),
        ]);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{path}?ban=1", UriKind.Relative)) { Content = fields };
        request.Headers.Accept.ParseAdd("application/json");
        using var answer = await person.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return true;
    }

    private static async Task<int> StoredAsync(TestDatabases databases, Guid draftId)
    {
        await using var records = databases.NewRecords();
        var opinions = records.Opinions.Where(o => records.DraftVersions.Any(v => v.Id == o.DraftVersionId && v.DraftId == draftId));
        return await opinions.Select(o => o.Number).Distinct().CountAsync();
    }

    private static async Task<(T Result, double Milliseconds)> MeasureAsync<T>(Func<Task<T>> act)
    {
        var clock = Stopwatch.GetTimestamp();
        var result = await act();
        return (result, Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
    }

    private static string Token(string page) => TokenField().Match(page).Groups[1].Value;

    private static string UserName(int number) => Invariant($"dai-bieu-tai-{number}");

    private static string Figures(List<double> times) => times.Count == 0 ? "-" : Invariant($"p50 {Percentile(times, 0.5):0} ms, p95 {Percentile(times, 0.95):0} ms, longest {times.Max():0} ms");

    private static double Percentile(List<double> times, double part) => times.Count == 0 ? double.MaxValue : times.Order().ElementAt((int)Math.Ceiling(part * times.Count) - 1);

    private static long Compressed(byte[] page)
    {
        using var target = new MemoryStream();
        using (var brotli = new BrotliStream(target, CompressionLevel.Fastest, leaveOpen: true)) brotli.Write(page);
        return target.Length;
    }

    internal static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex TokenField();
}
