using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ConferenceRecords.Web.Forms;

/// <summary>A form that warns before it is left also knows when it came back with errors: then it holds text which was never saved.</summary>
[HtmlTargetElement("form", Attributes = Warn)]
public sealed class UnsavedFormTagHelper : TagHelper
{
    private const string Warn = "data-warn-unsaved";

    /// <summary>The page shows what is not saved yet, without an error: a preview.</summary>
    public bool Unsaved { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Unsaved || !ViewContext.ViewData.ModelState.IsValid) output.Attributes.SetAttribute(new TagHelperAttribute("data-unsaved"));
    }
}
