using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Committees;
using ConferenceRecords.Domain.Conclusions;
using Microsoft.AspNetCore.Mvc;

namespace ConferenceRecords.Web.Pages.Office.Conclusions;

/// <summary>What of the conclusion concerns each agency, and what names nobody.</summary>
public sealed class ExtractsModel(RecordsContext records) : SessionPage(records)
{
    /// <summary>The word for the directives that name nobody.</summary>
    public const string Nobody = "chua-neu";

    public ConclusionClauses? Text { get; private set; }

    public DirectiveExtracts Extracts { get; private set; } = null!;

    /// <summary>The agency whose extract is shown; null for the list and for what names nobody.</summary>
    public Agency? Agency { get; private set; }

    /// <summary>The extract that is shown; null for the list.</summary>
    public IReadOnlyList<Directive>? Shown { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "don-vi")] string? unit, CancellationToken cancel)
    {
        Text = await ConclusionClauses.LoadAsync(Records, Session.Id, cancel);
        if (Text is null) return Page();
        Extracts = new([.. Text.Directives], Text.Agencies);
        if (Of(Text, Extracts, unit) is not var (agency, directives)) return unit is null ? Page() : NotFound();
        (Agency, Shown) = (agency, directives);
        return Page();
    }

    /// <summary>The extract that an address names; null where it names none.</summary>
    internal static (Agency? Agency, IReadOnlyList<Directive> Directives)? Of(ConclusionClauses text, DirectiveExtracts extracts, string? unit)
    {
        if (unit == Nobody) return (null, extracts.Unnamed);
        return Guid.TryParse(unit, out var id) && text.Agencies.FirstOrDefault(a => a.Id == id) is { } agency ? (agency, extracts.Of(agency)) : null;
    }
}
