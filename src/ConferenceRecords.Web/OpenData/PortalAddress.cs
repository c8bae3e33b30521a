using ConferenceRecords.Documents.OpenData;

namespace ConferenceRecords.Web.OpenData;

/// <summary>
/// What the operator says of the portal. Links that travel (canonical addresses, feeds, the QR picture) begin with the configured address: without one with that of the request,
/// and then whoever asks under another host name gets links to that.
/// </summary>
/// <param name="Address">Where people reach the portal; null where the request says it.</param>
/// <param name="Contact">Whom to ask; null where nobody is named.</param>
/// <param name="Licence">Under what terms the data may be used; null where nothing is said.</param>
public sealed record PortalAddress(Uri? Address, string? Contact, string? Licence)
{
    private const string Setting = "Portal__Address";

    /// <summary>Reads <c>Portal:Address</c>, <c>Portal:Contact</c> and <c>Portal:Licence</c>.</summary>
    /// <exception cref="InvalidOperationException">The address is none.</exception>
    public static PortalAddress Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        string? Of(string name) => configuration[name]?.Trim() is { Length: > 0 } value ? value : null;
        var typed = Of("Portal:Address");
        Uri? address = null;
        if (typed is not null && (!Uri.TryCreate(typed, UriKind.Absolute, out address) || address.Scheme is not ("https" or "http")))
            throw new InvalidOperationException($"{Setting} sai. Cần địa chỉ cổng, ví dụ https://hoso.example.vn.");
        return new(address, Of("Portal:Contact"), Of("Portal:Licence"));
    }

    /// <summary>Addresses of the public pages, the same for both languages.</summary>
    public PublicAddresses Addresses(HttpRequest request) => new(Root(request));

    /// <summary>The one address of the page that was asked for, in the reader's language or the other, without its query.</summary>
    public string Canonical(HttpRequest request, bool inEnglish)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Canonical(request, request.Path, inEnglish);
    }

    /// <summary>The one address of a page, without its query.</summary>
    public string Canonical(HttpRequest request, PathString path, bool inEnglish) =>
        $"{Root(request)}{(inEnglish ? "/en" : "")}{(path.Value is "/" or null && inEnglish ? "" : path.ToUriComponent())}";

    private string Root(HttpRequest request)
    {
        if (Address is not null) return Address.AbsoluteUri.TrimEnd('/');
        var prefix = request.PathBase.ToUriComponent();
        return $"{request.Scheme}://{request.Host.ToUriComponent()}{(prefix.EndsWith("/en", StringComparison.Ordinal) ? prefix[..^3] : prefix)}";
    }
}
