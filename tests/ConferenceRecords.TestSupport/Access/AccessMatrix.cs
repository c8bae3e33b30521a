using System.Text.Json;
using System.Text.RegularExpressions;
using ConferenceRecords.Data.Jobs;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Documents.Reports;
using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.Domain.Opinions;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Domain.Sessions;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ConferenceRecords.TestSupport.Access;

/// <summary>
/// <c>matrix.txt</c>: a line for each address of the portal with what every kind of person gets. <c>in</c> is the way to the sign-in; a number is the status.
/// </summary>
public static partial class AccessMatrix
{
    /// <summary>The demonstration accounts of the columns, in their order; the first column is somebody without an account.</summary>
    public static readonly IReadOnlyList<string> Persons = ["nobody", "thu-ky", "nguoi-duyet", "dai-bieu-1", "dai-bieu-khach", "quan-tri", "co-quan"];

    public static IReadOnlyList<(string Pattern, string[] Answers)> Lines { get; } =
    [
        .. File.ReadLines(Path.Combine(Checkout.Folder, "tests", "ConferenceRecords.TestSupport", "Access", "matrix.txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => Blanks().Split(line.Trim()))
            .Select(words => (words[0], words[1..])),
    ];

    /// <summary>Every address that the portal really has, static files apart.</summary>
    public static IReadOnlyList<string> Endpoints(Portal portal)
    {
        ArgumentNullException.ThrowIfNull(portal);
        return
        [
            .. portal.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
                .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
                .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
                .Distinct().Order(StringComparer.Ordinal),
        ];
    }

    private static readonly string[] Files = ["/mau-nhap", "/bao-cao", "/bang-word", "/bang-excel", "/bang-csv", "/tep", "/tep/{fileName}", ".atom", ".ics", ".csv", ".xml", ".txt", ".json"];

    // What programs read is no page either.
    private static readonly string[] ForPrograms = ["/api/", "/oparl/", "/du-lieu/"];

    /// <summary>Whether an address answers with a file, which a browser takes home and does not show.</summary>
    public static bool IsFile(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        return Files.Any(file => pattern.EndsWith(file, StringComparison.Ordinal)) || IsForPrograms(pattern);
    }

    /// <summary>Whether an address is of open data.</summary>
    public static bool IsForPrograms(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        return ForPrograms.Any(folder => pattern.StartsWith(folder, StringComparison.Ordinal));
    }

    /// <summary>The address of a pattern on the demonstration's records.</summary>
    public static string Fill(string pattern, IReadOnlyDictionary<string, string> values) =>
        RoutePatternFactory.Parse(pattern).Parameters.Aggregate(
            pattern, (address, parameter) => Regex.Replace(address, $@"\{{\**{parameter.Name}\b[^}}]*\}}", values[parameter.Name]));

    /// <summary>Values for the parameters: records of Conference 12; the opinion is one of the first delegate's.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> ValuesAsync(TestDatabases databases, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(databases);
        await using var records = databases.NewRecords();
        var session = await records.Sessions.SingleAsync(cancel);
        var draft = await records.Drafts.OrderBy(d => d.Title).FirstAsync(cancel);
        await DraftFilesOfMatrix.AddVersionAsync(records, draft.Id, cancel);
        var user = await records.Users.SingleAsync(u => u.UserName == "dai-bieu-1", cancel);
        var delegateId = await records.Delegates.Where(d => d.UserId == user.Id).Select(d => d.Id).SingleAsync(cancel);
        var conclusion = await records.Conclusions.Include(c => c.Directives).SingleAsync(cancel);
        var task = await TasksOfMatrix.OfAgencyAsync(records, cancel);
        return new Dictionary<string, string>
        {
            ["taskId"] = task.Task.ToString(),
            ["reportId"] = task.Report.ToString(),
            ["agencyId"] = (await records.Agencies.OrderBy(a => a.Name).Select(a => a.Id).FirstAsync(cancel)).ToString(),
            ["id"] = session.Id.ToString(),
            ["slug"] = session.Slug,
            ["itemId"] = draft.ItemId.ToString(),
            ["draftId"] = draft.Id.ToString(),
            ["opinionId"] = (await records.Opinions.OrderBy(o => o.Number).FirstAsync(o => o.DelegateId == delegateId, cancel)).Id.ToString(),
            ["releaseId"] = (await PublishedOfMatrix.AddAsync(databases, session.Id, cancel)).Id.ToString(),
            ["lineId"] = (await records.Set<SummaryLine>().FirstAsync(cancel)).Id.ToString(),
            ["kind"] = "tong-hop-y-kien",
            ["paper"] = "1",
            ["groupId"] = (await GroupAsync(records, session.Id, delegateId, cancel)).ToString(),
            ["directiveId"] = conclusion.Directives[0].Id.ToString(),
            ["indicatorId"] = (await records.Indicators.OrderBy(i => i.Position).FirstAsync(cancel)).Id.ToString(),
            ["delegateId"] = delegateId.ToString(),
            ["noteId"] = (await NoteAsync(records, draft.Id, delegateId, cancel)).ToString(),
            ["filledId"] = (await FilledAsync(records, session.Id, cancel)).ToString(),
            ["importId"] = (await ImportAsync(records, cancel)).ToString(),
            ["uploadId"] = (await DraftFilesOfMatrix.UploadAsync(records, draft.Id, cancel)).ToString(),
            ["wordId"] = (await DraftFilesOfMatrix.ConclusionAsync(records, session.Id, conclusion.Id, cancel)).ToString(),
            ["userId"] = user.Id.ToString(),
            ["fileName"] = "ket-luan.docx",
            ["number"] = "1",
            ["code"] = "404",
            ["body"] = "dang-bo-tinh-thai-nguyen",
            ["organization"] = "ban-chap-hanh-dang-bo-tinh",
            ["term"] = "xx",
            ["path"] = "khong-co/dia-chi-nay",
        };
    }

    /// <summary>A list of people that the secretary was shown and has not entered: the demonstration has none, and who waits for one waits for ever.</summary>
    private static async Task<Guid> ImportAsync(RecordsContext records, CancellationToken cancel)
    {
        var owner = await records.Users.Where(u => u.UserName == "thu-ky").Select(u => u.Id).SingleAsync(cancel);
        if (await records.ImportJobs.Where(j => j.OwnerId == owner && j.Kind == "people").Select(j => (Guid?)j.Id).FirstOrDefaultAsync(cancel) is { } there) return there;
        var stored = await records.Delegates.OrderBy(d => d.FullName).FirstAsync(cancel);
        var list = new PeopleList(["Ngày sinh"],
        [
            new(2, stored.FullName, "Chức vụ Minh Họa", null, new(2020, 5, 1), null, null, null, []) { Candidates = [stored.Id] },
            new(3, "Nguyễn Minh Họa Mới", "Chuyên viên", "Sở Minh Họa", null, null, null, null, []) { Choice = PersonChoice.Enter },
            new(4, "Trần Minh Họa Lỗi", null, null, null, null, null, null, [new(PersonProblem.BadSince, "31/02/2020")]),
        ]);
        var job = new ImportJob
        {
            Kind = "people", OwnerId = owner, StartedAt = DateTimeOffset.UtcNow, State = ImportState.Ready, Total = 3, Done = 3, Rows = list.Write(),
            SessionId = await records.Sessions.Select(s => s.Id).SingleAsync(cancel),
        };
        records.Add(job);
        await records.SaveChangesAsync(cancel);
        return job.Id;
    }

    /// <summary>A private note of the first delegate; the demonstration has none.</summary>
    private static async Task<Guid> NoteAsync(RecordsContext records, Guid draftId, Guid delegateId, CancellationToken cancel)
    {
        if (await records.DraftNotes.Where(n => n.DelegateId == delegateId && n.OpinionId == null).Select(n => (Guid?)n.Id).FirstOrDefaultAsync(cancel) is { } there) return there;
        var version = await records.DraftVersions.Where(v => v.DraftId == draftId).OrderByDescending(v => v.Ordinal).Select(v => v.Id).FirstAsync(cancel);
        var paragraph = await records.Paragraphs.Where(p => p.VersionId == version).OrderBy(p => p.Number).Select(p => p.Id).FirstAsync(cancel);
        var note = new DraftNote(Guid.CreateVersion7(), delegateId, version, paragraph, "Ghi chú minh họa cho riêng mình.", OpinionKind.Amend, DateTimeOffset.UtcNow);
        records.Add(note);
        await records.SaveChangesAsync(cancel);
        return note.Id;
    }

    /// <summary>A filled table of responses that the secretary was shown: a new answer, a changed one and one that can't be taken.</summary>
    private static async Task<Guid> FilledAsync(RecordsContext records, Guid sessionId, CancellationToken cancel)
    {
        var owner = await records.Users.Where(u => u.UserName == "thu-ky").Select(u => u.Id).SingleAsync(cancel);
        if (await records.ImportJobs.Where(j => j.OwnerId == owner && j.Kind == "responses").Select(j => (Guid?)j.Id).FirstOrDefaultAsync(cancel) is { } there) return there;
        var leads = await records.Opinions.Where(o => o.SessionId == sessionId && o.MergedIntoId == null && o.WithdrawnAt == null).OrderBy(o => o.Number).Select(o => o.Number).Take(3).ToListAsync(cancel);
        FilledRow[] rows = [.. leads.Select((number, i) => new FilledRow(i + 2, number, i == 2 ? "Không rõ" : "Giữ nguyên", "Giải trình minh họa.", "", "", null))];
        var job = new ImportJob
        {
            Kind = "responses", SessionId = sessionId, OwnerId = owner, StartedAt = DateTimeOffset.UtcNow, State = ImportState.Ready, Total = rows.Length, Done = rows.Length,
            Rows = JsonSerializer.Serialize(rows),
        };
        records.Add(job);
        await records.SaveChangesAsync(cancel);
        return job.Id;
    }

    /// <summary>A discussion group whose record the first delegate keeps; Conference 12's documents name none.</summary>
    private static async Task<Guid> GroupAsync(RecordsContext records, Guid sessionId, Guid secretaryId, CancellationToken cancel)
    {
        if (await records.DiscussionGroups.Where(g => g.SecretaryId == secretaryId).Select(g => (Guid?)g.Id).FirstOrDefaultAsync(cancel) is { } there) return there;
        var group = new DiscussionGroup(Guid.CreateVersion7(), sessionId, "Tổ 1");
        group.Appoint(null, secretaryId);
        (await records.Invitations.SingleAsync(i => i.SessionId == sessionId && i.DelegateId == secretaryId, cancel)).Join(group.Id);
        records.Add(group);
        await records.SaveChangesAsync(cancel);
        return group.Id;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
