using System.Globalization;
using System.Net;
using ConferenceRecords.TestSupport;
using ConferenceRecords.TestSupport.Access;
using Npgsql;
using Xunit;

namespace ConferenceRecords.Web.Tests.Access;

/// <summary>Who gets what at which address. A new address without a line in <c>matrix.txt</c> fails.</summary>
public sealed class AccessMatrixTests(Portal portal) : IClassFixture<Portal>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void EveryAddress_HasOneLine() => Assert.Equal(AccessMatrix.Endpoints(portal), AccessMatrix.Lines.Select(line => line.Pattern).Order(StringComparer.Ordinal));

    [Fact]
    public void EveryLine_HasAnAnswerForEveryPerson() => Assert.All(AccessMatrix.Lines, line => Assert.Equal(AccessMatrix.Persons.Count, line.Answers.Length));

    [Fact]
    public async Task EveryPerson_GetsWhatTheMatrixSays()
    {
        var values = await AccessMatrix.ValuesAsync(portal.Databases, Cancel);
        var differences = new List<string>();
        foreach (var (index, person) in AccessMatrix.Persons.Index())
        {
            using var visitor = await AsAsync(person);
            foreach (var (pattern, answers) in AccessMatrix.Lines)
            {
                var answer = await visitor.GetAsync(AccessMatrix.Fill(pattern, values));
                var got = answer.Path.StartsWith("/dang-nhap?", StringComparison.Ordinal) ? "in" : ((int)answer.Status).ToString(CultureInfo.InvariantCulture);
                if (got != answers[index]) differences.Add($"{pattern} as {person}: {got}, not {answers[index]}");
            }
        }
        Assert.Empty(differences);
    }

    [Fact]
    public async Task EveryPost_WithoutAToken_IsRefused_AndChangesNothing()
    {
        var values = await AccessMatrix.ValuesAsync(portal.Databases, Cancel);
        var visitors = new List<(string Person, Visitor Visitor)>();
        foreach (var person in AccessMatrix.Persons) visitors.Add((person, await AsAsync(person)));
        var before = await AuditEntriesAsync();
        foreach (var (person, visitor) in visitors)
        {
            foreach (var (pattern, _) in AccessMatrix.Lines.Where(line => !line.Pattern.StartsWith("/loi/", StringComparison.Ordinal)))
            {
                var answer = await visitor.PostAsync(AccessMatrix.Fill(pattern, values), tokenFrom: null);
                Assert.True(
                    answer.Status is HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed
                        || answer.Path.StartsWith("/dang-nhap?", StringComparison.Ordinal),
                    $"POST {pattern} as {person}: {(int)answer.Status}");
            }
            visitor.Dispose();
        }
        Assert.Equal(before, await AuditEntriesAsync());
    }

    private async Task<Visitor> AsAsync(string person) => person == "nobody" ? portal.Visit() : await portal.SignInAsync(person);

    private async Task<long> AuditEntriesAsync()
    {
        await using var connection = new NpgsqlConnection(portal.Databases.For("cr_auditor"));
        await connection.OpenAsync(Cancel);
        await using var command = new NpgsqlCommand("SELECT count(*) FROM audit.entries", connection);
        return (long)(await command.ExecuteScalarAsync(Cancel))!;
    }
}
