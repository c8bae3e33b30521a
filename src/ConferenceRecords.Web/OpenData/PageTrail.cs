using ConferenceRecords.Documents.OpenData;
using Microsoft.Extensions.Localization;

namespace ConferenceRecords.Web.OpenData;

/// <summary>The way from the home page to a page, for search engines.</summary>
internal static class PageTrail
{
    public static IReadOnlyList<(string Name, string Address)> Trail(this IStringLocalizer<SharedText> text, OpenEdition page)
    {
        var (home, addresses, slug) = ((text["Trang chủ"].Value, page.Addresses.Root + "/"), page.Addresses, page.Bundle.Slug);
        if (page.Part is PublicPart.Session or PublicPart.Conclusion or PublicPart.Indicators)
            return [home, (text.Of(page.Part), $"{addresses.Root}/{PublicAddresses.Folder(page.Part)}"), (page.Title, page.Address)];
        return [home, (text.Of(PublicPart.Session), addresses.Root + "/hoi-nghi"), (page.Bundle.Session.Title, addresses.Page(PublicPart.Session, slug)), (text.Of(page.Part), page.Address)];
    }
}
