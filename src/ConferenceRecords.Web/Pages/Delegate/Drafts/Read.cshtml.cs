using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Documents.Drafts;
using ConferenceRecords.Domain.Drafts;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Delegates.Drafts;

/// <summary>A draft to read (D2): numbered paragraphs, each with its place for an opinion and the delegate's own opinions beside it.</summary>
public sealed class ReadModel(RecordsContext records, TimeProvider clock) : DraftPage(records, clock)
{
    public IReadOnlyList<ParagraphView> Paragraphs { get; private set; } = [];

    /// <summary>The delegate's opinions on paragraphs of this version, by paragraph.</summary>
    public ILookup<Guid?, DelegateOpinion> Beside { get; private set; } = null!;

    /// <summary>Those on the draft as a whole and on other versions.</summary>
    public IReadOnlyList<DelegateOpinion> Elsewhere { get; private set; } = [];

    public bool IsOpen => Draft.Window.IsOpen(Now);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var paragraphs = await Records.Paragraphs.AsNoTracking().Where(p => p.VersionId == Draft.Id).OrderBy(p => p.Number)
            .Select(p => new ParagraphView(p.Id, p.Number, p.Kind, p.Marker, p.Text, 0)).ToListAsync(cancel);
        var headings = paragraphs.Where(p => p.Kind == ParagraphKind.Heading).ToList();
        var levels = headings.Zip(HeadingLevels.Of(headings.Select(p => (p.Marker, p.Text)))).ToDictionary(pair => pair.First.Id, pair => pair.Second);
        Paragraphs = [.. paragraphs.Select(p => p with { Level = levels.GetValueOrDefault(p.Id) })];

        var mine = await Records.DelegateOpinionsQuery(UserId, draftId: Draft.DraftId).ToListAsync(cancel);
        Beside = mine.Where(IsBeside).Reverse().ToLookup(o => o.Place!.ParagraphId);
        Elsewhere = [.. mine.Where(o => !IsBeside(o))];
    }

    private bool IsBeside(DelegateOpinion opinion) => opinion.Place is { ParagraphId: not null } place && place.Ordinal == Draft.Ordinal;

    public sealed record ParagraphView(Guid Id, int Number, ParagraphKind Kind, string? Marker, string Text, int Level);
}
