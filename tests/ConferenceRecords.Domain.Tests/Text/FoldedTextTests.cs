using ConferenceRecords.Domain.Text;
using Xunit;

namespace ConferenceRecords.Domain.Tests.Text;

public sealed class FoldedTextTests
{
    [Theory]
    [InlineData("uy ban nhan dan", "ban nhan", 3)]
    [InlineData("dat 6,56% nam nay", "%", 8)]
    [InlineData("chinh quyen", "chi", -1)]
    [InlineData("nam 2022", "22", -1)]
    [InlineData("so", "", -1)]
    public void IndexOfWord_FindsWholeWords(string key, string word, int expected) => Assert.Equal(expected, FoldedText.IndexOfWord(key, word));
}
