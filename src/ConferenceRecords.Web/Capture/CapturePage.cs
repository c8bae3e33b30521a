using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.Domain.Opinions;
using ConferenceRecords.Domain.Sessions;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Forms;
using ConferenceRecords.Web.Hosting;
using ConferenceRecords.Web.Pages;
using ConferenceRecords.Web.Pages.Office.Opinions;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace ConferenceRecords.Web.Capture;

/// <summary>The discussion group whose opinions a page records.</summary>
/// <param name="Id">Key.</param>
/// <param name="Name">Name.</param>
public sealed record CaptureGroup(Guid Id, string Name);

/// <summary>
/// Records opinions as they are spoken (S5), of a session or of one discussion group: the form, what was just recorded, the count of each content. As
/// a plain form, and for the script by the same handlers with answers in JSON. Who may enter is said by the page that derives from this.
/// </summary>
public abstract class CapturePage(RecordsContext records, TimeProvider clock) : SessionPage(records)
{
    private const int PageSize = 10;

    [BindProperty] public OpinionInput Input { get; set; } = null!;

    /// <summary>The group, where the page is about one: its members speak, and its opinions alone are shown.</summary>
    public CaptureGroup? Group { get; protected set; }

    /// <summary>Address of the page, without what is chosen in it.</summary>
    public abstract string Here { get; }

    /// <summary>Address of one opinion; null where the person may not open it.</summary>
    public abstract string? AddressOf(Guid opinionId);

    /// <summary>The drafts whose paragraphs the person may know of.</summary>
    public abstract IQueryable<Draft> Drafts { get; }

    public IReadOnlyList<ItemOpinions> Items { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Delegates { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Paragraphs { get; private set; } = [];

    public IReadOnlyList<OpinionLine> Recorded { get; private set; } = [];

    /// <summary>The last opinion of this page, where there is a next one.</summary>
    public Guid? LastOfPage { get; private set; }

    public OpinionTally Tally { get; private set; } = null!;

    /// <summary>From where on the script asks for new opinions; null on an older page.</summary>
    public string? Cursor { get; private set; }

    /// <summary>The form came back after a save: the hand goes on with the next speaker.</summary>
    public bool IsNext { get; private set; }

    /// <summary>When the page was made.</summary>
    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    /// <summary>The opinions that the page is about.</summary>
    public IQueryable<Opinion> Opinions => Records.Opinions.Where(o => o.SessionId == Session.Id && (Group == null || o.GroupId == Group.Id));

    /// <summary>The address with something chosen.</summary>
    public string With(string query) => Url.Content(Here) + (Here.Contains('?', StringComparison.Ordinal) ? '&' : '?') + query;

    public async Task<IActionResult> OnGetAsync(
        [FromQuery(Name = "noi-dung")] Guid? itemId, [FromQuery(Name = "doan")] Guid? paragraphId, [FromQuery(Name = "kenh")] OpinionChannel? channel,
        [FromQuery(Name = "truoc")] Guid? before, CancellationToken cancel)
    {
        Input = new(Guid.CreateVersion7(), itemId, null, null, null, Group is null ? channel ?? OpinionChannel.Plenary : OpinionChannel.Group, paragraphId, null);
        IsNext = channel is not null;
        return await LoadAsync(before, cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Group is not null) Input = Input with { Channel = OpinionChannel.Group };
        var outcome = await this.StoreAsync(Records, Now, cancel);
        if (Request.AsksForJson()) return await this.AnswerAsync(Records, outcome, cancel);
        if (outcome.IsStored)
        {
            var undo = AddressOf(Input.Id) is { } address ? Url.Content($"{address}?handler=Withdraw") : null;
            this.Say(this.Text()["Đã ghi ý kiến {0}.", outcome.Number!], undo);
            return LocalRedirect(With($"noi-dung={Input.ItemId}&kenh={Input.Channel}"));
        }
        if (outcome.Taken is not null) this.KeyTaken(id => Input = Input with { Id = id });
        Records.ChangeTracker.Clear();
        await LoadAsync(null, cancel);
        return this.Refused();
    }

    /// <summary>What was recorded since the script asked last; 204 when there is nothing.</summary>
    public async Task<IActionResult> OnGetRowsAsync([FromQuery(Name = "sau")] string? cursor, CancellationToken cancel)
    {
        if (await LiveRows.AfterAsync(Opinions, cursor, cancel) is not { } news) return StatusCode(StatusCodes.Status204NoContent);
        var rows = await this.RowsAsync(Records, Records.Opinions.Where(o => news.Ids.Contains(o.Id)), cancel);
        NoteRead();
        await Records.SaveChangesAsync(cancel);
        return new JsonResult(new { cursor = news.Cursor, rows });
    }

    /// <summary>The paragraphs of a content that was chosen without loading the page.</summary>
    public async Task<IActionResult> OnGetParagraphsAsync([FromQuery(Name = "noi-dung")] Guid itemId, CancellationToken cancel) =>
        new JsonResult((await ParagraphChoices.OfAsync(Records, Drafts, this.Text(), Session.Id, itemId, cancel)).Select(p => new { id = p.Value, text = p.Text }));

    /// <summary>A fresh token for the form, with the person whom it is for.</summary>
    public IActionResult OnGetToken([FromServices] IAntiforgery antiforgery)
    {
        ArgumentNullException.ThrowIfNull(antiforgery);
        return new JsonResult(new { token = antiforgery.GetAndStoreTokens(HttpContext).RequestToken, person = User.UserId() });
    }

    /// <summary>Opinions are shown to the person; to be saved with what follows.</summary>
    internal void NoteRead()
    {
        if (Group is null) Records.Note("opinions.read", nameof(Session), Session.Id);
        else Records.Note("opinions.read", nameof(DiscussionGroup), Group.Id);
    }

    private async Task<bool> LoadAsync(Guid? before, CancellationToken cancel)
    {
        if (await Records.OpinionPageAsync(Opinions, before, PageSize, cancel) is not { } recorded) return false;
        Recorded = [.. recorded.Take(PageSize)];
        LastOfPage = recorded.Count > PageSize ? Recorded[^1].Id : null;
        Cursor = before is null ? LiveRows.CursorAt(Recorded.Select(o => (o.Id, o.RecordedAt))) : null;
        Items = await Records.ItemOpinionsAsync(Session.Id, Opinions, cancel);
        Delegates = DelegateChoices.Of(Group is null ? await Records.InvitedDelegatesAsync(Session.Id, cancel) : await Records.GroupMembersAsync(Group.Id, cancel));
        Paragraphs = Input.ItemId is { } item && item != OpinionInput.WholeSession ? await ParagraphChoices.OfAsync(Records, Drafts, this.Text(), Session.Id, item, cancel) : [];
        Tally = await OpinionTally.OfAsync(Records, Session.Id, Opinions, cancel);
        NoteRead();
        await Records.SaveChangesAsync(cancel);
        return true;
    }
}
