using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ConferenceRecords.Web.Pages.Delegates;

/// <summary>A heading whose level comes from data: <c>&lt;heading level="2"&gt;</c>.</summary>
public sealed class HeadingTagHelper : TagHelper
{
    /// <summary>1 to 6; deeper ones stay 6.</summary>
    public int Level { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = $"h{Math.Min(Level, 6)}";
    }
}
