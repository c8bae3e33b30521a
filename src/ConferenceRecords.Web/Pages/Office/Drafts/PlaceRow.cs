using ConferenceRecords.Data.Queries;
using Microsoft.AspNetCore.Mvc;

namespace ConferenceRecords.Web.Pages.Office.Drafts;

/// <summary>What a person decides of one opinion's place.</summary>
/// <param name="OpinionId">The opinion.</param>
/// <param name="Version">The placement that the person saw; 0 for none.</param>
/// <param name="Paragraph">Number of the paragraph, as typed.</param>
/// <param name="HasNone">No paragraph corresponds any more.</param>
public sealed record PlaceInput(
    [FromForm(Name = "y-kien")] Guid OpinionId, [FromForm(Name = "thay")] uint Version, [FromForm(Name = "doan")] string? Paragraph, [FromForm(Name = "khong")] bool HasNone);

/// <summary>An opinion with its place in the later version, as the page shows it.</summary>
/// <param name="Place">The place.</param>
/// <param name="Opinion">The opinion.</param>
/// <param name="Ordinal">The later version.</param>
/// <param name="Typed">What the field of the paragraph holds.</param>
public sealed record PlaceRow(OpinionPlace Place, OpinionLine Opinion, int Ordinal, string? Typed)
{
    public string Field => FieldOf(Opinion.Id);

    /// <summary>Not certain enough to be confirmed with others.</summary>
    public bool IsDoubtful => Place is { State: PlaceState.Proposed, Proposal.IsSure: false };

    public bool IsSure => Place is { State: PlaceState.Proposed, Proposal.IsSure: true };

    public static string FieldOf(Guid opinionId) => $"doan-{opinionId:N}";

    /// <summary>Names an opinion with the place that was proposed for it.</summary>
    public static string Mark(OpinionPlace place) => $"{place.OpinionId:N}.{place.ParagraphId:N}";
}
