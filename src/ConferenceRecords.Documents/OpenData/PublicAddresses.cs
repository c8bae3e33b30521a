using System.Globalization;
using ConferenceRecords.Domain.Publishing;

namespace ConferenceRecords.Documents.OpenData;

/// <summary>What a public page is about.</summary>
public enum PublicPart
{
    /// <summary>A session with its contents.</summary>
    Session,

    /// <summary>Its conclusion.</summary>
    Conclusion,

    /// <summary>Its figures.</summary>
    Indicators,

    /// <summary>Its papers.</summary>
    Papers,

    /// <summary>The summary of opinions.</summary>
    OpinionSummary,

    /// <summary>How its directives are carried out.</summary>
    FollowUp,
}

/// <summary>Permanent addresses of public pages.</summary>
/// <param name="Root">Where the portal is, such as <c>https://hoso.example.vn</c>; no slash at its end.</param>
public sealed record PublicAddresses(string Root)
{
    /// <summary>First part of the address of pages.</summary>
    /// <param name="part">What they are about.</param>
    /// <returns>Such as <c>ket-luan</c>.</returns>
    public static string Folder(PublicPart part) => part switch
    {
        PublicPart.Session => "hoi-nghi",
        PublicPart.Conclusion => "ket-luan",
        PublicPart.Indicators => "chi-tieu",
        PublicPart.Papers => "tai-lieu",
        PublicPart.OpinionSummary => "tong-hop-y-kien",
        _ => "thuc-hien",
    };

    /// <summary>The page that leads a kind of editions.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>What that page is about.</returns>
    public static PublicPart Part(ReleaseKind kind) => kind switch
    {
        ReleaseKind.Conclusion => PublicPart.Conclusion,
        ReleaseKind.Papers => PublicPart.Papers,
        ReleaseKind.OpinionSummary => PublicPart.OpinionSummary,
        _ => PublicPart.FollowUp,
    };

    /// <summary>The kind of editions that pages are made of.</summary>
    /// <param name="part">What they are about.</param>
    /// <returns>The kind.</returns>
    public static ReleaseKind Kind(PublicPart part) => part switch
    {
        PublicPart.Papers => ReleaseKind.Papers,
        PublicPart.OpinionSummary => ReleaseKind.OpinionSummary,
        PublicPart.FollowUp => ReleaseKind.FollowUp,
        _ => ReleaseKind.Conclusion,
    };

    /// <summary>Address of a page: always what holds today.</summary>
    /// <param name="part">What it is about.</param>
    /// <param name="slug">Permanent part of the session's address.</param>
    /// <returns>The address.</returns>
    public string Page(PublicPart part, string slug) => $"{Root}/{Folder(part)}/{slug}";

    /// <summary>Address of one edition, the same for ever.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="slug">Permanent part of the session's address.</param>
    /// <param name="number">Its number.</param>
    /// <returns>The address.</returns>
    public string Edition(ReleaseKind kind, string slug, int number) => string.Create(CultureInfo.InvariantCulture, $"{Page(Part(kind), slug)}/ban/{number}");

    /// <summary>Address of the bytes that were approved as an edition, whose hash its page names.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="slug">Permanent part of the session's address.</param>
    /// <param name="number">Its number.</param>
    /// <returns>The address.</returns>
    public string Bundle(ReleaseKind kind, string slug, int number) => Edition(kind, slug, number) + "/goi.json";
}
