using ConferenceRecords.Data.Publishing;
using ConferenceRecords.Domain.Publishing;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ConferenceRecords.TestSupport.Access;

/// <summary>Papers and a summary of opinions as editions, for the pages that show them: the demonstration publishes none.</summary>
internal static class PublishedOfMatrix
{
    /// <summary>Publishes one paper and one line, then opens the next edition of the summary.</summary>
    public static async Task<OpinionSummary> AddAsync(TestDatabases databases, Guid sessionId, CancellationToken cancel)
    {
        await using var records = databases.NewRecords();
        if (await records.OpinionSummaries.SingleOrDefaultAsync(cancel) is { } there) return there;
        var accounts = await records.Users.ToDictionaryAsync(u => u.UserName!, u => u.Id, cancel);
        var (author, approver, now) = (accounts["thu-ky"], accounts["nguoi-duyet"], DateTimeOffset.UtcNow);
        var version = await records.PublishableVersions(sessionId).FirstAsync(cancel);
        (await records.Drafts.SingleAsync(d => d.Id == version.DraftId, cancel)).Release();
        var papers = new PapersRelease(Guid.CreateVersion7(), sessionId, [version.VersionId], author);
        var summary = new OpinionSummary(Guid.CreateVersion7(), sessionId, "Ý kiến tại hội nghị (minh họa).", author);
        summary.Take((await records.ConfirmedLinesAsync(sessionId, cancel))[0], author);
        summary.Word(summary.Lines[0].Id, "Đề nghị nêu rõ nguồn vốn (minh họa).", "Đã bổ sung.", author);
        records.AddRange(papers, summary);
        await records.SaveChangesAsync(cancel);
        foreach (var release in new Release[] { papers, summary })
        {
            release.Submit(author);
            await records.ApproveAsync(release, approver, now, cancel);
        }
        await records.SaveChangesAsync(cancel);
        summary.Introduce("Ý kiến tại hội nghị, bản tiếp theo (minh họa).", author);
        await records.SaveChangesAsync(cancel);
        await using var publication = NpgsqlDataSource.Create(databases.For("cr_publisher"));
        await new Publisher(records, publication, TimeProvider.System).DeliverAsync(cancel);
        return summary;
    }
}
