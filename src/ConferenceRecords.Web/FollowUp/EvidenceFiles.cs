using ConferenceRecords.Documents.Drafts;
using ConferenceRecords.Documents.Office;
using ConferenceRecords.Domain.FollowUp;
using ConferenceRecords.Domain.Text;
using ConferenceRecords.Data.Files;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Web.Drafts;
using ConferenceRecords.Web.Forms;
using ConferenceRecords.Web.Imports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ConferenceRecords.Web.FollowUp;

/// <summary>A file that was looked at and may be stored.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Content">Its bytes.</param>
public sealed record CheckedFile(string Name, byte[] Content);

/// <summary>
/// Files that show that a task was carried out: the same checks as for drafts, before anything is stored. A PDF, a document or a workbook; no macro, nothing from outside, no stamp.
/// </summary>
public sealed class EvidenceFiles(RecordsContext records, FileStore files, KeptFiles kept)
{
    /// <summary>Some way above the largest file, so that one that is a little too large is answered by its page. As large is the buffer: nothing refused ever lay on a disk.</summary>
    public const int LargestBody = 48 << 20;

    /// <summary>As long as reading may take: the person waits for it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Checks a file.</summary>
    /// <returns>The file; null where it is refused, with the error at its field.</returns>
    public async Task<CheckedFile?> CheckAsync(PageModel page, IFormFile upload, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(upload);
        var name = NameOf(upload.FileName);
        try
        {
            if (upload.Length > OfficeFile.MostBytes) throw new OfficeFileException(OfficeFileProblem.TooLarge, "The file is too large");
            var content = await upload.BytesAsync(cancel);
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            limit.CancelAfter(Patience);
            var isStamped = SecrecyStamp.IsIn(Path.GetFileNameWithoutExtension(name)) || await Task.Run(() => Texts(content, name, limit.Token).Any(SecrecyStamp.IsIn), limit.Token);
            if (!isStamped) return new(name, content);
            Refuse(page, "Stamped");
        }
        catch (OfficeFileException refused)
        {
            if (refused.Problem == OfficeFileProblem.TooLarge) page.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            if (refused.Problem is OfficeFileProblem.Extension or OfficeFileProblem.OtherKind)
                page.ModelState.AddModelError("Input.File", page.Text()["Chỉ nhận tệp PDF, Word (.docx) hoặc Excel (.xlsx). Hãy lưu tệp ở một trong các dạng đó rồi tải lại."]);
            else Refuse(page, refused.Problem.ToString());
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            Refuse(page, "TooLong");
        }
        return null;
    }

    /// <summary>Stores it, within the transaction of the report that names it.</summary>
    public async Task<Evidence?> StoreAsync(CheckedFile? file, CancellationToken cancel) => file is null ? null : new(await files.PutAsync(file.Content, cancel), file.Name);

    /// <summary>Gives it back to somebody who may read the report: to be saved, never shown by the browser.</summary>
    public async Task<IActionResult> OfAsync(TaskReport? report, HttpResponse response, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(response);
        if (report?.Evidence is not { } evidence || await kept.OfAsync(files, evidence.Sha256, cancel) is not { } content) return new NotFoundResult();
        records.Note("task.file", nameof(FollowUpTask), report.TaskId);
        await records.SaveChangesAsync(cancel);
        response.Headers.CacheControl = "no-store";
        return new FileContentResult(content, "application/octet-stream") { FileDownloadName = evidence.Name };
    }

    private static IEnumerable<string> Texts(byte[] content, string name, CancellationToken cancel) =>
        name.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase) ? PdfDraft.Read(content, null, cancel).Texts : OfficeFile.Open(content, name, cancel).Texts();

    private static string NameOf(string uploaded)
    {
        var name = VietnameseText.CleanLine(uploaded[(uploaded.LastIndexOfAny(['/', '\\']) + 1)..]);
        return name.Length <= 260 ? name : name[..200] + Path.GetExtension(name)[..Math.Min(10, Path.GetExtension(name).Length)];
    }

    private static void Refuse(PageModel page, string problem) => page.ModelState.AddModelError("Input.File", page.Text().DraftRefusal(problem));
}
