using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using ConferenceRecords.Domain.Publishing;

namespace ConferenceRecords.Documents.OpenData;

/// <summary>
/// Public pages as Akoma Ntoso 3.0 (OASIS LegalDocumentML). The <c>eId</c> of a part is its anchor on the page: a link to a paragraph and a reference to it are the same.
/// </summary>
public static class AkomaNtoso
{
    private static readonly XNamespace Akn = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

    /// <summary>Writes a page.</summary>
    /// <param name="edition">The edition.</param>
    /// <returns>UTF-8.</returns>
    public static byte[] Write(OpenEdition edition)
    {
        var outline = Outline.Of(edition);
        return Bytes(new(Akn + "akomaNtoso", new XElement(
            Akn + "doc", new XAttribute("name", PublicAddresses.Folder(edition.Part)),
            Meta(edition),
            new XElement(Akn + "preface", new XElement(Akn + "p", new XElement(Akn + "docTitle", XmlText.Clean(outline.Title))), Lines(outline.Facts)),
            new XElement(
                Akn + "mainBody",
                outline.Notes.Index().Select(n => new XElement(Akn + "p", new XAttribute("eId", string.Create(CultureInfo.InvariantCulture, $"ghi-chu-{n.Index + 1}")), XmlText.Clean(n.Item))),
                outline.Sections.Where(s => s.Entries.Count > 0).Select(Section),
                outline.Notes.Count == 0 && outline.Sections.All(s => s.Entries.Count == 0) ? new XElement(Akn + "p") : null))));
    }

    /// <summary>Writes what stays of a page that was withdrawn: a problem document (RFC 9457, appendix B).</summary>
    /// <param name="gone">The withdrawal.</param>
    /// <returns>UTF-8.</returns>
    public static byte[] Write(OpenWithdrawal gone)
    {
        ArgumentNullException.ThrowIfNull(gone);
        XNamespace problem = "urn:ietf:rfc:7807";
        return Bytes(new(
            problem + "problem",
            new XElement(problem + "type", Tombstone.Type(gone.Addresses)), new XElement(problem + "title", Tombstone.Words), new XElement(problem + "status", 410),
            new XElement(problem + "detail", XmlText.Clean(gone.Withdrawal.Reason)), new XElement(problem + "instance", gone.Address),
            gone.ReplacedBy is { } address ? new XElement(problem + "replacedBy", address) : null));
    }

    private static XElement Section(OutlineSection section) => new(
        Akn + "hcontainer", new XAttribute("name", "phan"), new XAttribute("eId", section.Id),
        section.Heading is { } heading ? new XElement(Akn + "heading", XmlText.Clean(heading)) : null,
        section.Entries.Select(e => new XElement(
            Akn + "paragraph", new XAttribute("eId", e.Id),
            new XElement(Akn + "num", e.Number), new XElement(Akn + "content", new XElement(Akn + "p", XmlText.Clean(e.Text)), Lines(e.Facts)))));

    private static IEnumerable<XElement> Lines(IEnumerable<OutlineFact> facts) => facts.Select(f => new XElement(Akn + "p", XmlText.Clean($"{f.Label}: {f.Value}")));

    private static XElement Meta(OpenEdition edition)
    {
        var (bundle, conclusion) = (edition.Bundle, (edition.Bundle as SessionBundle)?.Conclusion);
        var work = edition.Part == PublicPart.Conclusion ? conclusion!.IssuedOn : null;
        var first = edition.All.Count > 0 ? edition.All[^1].PublishedAt : bundle.PublishedAt;

        // Without a date of its own the work is as old as its first publication, and the name of the date says so.
        XElement[] Core(string address, string at, string name) =>
        [
            new(Akn + "FRBRthis", Value(address)), new(Akn + "FRBRuri", Value(address)),
            new(Akn + "FRBRdate", new XAttribute("date", at), new XAttribute("name", name)), new(Akn + "FRBRauthor", new XAttribute("href", "#dang-bo")),
        ];
        var (published, expression) = (OpenJson.Moment(bundle.PublishedAt), edition.Permanent + (edition.Part == PublicPart.Conclusion ? "" : "#" + PublicAddresses.Folder(edition.Part)));
        return new(
            Akn + "meta",
            new XElement(
                Akn + "identification", new XAttribute("source", "#cong"),
                new XElement(
                    Akn + "FRBRWork", Core(edition.Current, work is { } day ? day.ToString("O", CultureInfo.InvariantCulture) : OpenJson.Moment(first), work is null ? "cong-bo" : "ban-hanh"),
                    new XElement(Akn + "FRBRcountry", Value("vn")), new XElement(Akn + "FRBRsubtype", Value(PublicAddresses.Folder(edition.Part))),
                    edition.Part == PublicPart.Conclusion && conclusion!.Symbol is { } symbol ? new XElement(Akn + "FRBRnumber", Value(symbol)) : null,
                    new XElement(Akn + "FRBRname", Value(XmlText.Clean(edition.Title)))),
                new XElement(
                    Akn + "FRBRExpression", Core(expression, published, "cong-bo"),
                    new XElement(Akn + "FRBRversionNumber", Value(bundle.Edition.ToString(CultureInfo.InvariantCulture))),
                    new XElement(Akn + "FRBRlanguage", new XAttribute("language", "vie"))),
                new XElement(
                    Akn + "FRBRManifestation", Core($"{edition.Address}.akn.xml", published, "cong-bo"), new XElement(Akn + "FRBRformat", Value("application/akn+xml")))),
            new XElement(
                Akn + "publication", new XAttribute("date", published), new XAttribute("name", "cong-bo"), new XAttribute("showAs", $"Bản công bố {bundle.Edition}"),
                new XAttribute("number", bundle.Edition)),
            new XElement(
                Akn + "lifecycle", new XAttribute("source", "#cong"),
                edition.All.Where(e => !e.IsWithdrawn).OrderBy(e => e.Number).Select((e, i) => new XElement(
                    Akn + "eventRef", new XAttribute("eId", string.Create(CultureInfo.InvariantCulture, $"ban-{e.Number}")), new XAttribute("date", OpenJson.Moment(e.PublishedAt)),
                    new XAttribute("type", i == 0 ? "generation" : "amendment"), new XAttribute("source", edition.Addresses.Edition(edition.Kind, bundle.Slug, e.Number))))),
            new XElement(
                Akn + "references", new XAttribute("source", "#cong"),
                Reference("TLCOrganization", "dang-bo", edition.Addresses.Root, bundle.Session.Committee),
                Reference("TLCOrganization", "co-quan-hop", edition.Addresses.Root, bundle.Session.Body),
                Reference("TLCOrganization", "cong", edition.Addresses.Root, "Hồ sơ hội nghị"),
                Reference("TLCEvent", "hoi-nghi", edition.Addresses.Page(PublicPart.Session, bundle.Slug), bundle.Session.Title),
                edition.Part == PublicPart.Conclusion && conclusion!.Signer is { } signer ? Reference("TLCRole", "nguoi-ket-luan", edition.Address, signer) : null));
    }

    private static XElement Reference(string name, string id, string address, string words) =>
        new(Akn + name, new XAttribute("eId", id), new XAttribute("href", address), new XAttribute("showAs", XmlText.Clean(words)));

    private static XAttribute Value(string value) => new("value", value);

    private static byte[] Bytes(XElement root)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" })) new XDocument(root).Save(writer);
        return stream.ToArray();
    }
}
