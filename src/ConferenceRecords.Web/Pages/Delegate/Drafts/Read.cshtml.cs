using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Web.Drafts;
using ConferenceRecords.Web.Forms;
using ConferenceRecords.Web.Hosting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Delegates.Drafts;

/// <summary>A draft to read (D2): numbered paragraphs, each with its place for an opinion, the delegate's own opinions and notes beside it.</summary>
public sealed class ReadModel(RecordsContext records, DraftTexts texts, TimeProvider clock) : SendingPage(records, clock)
{
    public DraftText Text { get; private set; } = null!;

    public OwnWords Mine { get; private set; } = null!;

    /// <summary>The reading of this version; null before the first.</summary>
    public DelegateReading? Reading { get; private set; }

    /// <summary>The newest version before this one that the delegate has opened.</summary>
    public DelegateReading? Earlier { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (Request.IsOpenedByAPerson()) await Records.OpenAsync(UserId, Draft.Id, Now, cancel);
        var readings = await Records.ReadingsQuery(UserId, Draft.DraftId).ToListAsync(cancel);
        (Reading, Earlier) = (readings.Find(r => r.VersionId == Draft.Id), readings.Find(r => r.Ordinal < Draft.Ordinal));
        Text = await texts.OfAsync(Records, Draft.Id, cancel);
        Mine = await OwnWords.OfAsync(Records, UserId, Draft, cancel);
    }

    /// <summary>An opinion or a note that the script sends from the text itself.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm(Name = "doan")] int? number, CancellationToken cancel)
    {
        if (!await FindParagraphAsync(number, cancel)) return NotFound();
        var sending = await StoreAsync(cancel);
        if (sending == Sending.Stored) return new JsonResult(await SavedAsync(cancel));
        return new JsonResult(new { errors = ModelState.Where(e => e.Value!.Errors.Count > 0).ToDictionary(e => e.Key, e => e.Value!.Errors.Select(error => error.ErrorMessage)) })
        {
            StatusCode = sending == Sending.Taken ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity,
        };
    }

    /// <summary>Where the delegate stopped.</summary>
    public async Task<IActionResult> OnPostStopAsync([FromForm(Name = "doan")] int number, CancellationToken cancel) =>
        await Records.StopAsync(UserId, Draft.Id, number, cancel) ? StatusCode(StatusCodes.Status204NoContent) : NotFound();

    /// <summary>A fresh token for the form, with the person whom it is for.</summary>
    public IActionResult OnGetToken([FromServices] IAntiforgery antiforgery)
    {
        ArgumentNullException.ThrowIfNull(antiforgery);
        return new JsonResult(new { token = antiforgery.GetAndStoreTokens(HttpContext).RequestToken, person = UserId });
    }

    private async Task<SavedWords> SavedAsync(CancellationToken cancel)
    {
        var text = this.Text();
        if (Input.IsPrivate) return new(Input.Id, Paragraph?.Number, Input.Kind is { } kind ? text.Of(kind) : null, Input.Text!.Trim(), text["Ghi chú riêng - chỉ đồng chí thấy"], Url.Content($"~/dai-bieu/ghi-chu/{Input.Id}"), true);
        var opinion = await Records.DelegateOpinionsQuery(UserId, Input.Id).SingleAsync(cancel);
        return new(opinion.Id, Paragraph?.Number, text.Of(opinion.Kind), opinion.Text, text.Said(opinion), Url.Content($"~/dai-bieu/y-kien/{opinion.Id}"), false);
    }

    /// <summary>What was stored, as the script shows it beside the text.</summary>
    public sealed record SavedWords(Guid Id, int? Paragraph, string? Kind, string Text, string State, string Href, bool IsPrivate);
}
