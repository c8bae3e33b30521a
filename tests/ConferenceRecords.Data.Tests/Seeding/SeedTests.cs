using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Seeding;
using ConferenceRecords.Documents.Drafts;
using ConferenceRecords.TestSupport;
using Microsoft.EntityFrameworkCore;
using NJsonSchema;
using Xunit;

namespace ConferenceRecords.Data.Tests.Seeding;

/// <summary>Conference 12 as the seed files give it: what the source states is a fact, all else is marked.</summary>
public sealed class SeedTests(PostgresFixture postgres, TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Files => [.. Directory.GetFiles(Checkout.Seeds, "*.json").Select(f => Path.GetFileNameWithoutExtension(f))];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task File_KeepsToItsSchema(string name)
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(Checkout.Seeds, "schema", name + ".schema.json"), Cancel);
        Assert.Empty(schema.Validate(await File.ReadAllTextAsync(Path.Combine(Checkout.Seeds, name + ".json"), Cancel)));
    }

    [Fact]
    public async Task Contents_Are21_In14And5And2_ThreeOfThemNamedByTheSource()
    {
        await using var records = databases.NewRecords();
        var counts = await (from i in records.AgendaItems join c in records.AgendaCategories on i.CategoryId equals c.Id group i by c.Position into g orderby g.Key select g.Count())
            .ToListAsync(Cancel);
        Assert.Equal([14, 5, 2], counts);
        Assert.Equal(3, await records.AgendaItems.CountAsync(i => !i.IsIllustrative, Cancel));
        Assert.Equal([14, 5, null], await (from s in records.StatedCounts join c in records.AgendaCategories on s.CategoryId equals c.Id orderby c.Position select s.Value).ToListAsync(Cancel));
    }

    [Fact]
    public async Task Opinions_Are53_AllMarkedIllustrative_WithTheirOwnNumbers()
    {
        await using var records = databases.NewRecords();
        var numbers = await records.Opinions.Where(o => o.IsIllustrative).Select(o => o.Number).ToListAsync(Cancel);
        Assert.Equal(53, numbers.Distinct().Count());
        Assert.Equal(53, await records.Opinions.CountAsync(Cancel));
        Assert.All(numbers, n => Assert.Matches(@"^YK-12/XX-\d\d-\d\d\d$", n));
    }

    [Fact]
    public async Task Responses_Give47OfThe53OpinionsTheirEnd_AllMarkedIllustrative()
    {
        await using var records = databases.NewRecords();
        Assert.False(await records.Responses.AnyAsync(r => !r.IsIllustrative, Cancel));
        var counts = (await records.ItemResponsesAsync(await records.Sessions.Select(s => s.Id).SingleAsync(Cancel), Cancel)).Total();
        Assert.Equal((53, 47, 1, 1, 3, 2), (counts.Opinions, counts.Done, counts.Duplicates, counts.WaitingOffice, counts.Assigned, counts.Unassigned));
        Assert.All((int[])[counts.Accepted, counts.Partly, counts.Kept, counts.HandedOver], n => Assert.True(n > 0));
    }

    [Fact]
    public async Task Responses_NameParagraphsThatAreThere_AndOneThatDidNotChange()
    {
        await using var records = databases.NewRecords();
        var named = await (
            from r in records.Responses
            join p in records.Paragraphs on r.ChangedParagraphId equals p.Id
            join v in records.DraftVersions on p.VersionId equals v.Id
            from before in records.Paragraphs.Where(b => b.Number == p.Number && records.DraftVersions.Any(o => o.Id == b.VersionId && o.DraftId == v.DraftId && o.Ordinal == v.Ordinal - 1))
            select new { p.Number, IsSame = before.Text == p.Text }).ToListAsync(Cancel);
        Assert.True(named.Count > 5);
        Assert.Equal(5, Assert.Single(named, n => n.IsSame).Number);
    }

    [Fact]
    public async Task Tasks_AreAllMarkedIllustrative_AndNoneIsPublic()
    {
        await using var records = databases.NewRecords();
        Assert.True(await records.FollowUpTasks.AnyAsync(Cancel));
        Assert.False(await records.FollowUpTasks.AnyAsync(t => !t.IsIllustrative || t.IsPublic, Cancel));
    }

    [Fact]
    public async Task People_AreAllFictional_AndMarked()
    {
        await using var records = databases.NewRecords();
        Assert.False(await records.Delegates.AnyAsync(d => !d.IsDemonstration, Cancel));
        Assert.False(await records.Users.AnyAsync(u => !u.IsDemonstration, Cancel));
        Assert.All(await records.Delegates.Select(d => d.FullName).ToListAsync(Cancel), name => Assert.Matches("Minh Họa|Mẫu", name));
    }

    [Fact]
    public async Task Conclusion_Has14Directives_AndNoInventedDateOrName()
    {
        await using var records = databases.NewRecords();
        var conclusion = await records.Conclusions.Include(c => c.Directives).SingleAsync(Cancel);
        Assert.Equal(14, conclusion.Directives.Count);
        Assert.Equal((null, null, "Bí thư Tỉnh ủy"), (conclusion.IssuedOn, conclusion.Symbol, conclusion.Signer));
        Assert.Equal([6.56m, 95.1m, 7.7m, 18m, 7.4m], await records.Indicators.OrderBy(i => i.Position).Select(i => i.Value).ToListAsync(Cancel));
        Assert.Equal(["gần", "vượt gần"], await records.Indicators.Where(i => i.Qualifier != null).OrderBy(i => i.Position).Select(i => i.Qualifier!).ToListAsync(Cancel));
    }

    [Fact]
    public async Task Seed_RunAgain_ChangesNothing()
    {
        await using var own = await postgres.NewAsync();
        await using var records = own.NewRecords();
        Assert.Equal(SeedResult.AlreadyThere, await new Seed(records, TimeProvider.System).DemonstrationAsync(Checkout.Seeds, PastedDraft.Split, Cancel));
        Assert.Equal(53, await records.Opinions.CountAsync(Cancel));
        Assert.Equal(1, await records.Outbox.CountAsync(Cancel));
    }

    [Fact]
    public async Task Reference_Alone_BringsNoPeopleAndNoSession()
    {
        await using var own = await postgres.NewAsync(Contents.Nothing);
        await using var records = own.NewRecords();
        Assert.Equal(SeedResult.Entered, await new Seed(records, TimeProvider.System).ReferenceAsync(Checkout.Seeds, Cancel));
        Assert.Equal((1, 3), (await records.Committees.CountAsync(Cancel), await records.AgendaCategories.CountAsync(Cancel)));
        Assert.False(await records.Users.AnyAsync(Cancel) || await records.Sessions.AnyAsync(Cancel) || await records.Delegates.AnyAsync(Cancel));
    }
}
