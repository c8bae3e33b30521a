using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Opinions;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Opinions;

/// <summary>Records opinions as they are spoken: the form, what was just recorded, and the count of each content.</summary>
public sealed class IndexModel(RecordsContext records, TimeProvider clock) : SessionPage(records)
{
    private const int PageSize = 10;

    [BindProperty] public OpinionInput Input { get; set; } = null!;

    public IReadOnlyList<ItemOpinions> Items { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Delegates { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Paragraphs { get; private set; } = [];

    public IReadOnlyList<OpinionLine> Recorded { get; private set; } = [];

    /// <summary>The last opinion of this page, where there is a next one.</summary>
    public Guid? LastOfPage { get; private set; }

    public OpinionTally Tally { get; private set; } = null!;

    /// <summary>The form came back after a save: the hand goes on with the next speaker.</summary>
    public bool IsNext { get; private set; }

    public async Task<IActionResult> OnGetAsync(
        [FromQuery(Name = "noi-dung")] Guid? itemId, [FromQuery(Name = "doan")] Guid? paragraphId, [FromQuery(Name = "kenh")] OpinionChannel? channel,
        [FromQuery(Name = "truoc")] Guid? before, CancellationToken cancel)
    {
        Input = new(Guid.CreateVersion7(), itemId, null, null, null, channel ?? OpinionChannel.Plenary, paragraphId, null);
        IsNext = channel is not null;
        return await LoadAsync(before, cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.Validate(Input, new OpinionInput.Validator());
        var place = await this.PlaceAsync(Records, Session.Id, Input, cancel);
        if (!ModelState.IsValid) return await AgainAsync(cancel);
        if (await Records.Opinions.AsNoTracking().SingleOrDefaultAsync(o => o.Id == Input.Id, cancel) is { } stored)
        {
            if (Input.IsStoredAs(stored, Session.Id)) return Next(stored.Number);
            this.KeyTaken(id => Input = Input with { Id = id });
            return await AgainAsync(cancel);
        }

        // The number is taken in the transaction that stores the opinion: a save that fails, or the same form sent twice at once, leaves no gap.
        await using var transaction = await Records.Database.BeginTransactionAsync(cancel);
        var number = OpinionNumber.Write(
            Session.Ordinal, Session.TermLabel, place.Code, await Records.NextNumberAsync(OpinionNumber.Series(Session.Id, place.Code), cancel));
        var opinion = new Opinion(
            Input.Id, Session.Id, place.ItemId, number, new(Input.DelegateId, Input.SpeakerName), new(Input.Kind!.Value, Input.Channel!.Value, Input.Text!),
            User.UserId(), clock.GetUtcNow(), place.DraftVersionId, Input.ParagraphId);
        Records.Add(opinion);
        if (await this.SaveAsync(Records, cancel) != SaveResult.Saved)
        {
            await transaction.RollbackAsync(cancel);
            return await AgainAsync(cancel);
        }
        if (Records.Entry(opinion).State == EntityState.Unchanged)
        {
            await transaction.CommitAsync(cancel);
            return Next(number);
        }

        // The other one of two equal requests was first: its number holds.
        await transaction.RollbackAsync(cancel);
        return Next(await Records.Opinions.AsNoTracking().Where(o => o.Id == Input.Id).Select(o => o.Number).SingleAsync(cancel));
    }

    private RedirectToPageResult Next(string number)
    {
        this.Say(this.Text()["Đã ghi ý kiến {0}.", number], Url.Page("Edit", "Withdraw", new { opinionId = Input.Id }));
        return RedirectToPage(null, new RouteValueDictionary { ["id"] = Session.Id, ["noi-dung"] = Input.ItemId, ["kenh"] = Input.Channel });
    }

    private async Task<IActionResult> AgainAsync(CancellationToken cancel)
    {
        Records.ChangeTracker.Clear();
        await LoadAsync(null, cancel);
        return this.Refused();
    }

    private async Task<bool> LoadAsync(Guid? before, CancellationToken cancel)
    {
        if (await Records.OpinionPageAsync(Session.Id, before, PageSize, cancel) is not { } recorded) return false;
        Recorded = [.. recorded.Take(PageSize)];
        LastOfPage = recorded.Count > PageSize ? Recorded[^1].Id : null;
        Items = await Records.ItemOpinionsAsync(Session.Id, cancel);
        Delegates = DelegateChoices.Of(await Records.InvitedDelegatesAsync(Session.Id, cancel));
        Paragraphs = Input.ItemId is { } item && item != OpinionInput.WholeSession ? await ParagraphChoices.OfAsync(Records, this.Text(), Session.Id, item, cancel) : [];
        Tally = await OpinionTally.OfAsync(Records, Session.Id, cancel);
        Records.Note("opinions.read", nameof(Session), Session.Id);
        await Records.SaveChangesAsync(cancel);
        return true;
    }
}
