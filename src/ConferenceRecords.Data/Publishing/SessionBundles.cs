using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Conclusions;
using ConferenceRecords.Domain.Publishing;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Publishing;

/// <summary>Builds the bundle of a session from its records: the one place where something unpublished is chosen to become public.</summary>
public static class SessionBundles
{
    /// <summary>Builds the bundle of a session as it stands; the preview and the approval use the same bytes.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="conclusion">The conclusion with its directives.</param>
    /// <param name="edition">Number the edition would have.</param>
    /// <param name="publishedAt">When it becomes public.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The bundle.</returns>
    public static async Task<SessionBundle> BuildAsync(
        this RecordsContext records, Conclusion conclusion, int edition, DateTimeOffset publishedAt, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(conclusion);
        var id = conclusion.SessionId;
        var (slug, session) = await records.PublicSessionAsync(id, cancel);
        var issuer = await (from s in records.Sessions join b in records.Bodies on s.BodyId equals b.Id join c in records.Committees on b.CommitteeId equals c.Id where s.Id == id select c).AsNoTracking().SingleOrDefaultAsync(cancel);
        var agenda = await (
            from i in records.AgendaItems.AsNoTracking()
            join a in records.Agencies on i.LeadAgencyId equals a.Id into agencies
            from a in agencies.DefaultIfEmpty()
            where i.SessionId == id && i.DiscardedAt == null
            orderby i.Position, i.Code
            select new { i.CategoryId, i.IsIncludedInPublication, i.WithdrawnAt, Item = new PublicItem(i.Position, i.Title, a == null ? null : a.Name, i.IsIllustrative, i.SourceNote) })
            .ToListAsync(cancel);
        var complete = agenda.TrueForAll(i => i.IsIncludedInPublication);
        var stated = await records.StatedCounts.AsNoTracking().Where(c => c.SessionId == id).ToDictionaryAsync(c => c.CategoryId, c => c.Value, cancel);
        var categories = await records.AgendaCategories.AsNoTracking().OrderBy(c => c.Position).ToListAsync(cancel);
        var agencyNames = await records.Agencies.AsNoTracking().ToDictionaryAsync(a => a.Id, a => a.Name, cancel);
        var indicators = await records.Indicators.AsNoTracking().Where(i => i.SessionId == id && i.RemovedAt == null).OrderBy(i => i.Position).ThenBy(i => i.Id)
            .Select(i => new PublicIndicator(i.Name, i.Value, i.Unit, i.Period, i.Qualifier, i.Direction, i.Base)).ToListAsync(cancel);

        // With a content left out, numbers shown would have a gap and stated counts a remainder: both would tell of it.
        var listed = agenda.Where(i => i is { IsIncludedInPublication: true, WithdrawnAt: null })
            .Select((i, index) => (i.CategoryId, Item: complete ? i.Item : i.Item with { Number = index + 1 })).ToList();
        return new(
            id, slug, edition, publishedAt, session,
            [
                .. categories
                    .Select(c => new PublicCategory(
                        c.Name, c.ShortName, complete ? stated.GetValueOrDefault(c.Id) : null, [.. listed.Where(i => i.CategoryId == c.Id).Select(i => i.Item)]))
                    .Where(c => c.Items.Count > 0),
            ],
            new(conclusion.Title, conclusion.Symbol, conclusion.IssuedOn, conclusion.Signer, Paragraphs(conclusion.Body),
                [
                    .. conclusion.Directives.Where(d => d.RemovedAt is null).OrderBy(d => d.Number)
                        .Select((d, index) => new PublicDirective(
                            index + 1, d.Addressee, d.Text, d.DeadlineNote, d.ParagraphNumber, d.SentenceNumber, d.DueOn,
                            d.LeadAgencyId is { } lead ? agencyNames.GetValueOrDefault(lead) : null,
                            d.CooperatingAgencyIds.Count == 0 ? null : [.. d.CooperatingAgencyIds.Select(a => agencyNames.GetValueOrDefault(a)).OfType<string>()])),
                ],
                conclusion.SourceNote, conclusion.SignerName, conclusion.SignedFor, conclusion.Place,
                conclusion.Recipients is { } recipients ? Paragraphs(recipients) : null, issuer?.IssuerName, issuer?.IssuerCode),
            indicators);
    }

    /// <summary>The facts of a session that every edition of it shows.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="id">The session.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>Its permanent address part and its facts.</returns>
    public static async Task<(string Slug, PublicSession Session)> PublicSessionAsync(this RecordsContext records, Guid id, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        var (session, body, committee, term) = await (
            from s in records.Sessions.AsNoTracking()
            join b in records.Bodies on s.BodyId equals b.Id
            join c in records.Committees on b.CommitteeId equals c.Id
            join t in records.Terms on s.TermId equals t.Id
            where s.Id == id
            select new ValueTuple<Domain.Sessions.Session, string, string, Domain.Committees.Term>(s, b.Name, c.Name, t)).SingleAsync(cancel);
        var sittings = await records.Sittings.AsNoTracking().Where(s => s.SessionId == id && s.RemovedAt == null)
            .OrderBy(s => s.Date).ThenBy(s => s.Part == Domain.Sessions.DayPart.Afternoon)
            .Select(s => new PublicSitting(s.Date, s.Part, s.Place)).ToListAsync(cancel);

        // A content that was left out stays so when it is withdrawn: the counts of the documents still hold it.
        var complete = await records.AgendaItems.AllAsync(i => i.SessionId != id || i.DiscardedAt != null || i.IsIncludedInPublication, cancel);
        return (
            session.Slug,
            new(session.Title, committee, body, term.Label, term.StartYear, term.EndYear, session.Ordinal, session.Kind, session.TimeNote, session.Chair, sittings,
                complete ? session.StatedItemCount : null, session.StatedOpinionCount, session.StatedOpinionQualifier));
    }

    /// <summary>Paragraphs of a conclusion: one a line, blank lines dropped; the n-th has number n.</summary>
    /// <param name="body">The text.</param>
    /// <returns>The paragraphs.</returns>
    public static IReadOnlyList<string> Paragraphs(string body) => ConclusionText.Paragraphs(body);
}
