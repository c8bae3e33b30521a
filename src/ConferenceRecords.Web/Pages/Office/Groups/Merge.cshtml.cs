using System.Security.Cryptography;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Opinions;
using ConferenceRecords.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Groups;

/// <summary>
/// Opinions that may say the same, side by side, for a person to merge: one stands for all, every proposer stays. Nothing is merged by itself. What the person
/// sets aside as different stays away while the address of the page says so; there is no table for it.
/// </summary>
public sealed class MergeModel(RecordsContext records) : SessionPage(records)
{
    private const int MostShown = 20;

    /// <summary>Proposals that the person set aside on this page.</summary>
    [BindProperty(Name = "khac", SupportsGet = true)] public List<string> SetAside { get; set; } = [];

    /// <summary>The one content to look at; null for all.</summary>
    [BindProperty(Name = "noi-dung", SupportsGet = true)] public Guid? ItemId { get; set; }

    public IReadOnlyList<(Guid Id, int Position, string Title, int Opinions)> Items { get; private set; } = [];

    public IReadOnlyList<Proposal> Proposals { get; private set; } = [];

    /// <summary>Proposals that wait for those shown.</summary>
    public int More { get; private set; }

    public IReadOnlyList<MergedOpinion> Merged { get; private set; } = [];

    /// <summary>The opinions of the one content that stand for themselves, to be ticked by hand.</summary>
    public IReadOnlyList<MergedOpinion> ToChoose { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "y-kien")] List<string> named, [FromForm(Name = "dung-chung")] Guid? leadId, CancellationToken cancel)
    {
        var versions = OpinionMark.ReadAll(named);
        if (versions.Count < 2) return await RefusedAsync(this.Text()["Chọn ít nhất hai ý kiến để gộp"], StatusCodes.Status422UnprocessableEntity, cancel);

        // One merging at a time in a session: two people could otherwise put two opinions behind each other.
        await using var transaction = await Records.LockSessionAsync(Session.Id, cancel);
        var opinions = await Records.Opinions.Where(o => o.SessionId == Session.Id && versions.Keys.Contains(o.Id)).ToListAsync(cancel);
        if (opinions.Count != versions.Count) return NotFound();
        var lead = opinions.Find(o => o.Id == leadId) ?? opinions.MaxBy(o => o.Text.Length)!;
        if (opinions.TrueForAll(o => o == lead || o.MergedIntoId == lead.Id)) return Done(lead, opinions.Count);
        if (opinions.Exists(o => o.Version != versions[o.Id]))
            return await RefusedAsync(this.Text()["Có ý kiến vừa được người khác sửa hoặc gộp. Xem lại lời của các ý kiến rồi gộp lần nữa."], StatusCodes.Status409Conflict, cancel);
        var behind = await Records.Opinions.Where(o => o.MergedIntoId != null && versions.Keys.Contains(o.MergedIntoId.Value)).ToListAsync(cancel);
        if (!this.Try(() => OpinionMerging.Merge(lead, opinions, behind))) return await RefusedAsync(null, StatusCodes.Status422UnprocessableEntity, cancel);
        if (await this.SaveAsync(Records, cancel) != SaveResult.Saved) return await RefusedAsync(null, StatusCodes.Status409Conflict, cancel);
        await transaction.CommitAsync(cancel);
        return Done(lead, opinions.Count);
    }

    public async Task<IActionResult> OnPostPartAsync([FromForm(Name = "tach")] Guid opinionId, CancellationToken cancel)
    {
        await using var transaction = await Records.LockSessionAsync(Session.Id, cancel);
        if (await Records.Opinions.SingleOrDefaultAsync(o => o.Id == opinionId && o.SessionId == Session.Id, cancel) is not { } opinion) return NotFound();
        opinion.Part();
        await Records.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        this.Say(this.Text()["Đã tách ý kiến {0} ra; ý kiến này lại đứng riêng.", opinion.Number]);
        return RedirectToPage("Merge", Here());
    }

    private RedirectToPageResult Done(Opinion lead, int count)
    {
        this.Say(this.Text()["Đã gộp {0} ý kiến; {1} đứng chung. Tách ra ở mục Đã gộp.", count, lead.Number]);
        return RedirectToPage("Merge", Here());
    }

    private RouteValueDictionary Here() => new() { ["id"] = Session.Id, ["noi-dung"] = ItemId, ["khac"] = SetAside.Count == 0 ? null : SetAside };

    private async Task<IActionResult> RefusedAsync(string? message, int status, CancellationToken cancel)
    {
        if (message is not null) ModelState.AddModelError("", message);
        Records.ChangeTracker.Clear();

        // The note of what is read now must not go with what was refused.
        if (Records.Database.CurrentTransaction is { } open) await open.RollbackAsync(cancel);
        Response.StatusCode = status;
        await LoadAsync(cancel);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var opinions = await Records.StandingOpinionQuery(Session.Id).ToListAsync(cancel);
        var items = await Records.AgendaItems.Where(i => i.SessionId == Session.Id && i.WithdrawnAt == null).OrderBy(i => i.Position).Select(i => new { i.Id, i.Position, i.Title }).ToListAsync(cancel);
        Items = [.. items.Select(i => (i.Id, i.Position, i.Title, opinions.Count(o => o.ItemId == i.Id)))];
        var similarity = new OpinionSimilarity([.. opinions.Select(o => new ComparedOpinion(o.Id, o.Kind, o.Text))]);
        var merged = opinions.Merged();
        var shown = merged.Where(m => ItemId is null || m.Lead.ItemId == ItemId).ToList();
        var proposals = shown.GroupBy(m => m.Lead.ItemId).OrderBy(g => items.Find(i => i.Id == g.Key)?.Position ?? int.MaxValue)
            .SelectMany(group => Proposal.Of(similarity, [.. group])).Where(p => !SetAside.Contains(p.Key)).ToList();
        (Proposals, More) = ([.. proposals.Take(MostShown)], Math.Max(0, proposals.Count - MostShown));
        Merged = [.. shown.Where(m => m.Others.Count > 0)];
        ToChoose = ItemId is null ? [] : shown;
        Records.Note("opinions.read", nameof(Session), Session.Id);
        await Records.SaveChangesAsync(cancel);
    }
}

/// <summary>An opinion as the forms of merging name it: the key with the version that the person saw.</summary>
internal static class OpinionMark
{
    public static string Of(StandingOpinion opinion) => $"{opinion.Id:N}.{opinion.Version}";

    public static Dictionary<Guid, uint> ReadAll(IEnumerable<string> marks)
    {
        var read = new Dictionary<Guid, uint>();
        foreach (var mark in marks)
            if (mark?.Split('.') is [var key, var version] && Guid.TryParseExact(key, "N", out var id) && uint.TryParse(version, out var number)) read[id] = number;
        return read;
    }
}

/// <summary>Opinions of one content that may say the same; the longest stands for all unless the person chooses another.</summary>
/// <param name="Key">Short name of exactly these opinions: with one more it is another proposal.</param>
/// <param name="Percent">The least similarity among them.</param>
/// <param name="Opinions">The opinions, the longest first, each with those already behind it.</param>
public sealed record Proposal(string Key, int Percent, IReadOnlyList<MergedOpinion> Opinions)
{
    /// <summary>The proposals for the opinions of one content, the most similar first.</summary>
    public static IEnumerable<Proposal> Of(OpinionSimilarity similarity, IReadOnlyList<MergedOpinion> opinions)
    {
        var pairs = similarity.Pairs(opinions.Select(o => o.Lead.Id));
        foreach (var cluster in OpinionSimilarity.Clusters(pairs))
        {
            var ids = cluster.ToHashSet();
            var least = pairs.Where(p => ids.Contains(p.First) && ids.Contains(p.Second)).Min(p => p.Similarity);
            var key = Convert.ToHexStringLower(SHA256.HashData([.. cluster.Order().SelectMany(id => id.ToByteArray())]))[..8];
            yield return new(key, (int)Math.Round(least * 100, 3), [.. opinions.Where(o => ids.Contains(o.Lead.Id)).OrderByDescending(o => o.Lead.Text.Length)]);
        }
    }

    /// <summary>The pieces of an opinion's text; those that another opinion of the proposal has as well are marked.</summary>
    public IEnumerable<(string Text, bool IsShared)> Pieces(StandingOpinion opinion)
    {
        var (text, at) = (opinion.Text, 0);
        foreach (var place in OpinionSimilarity.Shared(text, Opinions.Where(o => o.Lead != opinion).Select(o => o.Lead.Text)))
        {
            yield return (text[at..place.Start], false);
            yield return (text[place], true);
            at = place.End.Value;
        }
        yield return (text[at..], false);
    }
}
