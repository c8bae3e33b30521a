using ConferenceRecords.Data.Queries;
using Microsoft.AspNetCore.Html;

namespace ConferenceRecords.Web.Drafts;

/// <summary>A text as a page shows it: what can be done at each paragraph, and what stands below it.</summary>
/// <param name="Text">The text.</param>
/// <param name="Prefix">Where a page shows several texts, what tells the names of their paragraphs apart.</param>
public sealed record DraftView(DraftText Text, string Prefix = "")
{
    /// <summary>What the button in the gutter does; null: there is none.</summary>
    public Func<DraftParagraph, ParagraphAct>? Act { get; init; }

    /// <summary>Opinions and notes below a paragraph; null for one without any.</summary>
    public Func<DraftParagraph, Task<IHtmlContent>?> Below { get; init; } = _ => null;
}

/// <summary>A button in the gutter of a paragraph.</summary>
/// <param name="Href">Where it leads without script.</param>
/// <param name="Word">What it says where there is room.</param>
/// <param name="Label">What it says of this paragraph.</param>
public sealed record ParagraphAct(string Href, string Word, string Label);
