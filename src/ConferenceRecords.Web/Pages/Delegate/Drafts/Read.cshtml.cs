using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Web.Drafts;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Delegates.Drafts;

/// <summary>A draft to read (D2): numbered paragraphs, each with its place for an opinion and the delegate's own opinions beside it.</summary>
public sealed class ReadModel(RecordsContext records, DraftTexts texts, TimeProvider clock) : DraftPage(records, clock)
{
    public DraftText Text { get; private set; } = null!;

    /// <summary>The delegate's opinions on paragraphs of this version, by paragraph.</summary>
    public ILookup<Guid?, DelegateOpinion> Beside { get; private set; } = null!;

    /// <summary>Those on the draft as a whole and on other versions.</summary>
    public IReadOnlyList<DelegateOpinion> Elsewhere { get; private set; } = [];

    public bool IsOpen => Draft.Window.IsOpen(Now);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Text = await texts.OfAsync(Records, Draft.Id, cancel);
        var mine = await Records.DelegateOpinionsQuery(UserId, draftId: Draft.DraftId).ToListAsync(cancel);
        Beside = mine.Where(IsBeside).Reverse().ToLookup(o => o.Place!.ParagraphId);
        Elsewhere = [.. mine.Where(o => !IsBeside(o))];
    }

    private bool IsBeside(DelegateOpinion opinion) => opinion.Place is { ParagraphId: not null } place && place.Ordinal == Draft.Ordinal;
}
