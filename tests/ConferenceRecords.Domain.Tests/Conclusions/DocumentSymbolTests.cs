using ConferenceRecords.Domain.Conclusions;
using Xunit;

namespace ConferenceRecords.Domain.Tests.Conclusions;

public sealed class DocumentSymbolTests
{
    [Theory]
    [InlineData("07-KL/TU", "07-KL/TU")]
    [InlineData(" Số 7 - kl / tu ", "07-KL/TU")]
    [InlineData("Số: 123-TB/TU", "123-TB/TU")]
    [InlineData("01-QĐi/VPTW", "01-QĐi/VPTW")]
    public void Parse_AsPeopleWriteIt_GivesTheUsualForm(string text, string symbol) => Assert.Equal(symbol, DocumentSymbol.Parse(text)?.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("07/KL-TU")]
    [InlineData("07-XX/TU")]
    [InlineData("00-KL/TU")]
    [InlineData("156/QĐ-UBND")]
    [InlineData("07-KL/")]
    public void Parse_OfAnotherForm_IsNone(string text) => Assert.Null(DocumentSymbol.Parse(text));
}
