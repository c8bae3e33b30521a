using System.Xml.Linq;
using ConferenceRecords.Documents.OpenData;
using Xunit;

namespace ConferenceRecords.Documents.Tests.OpenData;

public sealed class AkomaNtosoTests
{
    private static readonly XNamespace Akn = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

    public static TheoryData<PublicPart, int?> Pages => Samples.Pages;

    /// <summary>What the schema allows where: the parents and their children in order, as far as they are written here.</summary>
    private static readonly Dictionary<string, string[]> Children = new()
    {
        ["akomaNtoso"] = ["doc"],
        ["doc"] = ["meta", "preface", "mainBody"],
        ["meta"] = ["identification", "publication", "lifecycle", "references"],
        ["identification"] = ["FRBRWork", "FRBRExpression", "FRBRManifestation"],
        ["FRBRWork"] = ["FRBRthis", "FRBRuri", "FRBRdate", "FRBRauthor", "FRBRcountry", "FRBRsubtype", "FRBRnumber", "FRBRname"],
        ["FRBRExpression"] = ["FRBRthis", "FRBRuri", "FRBRdate", "FRBRauthor", "FRBRversionNumber", "FRBRlanguage"],
        ["FRBRManifestation"] = ["FRBRthis", "FRBRuri", "FRBRdate", "FRBRauthor", "FRBRformat"],
        ["lifecycle"] = ["eventRef"],
        ["references"] = ["TLCOrganization", "TLCEvent", "TLCRole"],
        ["preface"] = ["p"],
        ["mainBody"] = ["p", "hcontainer"],
        ["hcontainer"] = ["heading", "paragraph"],
        ["paragraph"] = ["num", "content"],
        ["content"] = ["p"],
        ["p"] = ["docTitle"],
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public void Write_ForEachPage_HasTheStructureOfTheStandard(PublicPart part, int? paper)
    {
        var root = Read(AkomaNtoso.Write(Samples.Page(part, paper)));
        Assert.Equal(Akn + "akomaNtoso", root.Name);
        foreach (var element in root.DescendantsAndSelf())
        {
            var allowed = Children.GetValueOrDefault(element.Name.LocalName, []);
            var places = element.Elements().Select(child => Array.IndexOf(allowed, child.Name.LocalName)).ToList();
            Assert.True(places.TrueForAll(place => place >= 0) && places.SequenceEqual(places.Order()), $"{element.Name.LocalName}: {string.Join(' ', element.Elements().Select(e => e.Name.LocalName))}");
        }
        foreach (var level in root.Descendants(Akn + "identification").Elements()) Assert.Equal(Children[level.Name.LocalName][..4], level.Elements().Take(4).Select(e => e.Name.LocalName));
        Assert.All(root.Descendants().Attributes("href").Where(h => h.Value.StartsWith('#')), h => Assert.Single(root.Descendants(), e => (string?)e.Attribute("eId") == h.Value[1..]));
        Assert.All(root.Descendants(Akn + "paragraph"), p => Assert.NotNull(p.Attribute("eId")));
        var ids = root.Descendants().Attributes("eId").Select(a => a.Value).ToList();
        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public void Write_OfAConclusion_NamesWorkEditionAndParagraphsByTheirAddresses()
    {
        var root = Read(AkomaNtoso.Write(Samples.Page(PublicPart.Conclusion)));
        var work = root.Descendants(Akn + "FRBRWork").Single();
        Assert.Equal($"https://hoso.example.vn/ket-luan/{Samples.Slug}", (string?)work.Element(Akn + "FRBRthis")!.Attribute("value"));
        Assert.Equal(("2021-12-04", "ban-hanh"), ((string?)work.Element(Akn + "FRBRdate")!.Attribute("date"), (string?)work.Element(Akn + "FRBRdate")!.Attribute("name")));
        Assert.Equal("07-KL/TU", (string?)work.Element(Akn + "FRBRnumber")!.Attribute("value"));
        Assert.EndsWith("/ban/2", (string?)root.Descendants(Akn + "FRBRExpression").Single().Element(Akn + "FRBRthis")!.Attribute("value"), StringComparison.Ordinal);
        Assert.Equal(["generation", "amendment"], root.Descendants(Akn + "eventRef").Select(e => (string?)e.Attribute("type")));
        Assert.Equal(["doan-1", "doan-2", "chi-dao-1", "chi-dao-2"], root.Descendants(Akn + "paragraph").Select(p => (string?)p.Attribute("eId")));
        Assert.Equal("Kết luận minh họa </script><b>", root.Descendants(Akn + "docTitle").Single().Value);
    }

    private static XElement Read(byte[] bytes) => XDocument.Load(new MemoryStream(bytes)).Root!;
}
