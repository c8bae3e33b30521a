using System.Text;
using ConferenceRecords.Domain.Text;
using CsCheck;
using Xunit;

namespace ConferenceRecords.Domain.Tests.Text;

public sealed class LegacyTextTests
{
    private const string Vowels = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ";

    private static readonly Dictionary<string, string> ToTcvn3 =
        Enumerable.Range(0xA1, 95).Select(code => ((char)code).ToString()).GroupBy(c => LegacyText.ToUnicode(c, LegacyEncoding.Tcvn3)).ToDictionary(g => g.Key, g => g.First());

    private static readonly Dictionary<string, string> ToVni =
        (from letter in "aeiouyôöAEIOUYÔÖđĐñÑæÆóÓòÒîÎíìÍÌ" from mark in new[] { "" }.Concat("ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË".Select(m => m.ToString())) select letter + mark)
        .Where(written => written.Length == 1 || char.IsUpper(written[0]) == char.IsUpper(written[1]))
        .Select(written => (Written: written, Letter: LegacyText.ToUnicode(written, LegacyEncoding.Vni))).Where(pair => pair.Letter.Length == 1)
        .GroupBy(pair => pair.Letter).ToDictionary(g => g.Key, g => g.First().Written);

    [Theory]
    [InlineData("§¶ng bé", "Đảng bộ", LegacyEncoding.Tcvn3)]
    [InlineData("Héi nghÞ lÇn thø 12 Ban ChÊp hµnh §¶ng bé tØnh", "Hội nghị lần thứ 12 Ban Chấp hành Đảng bộ tỉnh", LegacyEncoding.Tcvn3)]
    [InlineData("Dù th¶o NghÞ quyÕt vÒ kÕ ho\u00B9ch ph\u00B8t triÓn kinh tÕ - x· héi n¨m 2022", "Dự thảo Nghị quyết về kế hoạch phát triển kinh tế - xã hội năm 2022", LegacyEncoding.Tcvn3)]
    [InlineData("ch\u00AD¬ng tr×nh ®Çu t\u00AD c«ng", "chương trình đầu tư công", LegacyEncoding.Tcvn3)]
    [InlineData("Ñaûng boä tænh", "Đảng bộ tỉnh", LegacyEncoding.Vni)]
    [InlineData("Hoäi nghò laàn thöù 12 Ban Chaáp haønh Ñaûng boä tænh khoùa XX", "Hội nghị lần thứ 12 Ban Chấp hành Đảng bộ tỉnh khóa XX", LegacyEncoding.Vni)]
    [InlineData("ÑAÛNG BOÄ TÆNH THAÙI NGUYEÂN", "ĐẢNG BỘ TỈNH THÁI NGUYÊN", LegacyEncoding.Vni)]
    public void Detect_LegacyText_IsRecognised_AndConverted(string text, string unicode, LegacyEncoding encoding)
    {
        Assert.Equal(encoding, LegacyText.Detect(text));
        Assert.Equal(unicode, LegacyText.ToUnicode(text, encoding));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Dự thảo Nghị quyết về kế hoạch phát triển kinh tế - xã hội năm 2022")]
    [InlineData("Báo cáo công tác tháng ba")]
    [InlineData("hoá, khoá, xoá, toà, lùi, cùng, mùa, thùng, mũi, cõi, bói, đói, tôi")]
    [InlineData("«Đảng bộ» «Ban» «tin» §1 §a Microsoft® © 2021 3×4 a×b m² 5°C 1·2 · mục ¶")]
    [InlineData("Où êtes-vous allés, haï et naïf, à la fête de Noël en août? L'œuvre « français » à Paris: «été», çà et là, aiguë, maïs, Saül.")]
    [InlineData("L'élève a été reçu à l'École où il pleut; le garçon âgé dîna tôt, sûr de lui, et la tâche fut bâclée là-bas.")]
    [InlineData("Le Viêt Nam, Hô Chi Minh-Ville et l'Île-de-France")]
    [InlineData("Die Größe für schöne Häuser könnte böse hören; mañana, señor, año")]
    [InlineData("ÑAÛ")]
    [InlineData("§a và khoản 2")]
    public void Detect_TextOfToday_IsLeftAlone(string text) => Assert.Equal(LegacyEncoding.None, LegacyText.Detect(text));

    [Fact]
    public void Detect_ProperText_NeverFires()
    {
        var mark = Gen.OneOf<string>(" ", ", ", " «", "» ", " “", "” ", " - ", "; ", " § ", " ©", " × ", "/", " ½ ");
        Gen.Select(Texts.Word, mark).Select((word, end) => word.Normalize() + end).Array[0, 30].Select(string.Concat)
            .Sample(text => Assert.Equal(LegacyEncoding.None, LegacyText.Detect(text)), iter: Texts.Cases);
    }

    [Theory]
    [InlineData(LegacyEncoding.Tcvn3)]
    [InlineData(LegacyEncoding.Vni)]
    public void ToUnicode_EveryLetter_ComesBack(LegacyEncoding encoding)
    {
        var written = encoding == LegacyEncoding.Tcvn3 ? ToTcvn3 : ToVni;

        // TCVN3 has capitals with a tone through its capital fonts alone.
        var letters = encoding == LegacyEncoding.Tcvn3 ? Vowels + "ĂÂÊÔƠƯĐ" : Vowels + Vowels.ToUpperInvariant();
        Gen.OneOf(letters.ToCharArray()).Array[1, 20].Select(chars => string.Concat(chars.Select(c => c + "n"))).Sample(
            text =>
            {
                var old = string.Concat(text.Select(c => written.GetValueOrDefault(c.ToString(), c.ToString())));
                Assert.Equal(text, LegacyText.ToUnicode(old, encoding));
                Assert.True(LegacyText.ToUnicode(old, encoding).IsNormalized(NormalizationForm.FormC));
            },
            iter: Texts.Cases);
        Assert.All(letters.Where(c => c > '~'), c => Assert.True(written.ContainsKey(c.ToString()), c.ToString()));
    }

    [Theory]
    [InlineData("§¶ng bé tØnh Th¸i Nguyªn", "ĐẢNG BỘ TỈNH THÁI NGUYÊN")]
    [InlineData("ban chÊp hµnh", "BAN CHẤP HÀNH")]
    public void ToUnicode_CapitalFont_GivesCapitals(string text, string unicode) => Assert.Equal(unicode, LegacyText.ToUnicode(text, LegacyEncoding.Tcvn3, LegacyText.IsInCapitals(".VnTimeH")));

    [Theory]
    [InlineData(null, LegacyEncoding.None, false)]
    [InlineData("Times New Roman", LegacyEncoding.None, false)]
    [InlineData("Arial H", LegacyEncoding.None, false)]
    [InlineData(".VnTime", LegacyEncoding.Tcvn3, false)]
    [InlineData("\".VnArial NarrowH\"", LegacyEncoding.Tcvn3, true)]
    [InlineData("VNI-Times", LegacyEncoding.Vni, false)]
    public void OfFont_TellsTheEncoding(string? font, LegacyEncoding encoding, bool capitals)
    {
        Assert.Equal(encoding, LegacyText.OfFont(font));
        Assert.Equal(capitals, LegacyText.IsInCapitals(font));
    }

    [Theory]
    [InlineData("ñang", LegacyEncoding.Vni, "đang")]
    [InlineData("Aùo", LegacyEncoding.Vni, "Áo")]
    [InlineData("hoøa, höôùng, nöôùc, uûy", LegacyEncoding.Vni, "hòa, hướng, nước, ủy")]
    [InlineData("Tiếng Việt", LegacyEncoding.None, "Tiếng Việt")]
    public void ToUnicode_OddWritings(string text, LegacyEncoding encoding, string unicode) => Assert.Equal(unicode, LegacyText.ToUnicode(text, encoding));
}
