using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Conclusions;

namespace ConferenceRecords.Web.Pages.Office.Conclusions;

/// <summary>The closing text as numbered clauses, to tick those that become directives.</summary>
public sealed class ClausesModel(RecordsContext records) : SessionPage(records)
{
    public ConclusionClauses? Text { get; private set; }

    public IReadOnlyList<ProposedDirective> Proposals { get; private set; } = [];

    /// <summary>The directives tied to a clause.</summary>
    public ILookup<(int?, int?), Directive> Tied { get; private set; } = Array.Empty<Directive>().ToLookup(d => (d.ParagraphNumber, d.SentenceNumber));

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Text = await ConclusionClauses.LoadAsync(Records, Session.Id, cancel);
        if (Text is null) return;
        Proposals = DirectiveReader.Read(Text.Clauses, Text.Agencies);
        Tied = Text.Directives.ToLookup(d => (d.ParagraphNumber, d.SentenceNumber));
    }
}
