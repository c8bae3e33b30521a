using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Opinions;
using ConferenceRecords.Domain.Text;
using ConferenceRecords.Web.Forms;
using ConferenceRecords.Web.Pages.Office.Opinions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace ConferenceRecords.Web.Capture;

/// <summary>An opinion as the script shows it beside those of the page: words of the page's language, times of Vietnam.</summary>
/// <param name="Id">Key.</param>
/// <param name="Item">The content; the empty key for the session as a whole.</param>
/// <param name="Number">Readable number.</param>
/// <param name="Speaker">Who spoke.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Text">Text.</param>
/// <param name="Place">Content, paragraph and channel.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Href">Address of its page; null where the person may not open it.</param>
public sealed record CapturedRow(Guid Id, Guid Item, string Number, string Speaker, string Kind, string Text, string Place, string At, string? Href);

/// <summary>The answers in JSON.</summary>
internal static class CaptureAnswers
{
    /// <summary>200 with the stored opinion, 409 with what is stored under its key, 422 with the messages of each field.</summary>
    public static async Task<IActionResult> AnswerAsync(this CapturePage page, RecordsContext records, CaptureOutcome outcome, CancellationToken cancel)
    {
        var id = page.Input.Id;
        if (outcome.IsStored) return new JsonResult((await page.RowsAsync(records, records.Opinions.Where(o => o.Id == id), cancel)).Single());
        if (outcome.Taken is not null) page.ModelState.AddModelError("", page.Text()["Ý kiến này đã được lưu một lần với nội dung khác."]);
        var errors = page.ModelState.Where(entry => entry.Value!.Errors.Count > 0).ToDictionary(entry => entry.Key, entry => entry.Value!.Errors.Select(e => e.ErrorMessage));

        // What another page stored under the key is shown to those who may see it only.
        var stored = outcome.Taken is null ? null : (await page.RowsAsync(records, page.Opinions.Where(o => o.Id == id), cancel)).SingleOrDefault();
        if (stored is not null) page.NoteRead();
        await records.SaveChangesAsync(cancel);
        return new JsonResult(new { errors, stored }) { StatusCode = outcome.Taken is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status409Conflict };
    }

    /// <summary>Opinions in the order in which they were recorded.</summary>
    public static async Task<IReadOnlyList<CapturedRow>> RowsAsync(this CapturePage page, RecordsContext records, IQueryable<Opinion> opinions, CancellationToken cancel)
    {
        var text = page.Text();
        return
        [
            .. (await records.OpinionLineQuery(opinions).ToListAsync(cancel)).OrderBy(o => o.RecordedAt).ThenBy(o => o.Id).Select(o => new CapturedRow(
                o.Id, o.ItemId ?? OpinionInput.WholeSession, o.Number, o.Speaker, text.Of(o.Kind), o.Text, text.PlaceOf(o), VietnamTime.Moment(o.SpokenAt),
                page.AddressOf(o.Id) is { } address ? page.Url.Content(address) : null)),
        ];
    }

    /// <summary>Where an opinion belongs, in one line: "nội dung 7, đoạn 3, Hội trường".</summary>
    public static string PlaceOf(this IStringLocalizer<SharedText> text, OpinionLine opinion)
    {
        var item = opinion.ItemPosition is { } position ? text["nội dung {0}", position] : text["chung cho cả hội nghị"];
        return opinion.ParagraphNumber is { } paragraph ? $"{item}, {text["đoạn {0}", paragraph]}, {text.Of(opinion.Channel)}" : $"{item}, {text.Of(opinion.Channel)}";
    }
}
