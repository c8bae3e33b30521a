using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace ConferenceRecords.Web.Forms;

/// <summary>All errors of a form above it, each a link to its field; <c>forms.js</c> gives it the focus. Nothing where there is none.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper(IStringLocalizer<SharedText> text) : TagHelper
{
    /// <summary>What did not happen, where nothing was to be saved.</summary>
    public string? Heading { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var order = ViewContext.HttpContext.ErrorOrder();
        var errors = ViewContext.ViewData.ModelState.OrderBy(entry => (uint)order.IndexOf(entry.Key)).SelectMany(entry => entry.Value!.Errors.Select(error => (entry.Key, error.ErrorMessage))).ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "error-summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("data-error-summary", "");
        var heading = new TagBuilder("h2");
        heading.InnerHtml.Append(Heading ?? text["Chưa lưu được"]);
        var list = new TagBuilder("ul");
        foreach (var (key, message) in errors)
        {
            var line = new TagBuilder("li");
            if (key.Length == 0) line.InnerHtml.Append(message);
            else line.InnerHtml.AppendHtml(Link(TagBuilder.CreateSanitizedId(key, "_"), message));
            list.InnerHtml.AppendHtml(line);
        }
        output.Content.AppendHtml(heading).AppendHtml(list);
    }

    private static TagBuilder Link(string id, string message)
    {
        var link = new TagBuilder("a");
        link.Attributes["href"] = "#" + id;
        link.InnerHtml.Append(message);
        return link;
    }
}
