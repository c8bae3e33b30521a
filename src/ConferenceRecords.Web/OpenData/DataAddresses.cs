using System.Globalization;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Web.Publishing;

namespace ConferenceRecords.Web.OpenData;

/// <summary>The addresses of what is public: the pages for people and, beside each, the same for programs. None of them ever changes.</summary>
internal static class DataAddresses
{
    public const string Api = "/api/v1";

    /// <summary>Addresses for programs, where every error is problem details and any site may read.</summary>
    public static bool IsOpenData(PathString path) =>
        path.StartsWithSegments("/api") || path.StartsWithSegments("/oparl") || path == "/du-lieu/chi-tieu.csv" || path == "/du-lieu/nhiem-vu.csv" || path == "/du-lieu/tat-ca.zip";

    /// <summary>The part of the interface's addresses for a kind.</summary>
    public static string Segment(this ReleaseKind kind) => kind switch
    {
        ReleaseKind.Papers => "papers",
        ReleaseKind.OpinionSummary => "opinion-summaries",
        ReleaseKind.FollowUp => "follow-ups",
        _ => "conclusions",
    };

    public static string Resource(this ReleaseKind kind, string slug) => $"{Api}/{kind.Segment()}/{slug}";

    public static string Resource(this ReleaseKind kind, string slug, int number) => string.Create(CultureInfo.InvariantCulture, $"{Api}/{kind.Segment()}/{slug}/editions/{number}");

    public static string Page(this ReleaseKind kind, string slug) => $"/{kind.Slug()}/{slug}";

    public static string Page(this ReleaseKind kind, string slug, int number) => string.Create(CultureInfo.InvariantCulture, $"/{kind.Slug()}/{slug}/ban/{number}");

    public static string File(this ReleaseKind kind, string slug, int number, string name) => $"{kind.Page(slug, number)}/tep/{name}";
}
