using ConferenceRecords.Domain.Text;
using CsCheck;
using Xunit;

namespace ConferenceRecords.Domain.Tests.Text;

public sealed class OrderTests
{
    private static readonly Gen<string> Name = Texts.Word.Array[1, 4].Select(words => string.Join(' ', words));

    [Fact]
    public void VietnameseOrder_FollowsTheAlphabet()
    {
        string[] expected = ["an", "ánh", "ăn", "ân", "ba", "da", "dy", "đa", "e", "ê", "o", "ô", "ơ", "u", "ư", "y"];
        Assert.Equal(expected, expected.Reverse().Order(VietnameseOrder.Comparer));
    }

    [Fact]
    public void VietnameseOrder_PutsTheTonesInOrder()
    {
        string[] expected = ["ma", "mà", "mả", "mã", "má", "mạ"];
        Assert.Equal(expected, expected.Reverse().Order(VietnameseOrder.Comparer));
    }

    [Fact]
    public void PersonName_SortsByGivenName()
    {
        string[] expected =
        [
            "Vũ An", "Trần Văn Ăn", "Lê Ân", "Phạm Thị Bình", "Đỗ Mạnh Dũng", "Bùi Đức", "Nguyễn Thị Kim Oanh", "Hà Ôn", "Cao Ơn",
        ];
        Assert.Equal(expected, expected.Reverse().Order(PersonName.Order));
        Assert.Equal(expected, expected.Reverse().OrderBy(PersonName.SortKey, StringComparer.Ordinal));
    }

    [Fact]
    public void PersonName_WithEqualGivenNames_ComparesTheRest()
    {
        string[] expected = ["An", "Bùi Văn An", "Nguyễn An", "Nguyễn Văn An", "Đinh Ánh"];
        string[] shuffled = ["Nguyễn Văn An", "Đinh Ánh", "An", "Nguyễn An", "Bùi Văn An"];
        Assert.Equal(expected, shuffled.Order(PersonName.Order));
        // The given name decides wholly: every An comes before every Án, whatever stands before it.
        Assert.True(PersonName.Compare("Vũ An", "Bùi Án") < 0);
        Assert.True(string.CompareOrdinal(PersonName.SortKey("Vũ An"), PersonName.SortKey("Bùi Án")) < 0);
    }

    [Fact]
    public void PersonName_IgnoresBlanksAndForm()
    {
        Assert.Equal(0, PersonName.Compare("Nguye\u0302\u0303n  Văn\u00A0An ", "Nguyễn Văn An"));
        Assert.Equal(PersonName.SortKey("Nguye\u0302\u0303n  Văn\u00A0An "), PersonName.SortKey("Nguyễn Văn An"));
        Assert.True(PersonName.Compare(null, "") < 0);
    }

    [Fact]
    public void VietnameseOrder_IsATotalOrder() =>
        Gen.Select(Texts.Sentence, Texts.Sentence, Texts.Sentence).Sample((a, b, c) => AssertTotal(VietnameseOrder.Comparer, a, b, c, a == b), iter: Texts.Cases);

    [Fact]
    public void VietnameseOrder_OfAnything_IsATotalOrder() =>
        Gen.Select(Texts.Anything, Texts.Anything, Texts.Anything).Sample((a, b, c) => AssertTotal(VietnameseOrder.Comparer, a, b, c, a == b), iter: Texts.Cases);

    [Fact]
    public void PersonNameOrder_IsATotalOrder() => Gen.Select(Name, Name, Name).Sample((a, b, c) =>
        AssertTotal(PersonName.Order, a, b, c, VietnameseText.CleanLine(a) == VietnameseText.CleanLine(b)), iter: Texts.Cases);

    [Fact]
    public void SortKey_SortsAsTheComparerDoes() => Gen.Select(Name, Name).Sample((a, b) =>
    {
        var byKey = Math.Sign(string.CompareOrdinal(PersonName.SortKey(a), PersonName.SortKey(b)));
        Assert.True(byKey == Math.Sign(PersonName.Compare(a, b)) || byKey == 0);
        Assert.Matches("^[0-9a-f]+$", PersonName.SortKey(a));
        // Equal keys happen only where the collation sees no difference.
        Assert.True(byKey != 0 || VietnameseOrder.Collate(VietnameseText.CleanLine(a), VietnameseText.CleanLine(b)) == 0);
    }, iter: Texts.Cases);

    private static void AssertTotal(IComparer<string?> order, string a, string b, string c, bool same)
    {
        Assert.Equal(Math.Sign(order.Compare(a, b)), -Math.Sign(order.Compare(b, a)));
        Assert.Equal(same, order.Compare(a, b) == 0);
        Assert.Equal(0, order.Compare(a, a));
        string[] sorted = [a, b, c];
        Array.Sort(sorted, order);
        Assert.True(order.Compare(sorted[0], sorted[1]) <= 0);
        Assert.True(order.Compare(sorted[1], sorted[2]) <= 0);
        Assert.True(order.Compare(sorted[0], sorted[2]) <= 0);
    }
}
