using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Localization;

namespace ConferenceRecords.Web;

/// <summary>
/// The texts of the interface in the reader's language. A resource file cannot hold keys that differ in case only ("Nội dung {0}" and
/// "nội dung {0}"), so a text that begins small and has no entry of its own takes the entry that begins with a capital.
/// </summary>
internal sealed class InterfaceText(IStringLocalizerFactory factory) : IStringLocalizer<SharedText>
{
    /// <summary>More than the portal has; a text made of what people typed must not fill the memory.</summary>
    private const int MostKept = 10_000;

    private readonly IStringLocalizer entries = factory.Create(typeof(SharedText));

    /// <summary>A page asks for a hundred texts, and each search through the resources costs more than all its HTML.</summary>
    private readonly ConcurrentDictionary<(string Language, string Name), LocalizedString> found = new();

    public LocalizedString this[string name] => Find(name);

    public LocalizedString this[string name, params object[] arguments]
    {
        get
        {
            var text = Find(name);
            return new(name, string.Format(CultureInfo.CurrentCulture, text.Value, arguments), text.ResourceNotFound);
        }
    }

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => entries.GetAllStrings(includeParentCultures);

    private LocalizedString Find(string name)
    {
        var key = (CultureInfo.CurrentUICulture.Name, name);
        if (found.TryGetValue(key, out var text)) return text;
        text = Search(name);
        if (found.Count < MostKept) found[key] = text;
        return text;
    }

    private LocalizedString Search(string name)
    {
        var own = entries[name];
        if (!own.ResourceNotFound || name.Length == 0 || !char.IsLower(name[0])) return own;
        var capital = entries[char.ToUpperInvariant(name[0]) + name[1..]];
        return capital.ResourceNotFound ? own : new(name, char.ToLowerInvariant(capital.Value[0]) + capital.Value[1..]);
    }
}
