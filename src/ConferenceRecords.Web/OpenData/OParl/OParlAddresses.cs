using System.Globalization;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Domain.Text;
using ConferenceRecords.Web.Publishing;

namespace ConferenceRecords.Web.OpenData.OParl;

/// <summary>
/// The addresses of the objects: absolute, as OParl wants them, and made of what never changes of a thing. Committee, body and term have no key in what is public but their names.
/// </summary>
/// <param name="Site">Scheme and host, without a slash at the end.</param>
internal readonly record struct OParlAddresses(string Site)
{
    public const string Root = "/oparl/v1.1";

    public static OParlAddresses Of(HttpRequest request) => new(request.Addresses().Root);

    public string System => Site + Root;

    public string Bodies => System + "/body";

    public string Body(PublicSession facts) => $"{Bodies}/{KeyOfBody(facts)}";

    public string Organization(PublicSession facts) => $"{System}/organization/{KeyOfBody(facts)}/{KeyOfOrganization(facts)}";

    public string Term(PublicSession facts) => $"{System}/term/{KeyOfBody(facts)}/{KeyOfTerm(facts)}";

    public string Meeting(string slug) => $"{System}/meeting/{slug}";

    public string Location(string slug) => $"{System}/location/{slug}";

    public string AgendaItem(string slug, int number) => string.Create(CultureInfo.InvariantCulture, $"{System}/agenda-item/{slug}/{number}");

    /// <summary>The paper that a release of a session is.</summary>
    public string Paper(string slug, ReleaseKind kind) => $"{System}/paper/{slug}/{kind.Slug()}";

    /// <summary>One of the papers of a session.</summary>
    public string Paper(string slug, int number) => string.Create(CultureInfo.InvariantCulture, $"{System}/paper/{slug}/{number}");

    /// <summary>The page with the text of a paper.</summary>
    public static string Text(string paper) => paper.Replace("/paper/", "/file/", StringComparison.Ordinal);

    /// <summary>A file made from an edition.</summary>
    public string File(string slug, ReleaseKind kind, int edition, string name) => string.Create(CultureInfo.InvariantCulture, $"{System}/file/{slug}/{kind.Slug()}/{edition}/{name}");

    public static string KeyOfBody(PublicSession facts) => VietnameseText.Slug(facts.Committee);

    public static string KeyOfOrganization(PublicSession facts) => VietnameseText.Slug(facts.Body);

    public static string KeyOfTerm(PublicSession facts) => VietnameseText.Slug(facts.TermLabel);
}
