using System.Security.Cryptography;
using ConferenceRecords.Data.Accounts;
using ConferenceRecords.Data.Publishing;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Agenda;
using ConferenceRecords.Domain.Committees;
using ConferenceRecords.Domain.Conclusions;
using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.Domain.Indicators;
using ConferenceRecords.Domain.Opinions;
using ConferenceRecords.Domain.Sessions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Seeding;

/// <summary>What a run of the seed did.</summary>
public enum SeedResult
{
    /// <summary>Everything was there.</summary>
    AlreadyThere,

    /// <summary>It was entered.</summary>
    Entered,
}

/// <summary>
/// Enters the files of <c>seeds/</c> through the same domain methods that pages use, each part in one transaction: all or nothing, safe to run again.
/// </summary>
/// <param name="records">The office's context.</param>
/// <param name="clock">Clock.</param>
public sealed class Seed(RecordsContext records, TimeProvider clock)
{
    /// <summary>Password of every demonstration account; these sign in in Development only.</summary>
    public const string DemonstrationPassword = "minh-hoa-hoi-nghi-12";

    /// <summary>Enters committee, term, bodies, agencies and categories: what an office needs before its first session.</summary>
    /// <param name="folder">Folder of the files.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>What was done.</returns>
    public async Task<SeedResult> ReferenceAsync(string folder, CancellationToken cancel)
    {
        var files = await SeedFiles.ReadAsync(folder, cancel);
        var committee = files.Committee;
        var id = SeedKey.Id("committee", committee.Committee.Key);
        if (await records.Committees.AnyAsync(c => c.Id == id, cancel)) return SeedResult.AlreadyThere;
        records.Add(new Committee(id, committee.Committee.Name, committee.Committee.Province, committee.Committee.ValidFrom, committee.Committee.ValidTo, committee.Committee.IssuerName, committee.Committee.IssuerCode));
        records.Add(new Term(SeedKey.Id("term", committee.Term.Key), id, committee.Term.Roman, committee.Term.StartYear, committee.Term.EndYear));
        records.AddRange(committee.Bodies.Select(b => new Body(SeedKey.Id("body", b.Key), id, b.Name, b.Slug)));
        records.AddRange(committee.Agencies.Select(a => new Agency(SeedKey.Id("agency", a.Key), a.Name, a.ShortName, a.IsClass, a.Class is { } of ? SeedKey.Id("agency", of) : null)));
        records.AddRange(files.Session.Categories.Select(c => new AgendaCategory(SeedKey.Id("category", c.Key), c.Name, c.ShortName, c.Order)));
        await records.SaveChangesAsync(cancel);
        return SeedResult.Entered;
    }

    /// <summary>Enters Conference 12 with its illustrative parts and the demonstration people, and publishes its conclusion.</summary>
    /// <param name="folder">Folder of the files.</param>
    /// <param name="split">Splits the lines of a draft into paragraphs with their kinds and markers.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>What was done.</returns>
    public async Task<SeedResult> DemonstrationAsync(string folder, Func<string, IEnumerable<NewParagraph>> split, CancellationToken cancel)
    {
        await ReferenceAsync(folder, cancel);
        var files = await SeedFiles.ReadAsync(folder, cancel);
        var sessionId = SeedKey.Id("session", files.Session.Session.Key);
        if (await records.Sessions.AnyAsync(s => s.Id == sessionId, cancel)) return SeedResult.AlreadyThere;

        await using var transaction = await records.Database.BeginTransactionAsync(cancel);
        AddPeople(files.People, files.Session.Session, sessionId);
        AddSession(files.Session, files.Drafts, sessionId);
        AddIndicators(files.Indicators, sessionId);
        var drafts = AddDrafts(files.Drafts, split);
        await records.SaveChangesAsync(cancel);
        await AddOpinionsAsync(files, sessionId, drafts, cancel);
        await new ResponseSeed(records, files.Responses, drafts, clock.GetUtcNow()).AddAsync(cancel);
        await PublishAsync(files.Conclusion, sessionId, cancel);
        await new TaskSeed(records, files.Tasks, files.Conclusion, sessionId, clock.GetUtcNow()).AddAsync(cancel);
        await transaction.CommitAsync(cancel);
        return SeedResult.Entered;
    }

    private static Guid Account(string userName) => SeedKey.Id("account", "account-" + userName);

    private void AddPeople(PeopleFile people, SeedSession session, Guid sessionId)
    {
        var hasher = new PasswordHasher<PortalUser>();
        var delegates = people.Delegates.ToDictionary(
            d => d.Key, d => new Delegate(SeedKey.Id("delegate", d.Key), d.FullName, d.Position, d.Unit, d.BodyMember, isDemonstration: true));
        foreach (var member in people.Delegates.Where(d => d.BodyMember))
        {
            delegates[member.Key].Hold(
                SeedKey.Id("post", member.Key), new(member.Position, member.Unit, SeedKey.Id("body", session.Body), SeedKey.Id("term", session.Term)));
        }
        foreach (var account in people.Accounts)
        {
            var user = new PortalUser
            {
                Id = SeedKey.Id("account", account.Key),
                UserName = account.UserName,
                NormalizedUserName = account.UserName.ToUpperInvariant(),
                DisplayName = account.DisplayName,
                Roles = [.. account.Roles],
                AgencyId = account.Agency is { } agency ? SeedKey.Id("agency", agency) : null,
                IsDemonstration = true,
                LockoutEnabled = true,
                SecurityStamp = Convert.ToHexString(RandomNumberGenerator.GetBytes(20)),
            };
            user.PasswordHash = hasher.HashPassword(user, DemonstrationPassword);
            records.Add(user);
            if (account.Delegate is { } key) delegates[key].Tie(user.Id);
        }
        records.AddRange(delegates.Values);
        records.AddRange(people.Invitations.Select(i => new Invitation(SeedKey.Id("invitation", i.Key), sessionId, SeedKey.Id("delegate", i.Delegate), clock.GetUtcNow())));
    }

    private void AddSession(SessionFile file, DraftsFile drafts, Guid sessionId)
    {
        var session = file.Session;
        records.Add(new Session(
            sessionId, SeedKey.Id("body", session.Body), SeedKey.Id("term", session.Term), session.Slug,
            new(session.Title, session.Ordinal, session.Kind, session.HeldNote, session.ChairTitle, file.StatedCounts.Total, file.StatedOpinions.Value, file.StatedOpinions.Qualifier)));
        records.AddRange(file.StatedCounts.PerCategory.Select(c =>
            new StatedCount(SeedKey.Id("stated-count", c.Category), sessionId, SeedKey.Id("category", c.Category), c.Stated)));
        var items = file.AgendaItems.Select(i => new AgendaItem(
            SeedKey.Id("item", i.Key), sessionId, SeedKey.Id("matter", i.Key), i.Code, i.Code,
            new(i.Title, SeedKey.Id("category", i.Category), i.LeadAgency is { } agency ? SeedKey.Id("agency", agency) : null, SourceNote: i.Note), i.Illustrative)).ToList();
        records.AddRange(file.AgendaItems.Select(i => new Matter(SeedKey.Id("matter", i.Key), i.MatterTitle, clock.GetUtcNow())));
        records.AddRange(items);
        records.Add(new AgendaVersion(
            SeedKey.Id("agenda", session.Key), sessionId, 1, items, Account("nguoi-duyet"), clock.GetUtcNow(),
            drafts.Drafts.Select(d => new AgendaPaper(SeedKey.Id("item", d.Item), SeedKey.Id("draft", d.Key), d.Title, d.Versions.Length))));
    }

    private void AddIndicators(IndicatorsFile file, Guid sessionId) => records.AddRange(file.Indicators.Select(i =>
        new Indicator(SeedKey.Id("indicator", i.Key), sessionId, i.Order, new(i.Name, i.Value, i.Unit, i.Period, i.Qualifier, i.Direction, i.Base))));

    private Dictionary<string, Draft> AddDrafts(DraftsFile file, Func<string, IEnumerable<NewParagraph>> split)
    {
        var drafts = new Dictionary<string, Draft>();
        foreach (var entry in file.Drafts)
        {
            var draft = new Draft(SeedKey.Id("draft", entry.Key), SeedKey.Id("item", entry.Item), entry.Title, entry.Illustrative);
            foreach (var version in entry.Versions)
            {
                draft.AddVersion(
                    SeedKey.Id("draft-version", $"{entry.Key}/{version.Number}"), split(string.Join('\n', version.Paragraphs)), version.Note, Account("thu-ky"), clock.GetUtcNow());
            }
            draft.Send(clock.GetUtcNow(), opinionsUntil: null);
            drafts[entry.Key] = draft;
        }
        records.AddRange(drafts.Values);
        return drafts;
    }

    private async Task AddOpinionsAsync(SeedFiles files, Guid sessionId, Dictionary<string, Draft> drafts, CancellationToken cancel)
    {
        var items = files.Session.AgendaItems.ToDictionary(i => i.Code, i => SeedKey.Id("item", i.Key));
        var term = files.Committee.Term.Roman;
        foreach (var opinion in files.Opinions.Opinions.OrderBy(o => o.Item ?? 0).ThenBy(o => o.Sequence))
        {
            var version = opinion.Paragraph is { } place ? drafts[place.Draft].Versions[place.Version - 1] : null;
            var number = OpinionNumber.Write(
                files.Session.Session.Ordinal, term, opinion.Item, await records.NextNumberAsync(OpinionNumber.Series(sessionId, opinion.Item), cancel));
            records.Add(new Opinion(
                SeedKey.Id("opinion", opinion.Key), sessionId, opinion.Item is { } code ? items[code] : null, number,
                new(SeedKey.Id("delegate", opinion.Delegate)), new(opinion.Kind, opinion.Channel, opinion.Text), Account("thu-ky"), clock.GetUtcNow(),
                version?.Id, version?.Paragraphs[opinion.Paragraph!.Number - 1].Id, opinion.Illustrative));
        }
        await records.SaveChangesAsync(cancel);
    }

    private async Task PublishAsync(ConclusionFile file, Guid sessionId, CancellationToken cancel)
    {
        var (author, approver) = (Account("thu-ky"), Account("nguoi-duyet"));
        var conclusion = new Conclusion(
            SeedKey.Id("conclusion", file.Key), sessionId, new(file.Title, string.Join('\n', file.Paragraphs), file.Symbol, file.IssuedOn, file.SignerTitle, file.WordingNote), author);
        foreach (var directive in file.Directives.OrderBy(d => d.Number))
            conclusion.AddDirective(SeedKey.Id("directive", directive.Key), new(directive.Addressee, directive.Text, directive.Period, directive.Paragraph), author);
        conclusion.Submit(author);
        records.Add(conclusion);
        await records.SaveChangesAsync(cancel);
        await records.ApproveAsync(conclusion, approver, clock.GetUtcNow(), cancel);
        await records.SaveChangesAsync(cancel);
    }
}
