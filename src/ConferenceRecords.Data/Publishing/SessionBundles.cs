using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Conclusions;
using ConferenceRecords.Domain.Publishing;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Publishing;

/// <summary>Builds the bundle of a session from its records: the one place where something unpublished is chosen to become public.</summary>
public static class SessionBundles
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Writes a bundle as bytes.</summary>
    /// <param name="bundle">The bundle.</param>
    /// <returns>UTF-8 JSON.</returns>
    public static byte[] Write(SessionBundle bundle) => JsonSerializer.SerializeToUtf8Bytes(bundle, Format);

    /// <summary>Reads a bundle.</summary>
    /// <param name="bytes">UTF-8 JSON.</param>
    /// <returns>The bundle.</returns>
    /// <exception cref="JsonException">The bytes are not a bundle.</exception>
    public static SessionBundle Read(byte[] bytes) => JsonSerializer.Deserialize<SessionBundle>(bytes, Format) ?? throw new JsonException("An empty bundle");

    /// <summary>Hash of everything that readers see of a bundle: all but the time of its approval, which is not known while the second person reads.</summary>
    /// <param name="bundle">The bundle.</param>
    /// <returns>Hexadecimal digits.</returns>
    public static string Fingerprint(this SessionBundle bundle)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        return Convert.ToHexString(SHA256.HashData(Write(bundle with { ApprovedAt = default })));
    }

    /// <summary>Builds the bundle of a session as it stands; the preview and the approval use the same bytes.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="conclusion">The conclusion with its directives.</param>
    /// <param name="edition">Number the edition would have.</param>
    /// <param name="approvedAt">Time of the approval.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The bundle.</returns>
    public static async Task<SessionBundle> BuildAsync(
        this RecordsContext records, Conclusion conclusion, int edition, DateTimeOffset approvedAt, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(conclusion);
        var id = conclusion.SessionId;
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
        var agenda = await (
            from i in records.AgendaItems.AsNoTracking()
            join a in records.Agencies on i.LeadAgencyId equals a.Id into agencies
            from a in agencies.DefaultIfEmpty()
            where i.SessionId == id && i.DiscardedAt == null
            orderby i.Position, i.Code
            select new { i.CategoryId, i.IsIncludedInPublication, i.WithdrawnAt, Item = new PublicItem(i.Position, i.Title, a == null ? null : a.Name, i.IsIllustrative, i.SourceNote) })
            .ToListAsync(cancel);
        // A content that was left out stays so when it is withdrawn: the counts of the documents still hold it.
        var complete = agenda.TrueForAll(i => i.IsIncludedInPublication);
        var stated = await records.StatedCounts.AsNoTracking().Where(c => c.SessionId == id).ToDictionaryAsync(c => c.CategoryId, c => c.Value, cancel);
        var categories = await records.AgendaCategories.AsNoTracking().OrderBy(c => c.Position).ToListAsync(cancel);
        var indicators = await records.Indicators.AsNoTracking().Where(i => i.SessionId == id && i.RemovedAt == null).OrderBy(i => i.Position).ThenBy(i => i.Id)
            .Select(i => new PublicIndicator(i.Name, i.Value, i.Unit, i.Period, i.Qualifier, i.Direction, i.Base)).ToListAsync(cancel);

        // With a content left out, numbers shown would have a gap and stated counts a remainder: both would tell of it.
        var listed = agenda.Where(i => i is { IsIncludedInPublication: true, WithdrawnAt: null })
            .Select((i, index) => (i.CategoryId, Item: complete ? i.Item : i.Item with { Number = index + 1 })).ToList();
        return new(
            id, session.Slug, edition, approvedAt,
            new(session.Title, committee, body, term.Label, term.StartYear, term.EndYear, session.Ordinal, session.Kind, session.TimeNote, session.Chair, sittings,
                complete ? session.StatedItemCount : null, session.StatedOpinionCount, session.StatedOpinionQualifier),
            [
                .. categories
                    .Select(c => new PublicCategory(
                        c.Name, c.ShortName, complete ? stated.GetValueOrDefault(c.Id) : null, [.. listed.Where(i => i.CategoryId == c.Id).Select(i => i.Item)]))
                    .Where(c => c.Items.Count > 0),
            ],
            new(conclusion.Title, conclusion.Symbol, conclusion.IssuedOn, conclusion.Signer, Paragraphs(conclusion.Body),
                [
                    .. conclusion.Directives.Where(d => d.RemovedAt is null).OrderBy(d => d.Number)
                        .Select((d, index) => new PublicDirective(index + 1, d.Addressee, d.Text, d.DeadlineNote, d.ParagraphNumber)),
                ],
                conclusion.SourceNote),
            indicators);
    }

    /// <summary>Paragraphs of a conclusion: one a line, blank lines dropped; the n-th has number n.</summary>
    /// <param name="body">The text.</param>
    /// <returns>The paragraphs.</returns>
    public static IReadOnlyList<string> Paragraphs(string body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return body.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }
}
