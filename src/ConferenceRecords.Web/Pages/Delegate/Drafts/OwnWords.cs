using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Delegates.Drafts;

/// <summary>A delegate's own opinions and notes on a draft, sorted to the paragraphs of one version.</summary>
public sealed record OwnWords(IReadOnlyList<DelegateOpinion> Opinions, IReadOnlyList<DelegateNote> Notes, int Ordinal)
{
    private readonly ILookup<Guid?, DelegateOpinion> opinions = Opinions.Where(o => IsBeside(o.Place, Ordinal)).Reverse().ToLookup(o => o.Place!.ParagraphId);
    private readonly ILookup<Guid?, DelegateNote> notes = Notes.Where(n => IsBeside(n.Place, Ordinal)).ToLookup(n => n.Place!.ParagraphId);

    /// <summary>Those on the draft as a whole and on other versions.</summary>
    public (IReadOnlyList<DelegateOpinion> Opinions, IReadOnlyList<DelegateNote> Notes) Elsewhere =>
        ([.. Opinions.Where(o => !IsBeside(o.Place, Ordinal))], [.. Notes.Where(n => !IsBeside(n.Place, Ordinal))]);

    public static async Task<OwnWords> OfAsync(RecordsContext records, Guid userId, DelegateVersion draft, CancellationToken cancel) => new(
        await records.DelegateOpinionsQuery(userId, draftId: draft.DraftId).ToListAsync(cancel), await records.NotesOnDraftAsync(userId, draft.DraftId, cancel), draft.Ordinal);

    /// <summary>Those on a paragraph; null where there is none.</summary>
    public (IEnumerable<DelegateOpinion> Opinions, IEnumerable<DelegateNote> Notes)? On(Guid paragraph) =>
        opinions.Contains(paragraph) || notes.Contains(paragraph) ? (opinions[paragraph], notes[paragraph]) : null;

    private static bool IsBeside(DraftPlace? place, int ordinal) => place is { ParagraphId: not null } && place.Ordinal == ordinal;
}
