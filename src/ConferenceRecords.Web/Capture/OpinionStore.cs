using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Opinions;
using ConferenceRecords.Web.Accounts;
using ConferenceRecords.Web.Forms;
using ConferenceRecords.Web.Pages.Office.Opinions;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Capture;

/// <summary>What became of an opinion that was sent.</summary>
/// <param name="Number">Its number, when it is stored: by this request or by an earlier one with the same key.</param>
/// <param name="Taken">What is stored under its key, when that is something else; null as well when a rule refused it.</param>
public sealed record CaptureOutcome(string? Number, Guid? Taken = null)
{
    /// <summary>Whether it is stored.</summary>
    public bool IsStored => Number is not null;
}

/// <summary>Stores an opinion once, however often it is sent; the one way for the plain form and for the script.</summary>
internal static class OpinionStore
{
    public static async Task<CaptureOutcome> StoreAsync(this CapturePage page, RecordsContext records, DateTimeOffset now, CancellationToken cancel)
    {
        var (input, session, group) = (page.Input, page.Session, page.Group?.Id);
        page.Validate(input, new OpinionInput.Validator());

        // Asked before the rules about the place: since the first sending a content may have been taken off, or an invitation withdrawn.
        if (page.ModelState.IsValid && await StoredAsync(page, records, cancel) is { } earlier) return earlier;
        var place = await page.PlaceAsync(records, page.Drafts, session.Id, group, input, cancel);
        if (!page.ModelState.IsValid) return new(null);

        // The number is taken in the transaction that stores the opinion: a save that fails, or the same form sent twice at once, leaves no gap.
        await using var transaction = await records.Database.BeginTransactionAsync(cancel);
        var number = OpinionNumber.Write(
            session.Ordinal, session.TermLabel, place.Code, await records.NextNumberAsync(OpinionNumber.Series(session.Id, place.Code), cancel));
        var opinion = new Opinion(
            input.Id, session.Id, place.ItemId, number, new(input.DelegateId, input.SpeakerName), new(input.Kind!.Value, input.Channel!.Value, input.Text!),
            page.User.UserId(), now, place.DraftVersionId, input.ParagraphId, groupId: group, spokenAt: input.Spoken);
        records.Add(opinion);
        var saved = await page.SaveAsync(records, cancel) == SaveResult.Saved;
        if (saved && records.Entry(opinion).State == EntityState.Unchanged)
        {
            await transaction.CommitAsync(cancel);
            return new(number);
        }

        // The other one of two equal requests was first: its number holds.
        await transaction.RollbackAsync(cancel);
        records.ChangeTracker.Clear();
        return (saved ? await StoredAsync(page, records, cancel) : null) ?? new(null);
    }

    private static async Task<CaptureOutcome?> StoredAsync(CapturePage page, RecordsContext records, CancellationToken cancel)
    {
        var id = page.Input.Id;
        if (await records.Opinions.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, cancel) is not { } stored) return null;
        var first = stored.Revision == 1 ? null : await records.OpinionRevisions.Where(r => r.OpinionId == id).OrderBy(r => r.Ordinal).Select(r => r.Text).FirstAsync(cancel);
        return page.Input.IsStoredAs(stored, first ?? stored.Text, page.Session.Id, page.Group?.Id) ? new(stored.Number) : new(null, id);
    }
}
