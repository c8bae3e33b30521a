using System.Globalization;
using ConferenceRecords.Data.Publication;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Domain.Publishing;

namespace ConferenceRecords.Documents.OpenData;

/// <summary>An edition as one of its pages shows it, to be written in a format for programs.</summary>
/// <param name="Part">What the page is about.</param>
/// <param name="Bundle">The edition.</param>
/// <param name="Sha256">SHA-256 of the bundle's bytes.</param>
/// <param name="All">Every edition of its kind and session, the newest first, the withdrawn ones too.</param>
/// <param name="Addresses">Where the pages are.</param>
/// <param name="IsPermanent">Whether the page shows this edition for ever, and not what holds today.</param>
/// <param name="Paper">Number of the one paper that the page shows; null for all of the edition.</param>
public sealed record OpenEdition(
    PublicPart Part, EditionBundle Bundle, IReadOnlyList<byte> Sha256, IReadOnlyList<EditionHead> All, PublicAddresses Addresses, bool IsPermanent = false,
    int? Paper = null)
{
    /// <summary>Kind of the edition.</summary>
    public ReleaseKind Kind => PublicAddresses.Kind(Part);

    /// <summary>Address of the page.</summary>
    public string Address => (IsPermanent ? Permanent : Addresses.Page(Part, Bundle.Slug)) + OfPaper;

    /// <summary>Address of what holds today.</summary>
    public string Current => Addresses.Page(Part, Bundle.Slug) + OfPaper;

    /// <summary>Address of this edition, the same for ever.</summary>
    public string Permanent => Addresses.Edition(Kind, Bundle.Slug, Bundle.Edition);

    /// <summary>The hash in hexadecimal digits.</summary>
    public string Hash => Convert.ToHexStringLower(Sha256 as byte[] ?? [.. Sha256]);

    private string OfPaper => Paper is { } paper ? string.Create(CultureInfo.InvariantCulture, $"/{paper}") : "";

    /// <summary>Title of the page.</summary>
    public string Title => Bundle switch
    {
        SessionBundle bundle when Part == PublicPart.Conclusion => bundle.Conclusion.Title,
        PapersBundle bundle when Paper is { } number => bundle.Papers.FirstOrDefault(p => p.Number == number)?.Title ?? bundle.Session.Title,
        _ => Part switch
        {
            PublicPart.Indicators => $"Chỉ tiêu, {Bundle.Session.Title}",
            PublicPart.Papers => $"Tài liệu, {Bundle.Session.Title}",
            PublicPart.OpinionSummary => $"Tổng hợp ý kiến, {Bundle.Session.Title}",
            PublicPart.FollowUp => $"Tình hình thực hiện, {Bundle.Session.Title}",
            _ => Bundle.Session.Title,
        },
    };
}

/// <summary>That an edition was withdrawn: nothing of it is shown but the reason.</summary>
/// <param name="Part">What its page was about.</param>
/// <param name="Withdrawal">The withdrawal.</param>
/// <param name="Replacement">The newest edition that holds today; null where there is none.</param>
/// <param name="Addresses">Where the pages are.</param>
public sealed record OpenWithdrawal(PublicPart Part, Withdrawal Withdrawal, EditionHead? Replacement, PublicAddresses Addresses)
{
    /// <summary>Address of the page that is gone.</summary>
    public string Address => Addresses.Page(Part, Withdrawal.Slug);

    /// <summary>Address of what holds today; null where there is nothing.</summary>
    public string? ReplacedBy => Replacement is null ? null : Address;
}
