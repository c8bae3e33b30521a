using ConferenceRecords.Data.Jobs;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Documents.Drafts;
using ConferenceRecords.Documents.Office;
using ConferenceRecords.Domain.Text;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Forms;
using ConferenceRecords.Web.Imports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Drafts;

/// <summary>A file that was uploaded and waits for its person.</summary>
public sealed record WaitingFile(Guid Id, DateTimeOffset StartedAt);

/// <summary>Takes the file of a draft into memory and has it read; nothing of it is stored before it was read without a fault.</summary>
public sealed class DraftFiles(RecordsContext records, ImportStart start, TimeProvider clock)
{
    /// <summary>Some way above the largest file, so that one that is a little too large is answered by its page. As large is the buffer: nothing refused ever lay on a disk.</summary>
    public const int LargestBody = 48 << 20;

    private const int LongestName = 260;

    /// <summary>Answers a form with a file: the page of its job, or the form again. <paramref name="toJob"/> leads to that page where it is not the one of drafts.</summary>
    public async Task<IActionResult> TakeAsync(
        PageModel page, IPastedText input, string kind, Guid subjectId, Guid sessionId, DraftForm form, Action<Guid> renew, CancellationToken cancel, Func<Guid, IActionResult>? toJob = null)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(input);
        toJob ??= id => page.RedirectToPage("Uploaded", new { uploadId = id });
        var owner = page.User.UserId();
        if (await records.ImportJobs.AsNoTracking().SingleOrDefaultAsync(j => j.Id == input.Id, cancel) is { } sent)
            return sent.OwnerId == owner && sent.Kind == kind && sent.SubjectId == subjectId ? toJob(sent.Id) : page.KeyTaken(renew);
        if (await records.Drafts.AnyAsync(d => d.Id == input.Id, cancel) || await records.DraftVersions.AnyAsync(v => v.Id == input.Id, cancel)) return page.KeyTaken(renew);

        var name = NameOf(input.File!.FileName);
        if (SecrecyStamp.IsIn(Path.GetFileNameWithoutExtension(name))) return Refuse(page, "Stamped");
        try
        {
            var upload = await OpenAsync(input, form with { FileName = name }, cancel);
            var job = new ImportJob { Id = input.Id, Kind = kind, SubjectId = subjectId, SessionId = sessionId, OwnerId = owner, StartedAt = clock.GetUtcNow() };
            switch (await start.TryAsync(page, job, upload, cancel))
            {
                case ImportStarted.Reading:
                    return toJob(input.Id);
                case ImportStarted.Busy:
                    renew(Guid.CreateVersion7());
                    page.ModelState.Remove("Input.Id");
                    page.ModelState.AddModelError("", page.Text()["Hệ thống đang đọc nhiều tệp. Hãy gửi lại sau một phút."]);
                    break;
            }
            return page.Refused();
        }
        catch (OfficeFileException refused)
        {
            if (refused.Problem == OfficeFileProblem.TooLarge) page.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return Refuse(page, refused.Problem.ToString());
        }
    }

    /// <summary>Files of a person for a content or a draft that wait to be looked at.</summary>
    public async Task<IReadOnlyList<WaitingFile>> WaitingAsync(Guid ownerId, string kind, Guid subjectId, CancellationToken cancel)
    {
        var limit = clock.GetUtcNow() - ImportSteps.Waits;
        return await records.ImportJobs.AsNoTracking()
            .Where(j => j.OwnerId == ownerId && j.Kind == kind && j.SubjectId == subjectId && j.StartedAt > limit && (j.State == ImportState.Reading || j.State == ImportState.Ready))
            .OrderByDescending(j => j.StartedAt).Select(j => new WaitingFile(j.Id, j.StartedAt)).ToListAsync(cancel);
    }

    /// <summary>Checks the file before anything of it is read.</summary>
    private static async Task<Func<ImportHold, ImportUpload>> OpenAsync(IPastedText input, DraftForm form, CancellationToken cancel)
    {
        if (input.File!.Length > OfficeFile.MostBytes) throw new OfficeFileException(OfficeFileProblem.TooLarge, "The file is too large");
        var content = await input.File.BytesAsync(cancel);
        if (form.FileName.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase))
        {
            PdfDraft.Check(content);
            return hold => new PdfUpload(input.Id, form, content, hold);
        }
        var file = OfficeFile.Open(content, form.FileName, cancel);
        if (file.Kind != OfficeKind.Document) throw new OfficeFileException(OfficeFileProblem.OtherKind, "The file is no document");
        return hold => new WordUpload(input.Id, form, content, file, hold);
    }

    /// <summary>The name without folders and without signs that would make it look like another.</summary>
    private static string NameOf(string uploaded)
    {
        var name = VietnameseText.CleanLine(uploaded[(uploaded.LastIndexOfAny(['/', '\\']) + 1)..]);
        return name.Length <= LongestName ? name : Path.GetFileNameWithoutExtension(name)[..(LongestName - 10)] + Path.GetExtension(name)[..Math.Min(10, Path.GetExtension(name).Length)];
    }

    private static PageResult Refuse(PageModel page, string problem)
    {
        page.ModelState.AddModelError("Input.File", page.Text().DraftRefusal(problem));
        return page.Refused();
    }
}
