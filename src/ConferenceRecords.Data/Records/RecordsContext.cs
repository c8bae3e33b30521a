using ConferenceRecords.Data.Accounts;
using ConferenceRecords.Data.Auditing;
using ConferenceRecords.Data.Files;
using ConferenceRecords.Data.Jobs;
using ConferenceRecords.Data.Mails;
using ConferenceRecords.Data.Publishing;
using ConferenceRecords.Data.Searching;
using ConferenceRecords.Domain.Agenda;
using ConferenceRecords.Domain.Committees;
using ConferenceRecords.Domain.Conclusions;
using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.Domain.FollowUp;
using ConferenceRecords.Domain.Indicators;
using ConferenceRecords.Domain.Opinions;
using ConferenceRecords.Domain.People;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Domain.Responses;
using ConferenceRecords.Domain.Sessions;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Records;

/// <summary>The office's world: everything that people enter. Every save writes its audit entries in the same transaction.</summary>
/// <param name="options">Options with the connection of role <c>cr_office</c>.</param>
/// <param name="actor">Who acts.</param>
/// <param name="clock">Clock.</param>
public sealed class RecordsContext(DbContextOptions<RecordsContext> options, Actor actor, TimeProvider clock)
    : IdentityUserContext<PortalUser, Guid>(options), IDataProtectionKeyContext
{
    /// <summary>Committees.</summary>
    public DbSet<Committee> Committees => Set<Committee>();

    /// <summary>Terms.</summary>
    public DbSet<Term> Terms => Set<Term>();

    /// <summary>Bodies.</summary>
    public DbSet<Body> Bodies => Set<Body>();

    /// <summary>Agencies.</summary>
    public DbSet<Agency> Agencies => Set<Agency>();

    /// <summary>Sessions.</summary>
    public DbSet<Session> Sessions => Set<Session>();

    /// <summary>Sittings.</summary>
    public DbSet<Sitting> Sittings => Set<Sitting>();

    /// <summary>What was noted of delegates in sittings.</summary>
    public DbSet<Attendance> Attendances => Set<Attendance>();

    /// <summary>Invitations.</summary>
    public DbSet<Invitation> Invitations => Set<Invitation>();

    /// <summary>Discussion groups.</summary>
    public DbSet<DiscussionGroup> DiscussionGroups => Set<DiscussionGroup>();

    /// <summary>Categories of contents.</summary>
    public DbSet<AgendaCategory> AgendaCategories => Set<AgendaCategory>();

    /// <summary>Stated counts.</summary>
    public DbSet<StatedCount> StatedCounts => Set<StatedCount>();

    /// <summary>Matters.</summary>
    public DbSet<Matter> Matters => Set<Matter>();

    /// <summary>Contents.</summary>
    public DbSet<AgendaItem> AgendaItems => Set<AgendaItem>();

    /// <summary>Papers taken over from postponed contents.</summary>
    public DbSet<CarriedPaper> CarriedPapers => Set<CarriedPaper>();

    /// <summary>Which agenda each delegate saw last.</summary>
    public DbSet<AgendaLook> AgendaLooks => Set<AgendaLook>();

    /// <summary>Frozen agendas.</summary>
    public DbSet<AgendaVersion> AgendaVersions => Set<AgendaVersion>();

    /// <summary>Delegates.</summary>
    public DbSet<Delegate> Delegates => Set<Delegate>();

    /// <summary>Positions and memberships of delegates.</summary>
    public DbSet<Post> Posts => Set<Post>();

    /// <summary>Drafts.</summary>
    public DbSet<Draft> Drafts => Set<Draft>();

    /// <summary>Draft versions.</summary>
    public DbSet<DraftVersion> DraftVersions => Set<DraftVersion>();

    /// <summary>Paragraphs.</summary>
    public DbSet<Paragraph> Paragraphs => Set<Paragraph>();

    /// <summary>Opinions.</summary>
    public DbSet<Opinion> Opinions => Set<Opinion>();

    /// <summary>Earlier words of opinions.</summary>
    public DbSet<OpinionRevision> OpinionRevisions => Set<OpinionRevision>();

    /// <summary>Confirmed places of opinions in later versions.</summary>
    public DbSet<Placement> Placements => Set<Placement>();

    /// <summary>Which delegate opened which version, and where each stopped.</summary>
    public DbSet<Reading> Readings => Set<Reading>();

    /// <summary>Private notes of delegates.</summary>
    public DbSet<DraftNote> DraftNotes => Set<DraftNote>();

    /// <summary>Responses to opinions.</summary>
    public DbSet<Response> Responses => Set<Response>();

    /// <summary>Earlier answers.</summary>
    public DbSet<ResponseRevision> ResponseRevisions => Set<ResponseRevision>();

    /// <summary>Which sessions' opinions are answered.</summary>
    public DbSet<ResponseLedger> ResponseLedgers => Set<ResponseLedger>();

    /// <summary>Why paragraphs changed that no opinion asked to change.</summary>
    public DbSet<ChangeReason> ChangeReasons => Set<ChangeReason>();

    /// <summary>How contributions are counted.</summary>
    public DbSet<CountingRule> CountingRules => Set<CountingRule>();

    /// <summary>Conclusions.</summary>
    public DbSet<Conclusion> Conclusions => Set<Conclusion>();

    /// <summary>Releases of papers.</summary>
    public DbSet<PapersRelease> PapersReleases => Set<PapersRelease>();

    /// <summary>Summaries of opinions.</summary>
    public DbSet<OpinionSummary> OpinionSummaries => Set<OpinionSummary>();

    /// <summary>Tasks that came of conclusions.</summary>
    public DbSet<FollowUpTask> FollowUpTasks => Set<FollowUpTask>();

    /// <summary>Reports to the public on how directives are carried out.</summary>
    public DbSet<FollowUpReport> FollowUpReports => Set<FollowUpReport>();

    /// <summary>Indicators.</summary>
    public DbSet<Indicator> Indicators => Set<Indicator>();

    /// <summary>The outbox.</summary>
    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    /// <summary>The PDFs that are made of editions.</summary>
    public DbSet<EditionPdf> EditionPdfs => Set<EditionPdf>();

    /// <summary>The index of the records for search.</summary>
    public DbSet<SearchEntry> SearchEntries => Set<SearchEntry>();

    /// <summary>Uploaded files.</summary>
    public DbSet<StoredFile> Files => Set<StoredFile>();

    /// <summary>Mails on their way.</summary>
    public DbSet<Mail> Mails => Set<Mail>();

    /// <summary>Lists on their way into the records.</summary>
    public DbSet<ImportJob> ImportJobs => Set<ImportJob>();

    /// <summary>Keys for cookies, shared by every instance.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Adds a named audit entry, to be saved with the changes it belongs to.</summary>
    /// <param name="action">Action, such as <c>draft.read</c>.</param>
    /// <param name="objectType">Type of the record.</param>
    /// <param name="objectId">Key of the record.</param>
    /// <param name="reason">Reason given; never text of a record.</param>
    public void Note(string action, string objectType, Guid objectId, string? reason = null) => Add(new AuditEntry
    {
        At = clock.GetUtcNow(),
        ActorId = actor.UserId,
        Action = action,
        ObjectType = objectType,
        ObjectId = objectId.ToString(),
        Reason = reason,
    });

    /// <summary>Hands out the next number of a series; the number is taken when the transaction commits.</summary>
    /// <param name="scope">What is counted.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <param name="above">A number that was taken outside the series: the next one is larger.</param>
    /// <returns>1, 2, 3 ...</returns>
    public async Task<int> NextNumberAsync(string scope, CancellationToken cancel, int above = 0) =>
        (await Database.SqlQuery<int>(
            $"""
             INSERT INTO jobs.number_series AS s (scope, last) VALUES ({scope}, {above} + 1)
             ON CONFLICT (scope) DO UPDATE SET last = greatest(s.last, {above}) + 1 RETURNING last AS "Value"
             """).ToListAsync(cancel))[0];

    /// <inheritdoc/>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        Accompany();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <inheritdoc/>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        Accompany();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        base.OnModelCreating(builder);
        builder.HasDefaultSchema("records");
        builder.ApplyConfigurationsFromAssembly(typeof(RecordsContext).Assembly, type => type.Namespace == "ConferenceRecords.Data.Records.Configurations");
        ModelConventions.Apply(builder);
    }

    /// <summary>What is saved with every change: its place in the index, and who made it.</summary>
    private void Accompany()
    {
        ChangeTracker.DetectChanges();
        SearchTrail.Enter(this);
        AddRange(AuditTrail.Of(ChangeTracker, actor.UserId, clock.GetUtcNow()));
    }
}
