using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Committees;
using ConferenceRecords.Domain.Conclusions;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Web.FollowUp;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Conclusions;

/// <summary>The conclusion of a session as clauses, with the agencies that they may name.</summary>
public sealed record ConclusionClauses(Conclusion Conclusion, IReadOnlyList<Clause> Clauses, IReadOnlyList<Agency> Agencies)
{
    public bool IsOpen => Conclusion.State != ReleaseState.Submitted;

    public IEnumerable<Directive> Directives => Conclusion.Directives.Where(d => d.RemovedAt is null).OrderBy(d => d.Number);

    /// <summary>The number that each directive shows.</summary>
    public IReadOnlyDictionary<Guid, int> Numbers => Directives.Select((d, index) => (d.Id, index)).ToDictionary(d => d.Id, d => d.index + 1);

    public static async Task<ConclusionClauses?> LoadAsync(RecordsContext records, Guid sessionId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        return await records.Conclusions.Include(c => c.Directives).SingleOrDefaultAsync(c => c.SessionId == sessionId, cancel) is { } conclusion
            ? new(conclusion, Domain.Conclusions.Clauses.Split(conclusion.Body), await records.AgenciesByNameAsync(cancel)) : null;
    }

    /// <summary>Whether the words that a directive was tied to stand there no more; of a directive tied to a paragraph as a whole, anywhere in it.</summary>
    public bool HasChanged(Directive directive)
    {
        ArgumentNullException.ThrowIfNull(directive);
        return directive.Quote is { } quote && Clauses.At(directive.ParagraphNumber, directive.SentenceNumber)?.Contains(quote, StringComparison.Ordinal) != true;
    }

    /// <summary>Where the words of a quote stand now; null where they stand nowhere.</summary>
    public Clause? PlaceOf(string quote) => Clauses.FirstOrDefault(c => c.Text == quote);

    /// <summary>The places that a directive may come from: each paragraph as a whole, and its clauses.</summary>
    public IEnumerable<SelectListItem> Places(Func<int, string> whole) => Clauses.GroupBy(c => c.Paragraph).SelectMany(p => p
        .Select(c => new SelectListItem($"{c.Citation}: {Begin(c.Text)}", Place(c.Paragraph, c.Number)))
        .Prepend(new($"{whole(p.Key)}: {Begin(p.First().Text)}", Place(p.Key, null))));

    /// <summary>A place as a form sends it: "3.2", or "3" for the paragraph as a whole.</summary>
    public static string? Place(int? paragraph, int? number) => paragraph is null ? null : number is null ? FormattableString.Invariant($"{paragraph}") : FormattableString.Invariant($"{paragraph}.{number}");

    /// <summary>Reads a place; null where there is none such in the text.</summary>
    public (int Paragraph, int? Number)? PlaceOfForm(string? place)
    {
        if (place?.Trim().Split('.') is not { Length: 1 or 2 } parts || !int.TryParse(parts[0], out var paragraph)) return null;
        int? number = null;
        if (parts.Length == 2) number = int.TryParse(parts[1], out var read) ? read : 0;
        return Clauses.At(paragraph, number) is null ? null : (paragraph, number);
    }

    private static string Begin(string text) => text.Length <= 70 ? text : text[..70].TrimEnd() + "...";
}
