using ConferenceRecords.Data.Files;
using ConferenceRecords.Data.Jobs;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.TestSupport.Files;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.TestSupport.Access;

/// <summary>A version with a file and a file that waits, for the addresses of the matrix: the demonstration's drafts were pasted.</summary>
internal static class DraftFilesOfMatrix
{
    private static readonly NewParagraph[] More =
    [
        new(ParagraphKind.Body, "Đoạn minh họa có chữ đậm và chú thích1.", Marks: "b20-27 n37-38"),
        new(ParagraphKind.TableHead, "Chỉ tiêu\tNăm 2021\tNăm 2022", Table: 1),
        new(ParagraphKind.TableRow, "Thu ngân sách (minh họa)\t8.000\t9.100", Table: 1),
        new(ParagraphKind.Footnote, "Chú thích minh họa.", "1"),
    ];

    /// <summary>Gives a draft a version from a file; its text is that of the version before and a table more.</summary>
    public static async Task AddVersionAsync(RecordsContext records, Guid draftId, CancellationToken cancel)
    {
        var draft = await records.Drafts.Include(d => d.Versions).ThenInclude(v => v.Paragraphs).SingleAsync(d => d.Id == draftId, cancel);
        var last = draft.Versions.OrderBy(v => v.Ordinal).Last();
        if (last.File is not null) return;
        var file = Package.Document("Dữ liệu minh họa").Bytes();
        var paragraphs = last.Paragraphs.OrderBy(p => p.Number).Select(p => new NewParagraph(p.Kind, p.Text, p.Marker, p.Level, p.Marks, p.Table == 0 ? 0 : p.Table + 1)).Concat(More).ToList();
        draft.AddVersion(Guid.CreateVersion7(), paragraphs, "Bản từ tệp (minh họa)", last.AuthorId, DateTimeOffset.UtcNow, new(FileStore.Key(file), "Dự thảo minh họa.docx", OriginalKind.Word, LeftOut: "comments=2"));
        await new FileStore(records, TimeProvider.System).PutAsync(file, cancel);
        await records.SaveChangesAsync(cancel);
    }

    /// <summary>A file for the next version of a draft that the secretary was shown and has not saved.</summary>
    public static async Task<Guid> UploadAsync(RecordsContext records, Guid draftId, CancellationToken cancel)
    {
        var owner = await records.Users.Where(u => u.UserName == "thu-ky").Select(u => u.Id).SingleAsync(cancel);
        if (await records.ImportJobs.Where(j => j.OwnerId == owner && j.Kind == DraftJobs.NewVersion).Select(j => (Guid?)j.Id).FirstOrDefaultAsync(cancel) is { } there) return there;
        var job = new ImportJob
        {
            Kind = DraftJobs.NewVersion, SubjectId = draftId, SessionId = await records.Sessions.Select(s => s.Id).SingleAsync(cancel), OwnerId = owner, StartedAt = DateTimeOffset.UtcNow, State = ImportState.Ready,
            Form = new DraftForm(null, "Ghi chú minh họa", "Dự thảo minh họa.docx", 1).Write(), File = Package.Document("Dữ liệu minh họa").Bytes(),
            Rows = new DraftRows(OriginalKind.Word, More, [.. More.Take(3)], 2, 0, "comments=2;pictures=1").Write(),
        };
        records.Add(job);
        await records.SaveChangesAsync(cancel);
        return job.Id;
    }

    /// <summary>A conclusion that came back from Word and waits: a paragraph was changed, one added.</summary>
    public static async Task<Guid> ConclusionAsync(RecordsContext records, Guid sessionId, Guid conclusionId, CancellationToken cancel)
    {
        var owner = await records.Users.Where(u => u.UserName == "thu-ky").Select(u => u.Id).SingleAsync(cancel);
        if (await records.ImportJobs.Where(j => j.OwnerId == owner && j.Kind == "conclusion").Select(j => (Guid?)j.Id).FirstOrDefaultAsync(cancel) is { } there) return there;
        var lines = (await records.Conclusions.Where(c => c.Id == conclusionId).Select(c => c.Body).SingleAsync(cancel)).Split('\n');
        NewParagraph[] edited = [.. lines.Skip(1).Append("Đoạn thêm minh họa.").Select(line => new NewParagraph(ParagraphKind.Body, line.Replace("gần 18%", "18%", StringComparison.Ordinal)))];
        var job = new ImportJob
        {
            Kind = "conclusion", SubjectId = conclusionId, SessionId = sessionId, OwnerId = owner, StartedAt = DateTimeOffset.UtcNow, State = ImportState.Ready,
            Form = new DraftForm(null, null, "Kết luận minh họa.docx", 0).Write(), File = Package.Document("Dữ liệu minh họa").Bytes(),
            Rows = new DraftRows(OriginalKind.Word, edited, [.. edited.Take(3)], 2, 0, "headers=2").Write(),
        };
        records.Add(job);
        await records.SaveChangesAsync(cancel);
        return job.Id;
    }
}
