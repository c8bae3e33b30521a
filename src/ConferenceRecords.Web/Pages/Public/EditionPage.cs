using System.Globalization;
using ConferenceRecords.Data.Publication;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Documents.OpenData;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Web.OpenData;
using Microsoft.AspNetCore.Mvc;

namespace ConferenceRecords.Web.Pages.Public;

/// <summary>A page about one session as an edition shows it.</summary>
public abstract class EditionPage : PublicPage
{
    /// <summary>What else of the session is public: nothing else is linked.</summary>
    public abstract IReadOnlyList<ReleaseKind> PublicKinds { get; }

    /// <summary>The bundle of the page.</summary>
    public abstract EditionBundle Published { get; }

    /// <summary>Every edition of its kind, the newest first.</summary>
    public abstract IReadOnlyList<EditionHead> AllEditions { get; }
}

/// <summary>
/// A page made of an edition of one kind: the newest one, unless the address names another. What was withdrawn answers 410 with its reason. Programs get the same in their formats.
/// </summary>
/// <typeparam name="TBundle">What it makes public.</typeparam>
public abstract class EditionPage<TBundle>(PublicationContext publication) : EditionPage
    where TBundle : EditionBundle
{
    public PublishedEdition<TBundle> Edition { get; private set; } = null!;

    public TBundle Bundle => Edition.Bundle;

    public override EditionBundle Published => Edition.Bundle;

    public override IReadOnlyList<ReleaseKind> PublicKinds => Edition.PublicKinds;

    public override IReadOnlyList<EditionHead> AllEditions => Edition.All;

    /// <summary>What the page is about.</summary>
    protected abstract PublicPart Part { get; }

    /// <summary>Number of the one paper that the address names; null on every other page.</summary>
    protected virtual int? PaperNumber => null;

    /// <summary>The session that the address names.</summary>
    protected string Slug => (string)RouteData.Values["slug"]!;

    /// <summary>Number of the edition that the address names; null under the address of the newest.</summary>
    protected int? EditionNumber => NumberInAddress("number");

    // From the route alone: a query must not put an older edition under the address of the newest. Not as parameters, whose binding was a twentieth of an answer 304.
    public virtual Task<IActionResult> OnGetAsync() => ShowAsync(EditionNumber);

    /// <summary>A number that the route has checked.</summary>
    protected int? NumberInAddress(string name) => int.TryParse(RouteData.Values[name] as string, CultureInfo.InvariantCulture, out var number) ? number : null;

    protected async Task<IActionResult> ShowAsync(int? number)
    {
        var (slug, cancel, portal) = (Slug, HttpContext.RequestAborted, HttpContext.RequestServices.GetRequiredService<PortalAddress>());
        Response.Headers.AppendCommaSeparatedValues("Vary", "Accept");
        if (!Representation.TryChoose(Request, out var format)) return StatusCode(StatusCodes.Status406NotAcceptable);
        if (await publication.EditionAsync<TBundle>(slug, number, cancel) is not { } answer) return NotFound();
        var addresses = portal.Addresses(Request);
        if (answer.Withdrawal is { } withdrawal)
            return format is null ? this.Gone(withdrawal, answer.Replacement?.Number) : this.Bury(format, new(Part, withdrawal, answer.Replacement, addresses));
        Edition = answer.Edition!;
        Open = new(Part, Edition.Bundle, Edition.Sha256, Edition.All, addresses, number is not null, PaperNumber);
        if (format is not null) return this.Write(format, Open);
        return Answer([Edition]);
    }
}
