using ConferenceRecords.Data.Drafts;
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
public sealed class ReadModel(RecordsContext records, DraftTexts texts, VersionComparisons comparisons, TimeProvider clock) : SendingPage(records, clock)
{
    public DraftText Text { get; private set; } = null!;

    public OwnWords Mine { get; private set; } = null!;

    /// <summary>The reading of this version; null before the first.</summary>
    public DelegateReading? Reading { get; private set; }

    /// <summary>What is new between a version that the delegate knows and the newest one; null where nothing is.</summary>
    public NewerVersion? News { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (Request.IsOpenedByAPerson()) await Records.OpenAsync(UserId, Draft.Id, Now, cancel);
        var readings = await Records.ReadingsQuery(UserId, Draft.DraftId).ToListAsync(cancel);
        Reading = readings.Find(r => r.VersionId == Draft.Id);
        News = await NewsAsync(readings.Find(r => r.Ordinal < Draft.Ordinal), cancel);
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

    private async Task<NewerVersion?> NewsAsync(DelegateReading? earlier, CancellationToken cancel)
    {
        if (Draft.Ordinal < Draft.Newest)
        {
            var newest = (await Records.DelegateVersionsQuery(UserId, Draft.DraftId, Draft.Newest).SingleAsync(cancel)).Id;
            return new(Draft.Ordinal, Draft.Newest, (await comparisons.OfAsync(Records, Draft.Id, newest, cancel)).Changes.Count);
        }
        return earlier is null || Reading?.Place is not null ? null : new(earlier.Ordinal, Draft.Ordinal, (await comparisons.OfAsync(Records, earlier.VersionId, Draft.Id, cancel)).Changes.Count);
    }

    private async Task<SavedWords> SavedAsync(CancellationToken cancel)
    {
        var text = this.Text();
        if (Input.IsPrivate) return new(Input.Id, Paragraph?.Number, Input.Kind is { } kind ? text.Of(kind) : null, Input.Text!.Trim(), text["Ghi chú riêng - chỉ đồng chí thấy"], Url.Content($"~/dai-bieu/ghi-chu/{Input.Id}"), true);
        var opinion = await Records.DelegateOpinionsQuery(UserId, Input.Id).SingleAsync(cancel);
        return new(opinion.Id, Paragraph?.Number, text.Of(opinion.Kind), opinion.Text, text.Said(opinion), Url.Content($"~/dai-bieu/y-kien/{opinion.Id}"), false);
    }

    /// <summary>From which version to which how many paragraphs changed.</summary>
    public sealed record NewerVersion(int From, int To, int Changes);

    /// <summary>What was stored, as the script shows it beside the text.</summary>
    public sealed record SavedWords(Guid Id, int? Paragraph, string? Kind, string Text, string State, string Href, bool IsPrivate);
}
