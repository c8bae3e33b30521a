using System.Globalization;
using Microsoft.Extensions.Localization;

namespace ConferenceRecords.Web;

/// <summary>
/// The texts of the interface in the reader's language. A resource file cannot hold keys that differ in case only ("Nội dung {0}" and
/// "nội dung {0}"), so a text that begins small and has no entry of its own takes the entry that begins with a capital.
/// </summary>
internal sealed class InterfaceText(IStringLocalizerFactory factory) : IStringLocalizer<SharedText>
{
    private readonly IStringLocalizer entries = factory.Create(typeof(SharedText));

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
        var own = entries[name];
        if (!own.ResourceNotFound || name.Length == 0 || !char.IsLower(name[0])) return own;
        var capital = entries[char.ToUpperInvariant(name[0]) + name[1..]];
        return capital.ResourceNotFound ? own : new(name, char.ToLowerInvariant(capital.Value[0]) + capital.Value[1..]);
    }
}
