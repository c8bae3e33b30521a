using ConferenceRecords.Domain.Sessions;
using Xunit;

namespace ConferenceRecords.Domain.Tests.Sessions;

public sealed class SessionSlugTests
{
    [Theory]
    [InlineData(12, "Hội nghị lần thứ 12", "ban-chap-hanh-khoa-xx-lan-12")]
    [InlineData(null, "Hội nghị bất thường về phòng, chống dịch", "hoi-nghi-bat-thuong-ve-phong-chong-dich")]
    [InlineData(null, "...", "ban-chap-hanh-khoa-xx")]
    public void Make_IsReadable(int? ordinal, string title, string expected) => Assert.Equal(expected, SessionSlug.Make("ban-chap-hanh", "XX", ordinal, title, []));

    [Fact]
    public void Make_WhereTheAddressIsTaken_CountsOn() => Assert.Equal(
        "hoi-nghi-chuyen-de-3", SessionSlug.Make("ban-chap-hanh", "XX", null, "Hội nghị chuyên đề", ["hoi-nghi-chuyen-de", "hoi-nghi-chuyen-de-2"]));

    [Fact]
    public void Make_OfALongTitle_EndsAtAWord()
    {
        var slug = SessionSlug.Make("ban-chap-hanh", "XX", null, string.Join(' ', Enumerable.Repeat("nghị quyết", 90)), []);
        Assert.InRange(slug.Length, 100, 150);
        Assert.Matches("-(nghi|quyet)$", slug);
    }
}
