using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ConferenceRecords.Web.Forms;

/// <summary>
/// One field of a form: label, hint, error and control tied together for screen readers, with the value as it was typed.
/// <c>&lt;field for="Input.Title" label="..." hint="..." /&gt;</c>; <c>rows</c> makes a text area, <c>options</c> a list.
/// </summary>
[HtmlTargetElement("field", Attributes = "for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldTagHelper(IHtmlGenerator html) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public ModelExpression For { get; set; } = null!;

    public string Label { get; set; } = "";

    public string? Hint { get; set; }

    /// <summary>Lines of a text area; 0 for one line.</summary>
    public int Rows { get; set; }

    public IEnumerable<SelectListItem>? Options { get; set; }

    /// <summary>What the first, empty entry of a list says; without it there is none.</summary>
    public string? Empty { get; set; }

    /// <summary>For dates, numbers and codes.</summary>
    public bool Narrow { get; set; }

    public string Type { get; set; } = "text";

    public string? Autocomplete { get; set; }

    public string? Inputmode { get; set; }

    public bool Autofocus { get; set; }

    /// <summary>What the browser proposes while one types; anything else may be typed as well.</summary>
    public IEnumerable<string>? Suggestions { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = TagBuilder.CreateSanitizedId(name, "_");
        var errors = ViewContext.ViewData.ModelState.TryGetValue(name, out var entry) ? entry.Errors : [];
        var described = new List<string>(2);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "field");
        output.Content.AppendHtml(Element("label", Label, ("for", id)));
        if (Hint is not null)
        {
            described.Add(id + "-hint");
            output.Content.AppendHtml(Element("span", Hint, ("class", "hint"), ("id", id + "-hint")));
        }
        foreach (var (index, error) in errors.Index())
        {
            described.Add($"{id}-error-{index}");
            output.Content.AppendHtml(Element("span", error.ErrorMessage, ("class", "field-error"), ("id", $"{id}-error-{index}")));
        }

        var control = Control(Attributes(id, described, errors.Count > 0));

        // Rules are checked on the server, where they say what to do; the generator's own hints for a script that is not here go.
        foreach (var key in control.Attributes.Keys.Where(k => k.StartsWith("data-val", StringComparison.Ordinal)).ToList()) control.Attributes.Remove(key);
        if (Suggestions is not null) control.Attributes["list"] = id + "-list";
        output.Content.AppendHtml(control);
        if (Suggestions is null) return;
        var list = Element("datalist", "", ("id", id + "-list"));
        foreach (var suggestion in Suggestions) list.InnerHtml.AppendHtml(Element("option", suggestion));
        output.Content.AppendHtml(list);
    }

    private Dictionary<string, object?> Attributes(string id, List<string> described, bool invalid)
    {
        var attributes = new Dictionary<string, object?> { ["id"] = id };
        void Set(string name, string? value)
        {
            if (value is not null) attributes[name] = value;
        }
        Set("aria-describedby", described.Count > 0 ? string.Join(' ', described) : null);
        Set("aria-invalid", invalid ? "true" : null);
        Set("class", Narrow ? "short" : null);
        Set("autocomplete", Autocomplete ?? "off");
        Set("inputmode", Inputmode);
        Set("autofocus", Autofocus ? "autofocus" : null);
        return attributes;
    }

    private TagBuilder Control(Dictionary<string, object?> attributes)
    {
        if (Options is not null) return html.GenerateSelect(ViewContext, For.ModelExplorer, Empty, For.Name, Options, allowMultiple: false, attributes);
        if (Rows > 0) return html.GenerateTextArea(ViewContext, For.ModelExplorer, For.Name, Rows, 0, attributes);
        attributes["type"] = Type;

        // A password is never sent back.
        return Type == "password"
            ? html.GeneratePassword(ViewContext, For.ModelExplorer, For.Name, null, attributes)
            : html.GenerateTextBox(ViewContext, For.ModelExplorer, For.Name, For.Model, null, attributes);
    }

    private static TagBuilder Element(string name, string text, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        var element = new TagBuilder(name);
        foreach (var (key, value) in attributes) element.Attributes[key] = value;
        element.InnerHtml.Append(text);
        return element;
    }
}
