using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace ConferenceRecords.TestSupport;

/// <summary>The fields that a browser sends for a form.</summary>
internal static class FormFields
{
    public static List<KeyValuePair<string, string>> Of(IHtmlFormElement form, string? button, IReadOnlyCollection<(string Name, string Value)> values)
    {
        var given = values.Select(v => v.Name).ToHashSet();
        var fields = form.Elements.Where(e => !e.HasAttribute("disabled") && e.GetAttribute("name") is { Length: > 0 } name && !given.Contains(name))
            .SelectMany(Values).Select(v => KeyValuePair.Create(v.Name, v.Value)).ToList();
        fields.AddRange(values.Select(v => KeyValuePair.Create(v.Name, v.Value)));
        if (Pressed(form, button) is { } pressed && pressed.GetAttribute("name") is { Length: > 0 } key)
            fields.Add(KeyValuePair.Create(key, pressed.GetAttribute("value") ?? ""));
        return fields;
    }

    private static IEnumerable<(string Name, string Value)> Values(IElement element)
    {
        var name = element.GetAttribute("name")!;
        return element switch
        {
            IHtmlInputElement { Type: "radio" or "checkbox" } box => box.IsChecked ? [(name, box.GetAttribute("value") ?? "on")] : [],
            IHtmlInputElement { Type: "submit" or "button" or "image" } => [],
            IHtmlInputElement input => [(name, input.Value)],
            IHtmlTextAreaElement area => [(name, area.Value)],
            IHtmlSelectElement { IsMultiple: true } list => list.Options.Where(o => o.IsSelected).Select(o => (name, o.Value)),
            IHtmlSelectElement list => list.Value is { } value ? [(name, value)] : [],
            _ => [],
        };
    }

    /// <summary>The button that is pressed: the first one where none is named.</summary>
    public static IElement? Pressed(IHtmlFormElement form, string? button)
    {
        var buttons = form.QuerySelectorAll("button:not([type=button])").ToList();
        if (button is null) return buttons.FirstOrDefault();
        return buttons.Find(b => b.TextContent.Trim() == button || b.GetAttribute("aria-label") == button || $"{b.GetAttribute("name")}={b.GetAttribute("value")}" == button)
            ?? throw new InvalidOperationException($"The form has no button {button}");
    }
}
