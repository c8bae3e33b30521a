using ConferenceRecords.Data.Queries;
using ConferenceRecords.Domain.Opinions;
using ConferenceRecords.Domain.Sessions;
using ConferenceRecords.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ConferenceRecords.Data.Tests.Queries;

public sealed class TurnCountsTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Count_OfConference12_IsThatOfItsRows_AndBearsOutMoreThanFifty()
    {
        await using var records = databases.NewRecords();
        var session = await records.Sessions.SingleAsync(s => s.Ordinal == 12, Cancel);
        var figures = await records.AnnouncedFiguresAsync(session.Id, Cancel);
        Assert.Equal((21, 21, 21), (figures.StatedItems, figures.CountedItems, figures.SumOfGroups));
        Assert.Equal((FigureVerdict.Agrees, FigureVerdict.Agrees), (figures.Items, figures.Sum));
        Assert.Equal("trên 50", figures.StatedTurns!.ToString());
        Assert.Equal(await records.Opinions.CountAsync(o => o.SessionId == session.Id, Cancel), figures.Turns.Channels.Values.Sum(t => t.Opinions));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Count_OfAnyOpinions_IsTheNaiveOne(int seed)
    {
        var random = new Random(seed);
        await using var records = databases.NewRecords();
        var model = await records.Sessions.AsNoTracking().SingleAsync(s => s.Ordinal == 12, Cancel);
        var session = new Session(Guid.CreateVersion7(), model.BodyId, model.TermId, $"dem-{seed}-{Guid.NewGuid():N}", new("Hội nghị đếm", null, SessionKind.Thematic));
        var people = await records.Delegates.Select(d => d.Id).Take(4).ToListAsync(Cancel);
        var category = await records.AgendaCategories.Select(c => c.Id).FirstAsync(Cancel);
        var matter = new Domain.Agenda.Matter(Guid.CreateVersion7(), "Việc đếm", DateTimeOffset.UtcNow);
        var items = Enumerable.Range(1, 3).Select(n => new Domain.Agenda.AgendaItem(Guid.CreateVersion7(), session.Id, matter.Id, n, n, new($"Nội dung {n}", category))).ToList();
        string[] names = ["Đặng Lạ", "đặng lạ", "Khách"];
        var opinions = Enumerable.Range(1, random.Next(1, 60)).Select(n => new Opinion(
            Guid.CreateVersion7(), session.Id, random.Next(4) is > 0 and var item ? items[item - 1].Id : null, $"YK-{n}",
            random.Next(3) == 0 ? new(null, names[random.Next(3)]) : new(people[random.Next(people.Count)]),
            new(OpinionKind.Amend, Enum.GetValues<OpinionChannel>()[random.Next(5)], "Lời."), Guid.CreateVersion7(), DateTimeOffset.UtcNow)).ToList();
        foreach (var opinion in opinions.Where(_ => random.Next(5) == 0)) opinion.Withdraw(DateTimeOffset.UtcNow);
        foreach (var (first, second) in opinions.Zip(opinions.Skip(1)).Where(p => p.First.ItemId == p.Second.ItemId && p.First.WithdrawnAt is null && p.Second.WithdrawnAt is null && p.First.MergedIntoId is null)) second.MergeInto(first);
        var rules = Enum.GetValues<OpinionChannel>().Where(_ => random.Next(2) == 0).Select(c => new CountingRule(Guid.CreateVersion7(), session.Id, c, Enum.GetValues<TurnUnit>()[random.Next(4)])).ToList();
        records.Add(session);
        records.Add(matter);
        records.AddRange(items);
        records.AddRange(opinions);
        records.AddRange(rules);
        await records.SaveChangesAsync(Cancel);

        var count = await records.TurnCountAsync(session.Id, Cancel);
        var standing = opinions.Where(o => o.WithdrawnAt is null).ToList();
        static string Person(Opinion o) => o.DelegateId?.ToString() ?? o.SpeakerName!.ToLowerInvariant();
        var total = standing.GroupBy(o => o.Channel).Sum(channel => (rules.Find(r => r.Channel == channel.Key)?.Unit ?? CountingRule.Default(channel.Key)) switch
        {
            TurnUnit.Opinion => channel.Count(),
            TurnUnit.SpeakerOnItem => channel.Select(o => (Person(o), o.ItemId)).Distinct().Count(),
            TurnUnit.Speaker => channel.Select(Person).Distinct().Count(),
            _ => 0,
        });
        Assert.Equal(total, count.Total);
        foreach (var item in standing.GroupBy(o => o.ItemId ?? Guid.Empty))
        {
            Assert.Equal(item.Count(), count.Items.Where(i => i.Key.ItemId == item.Key).Sum(i => i.Value.Opinions));
            Assert.Equal(
                item.GroupBy(o => o.Channel).Sum(c => c.Select(Person).Distinct().Count()), count.Items.Where(i => i.Key.ItemId == item.Key).Sum(i => i.Value.Speakers));
        }
    }
}
