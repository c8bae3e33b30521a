using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Opinions;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Queries;

/// <summary>An opinion as lists of the office show one.</summary>
/// <param name="Id">Key.</param>
/// <param name="SessionId">The session.</param>
/// <param name="ItemId">The content; null for the session as a whole.</param>
/// <param name="ItemPosition">Number of the content as shown; null for the session as a whole.</param>
/// <param name="ItemTitle">Title of the content.</param>
/// <param name="Number">Readable number.</param>
/// <param name="DelegateName">The delegate; null for a speaker who is not in the list yet.</param>
/// <param name="DelegateUnit">Unit of the delegate.</param>
/// <param name="SpeakerName">The free name.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Channel">Channel.</param>
/// <param name="Text">Text.</param>
/// <param name="ParagraphId">The paragraph it is about.</param>
/// <param name="ParagraphNumber">Its number within the version.</param>
/// <param name="DraftId">The draft of that paragraph.</param>
/// <param name="DraftVersion">Ordinal of the version it was made on.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="SpokenAt">When it was written down at the desk.</param>
/// <param name="WithdrawnAt">When it was withdrawn.</param>
/// <param name="IsIllustrative">Illustrative data.</param>
/// <param name="Version">Concurrency token.</param>
/// <param name="LeadNumber">Number of the opinion that stands for it; null while it stands for itself.</param>
public sealed record OpinionLine(
    Guid Id, Guid SessionId, Guid? ItemId, int? ItemPosition, string? ItemTitle, string Number, string? DelegateName, string? DelegateUnit, string? SpeakerName, OpinionKind Kind,
    OpinionChannel Channel, string Text, Guid? ParagraphId, int? ParagraphNumber, Guid? DraftId, int? DraftVersion, DateTimeOffset RecordedAt, DateTimeOffset SpokenAt, DateTimeOffset? WithdrawnAt,
    bool IsIllustrative, uint Version, string? LeadNumber)
{
    /// <summary>Who spoke: the delegate with the unit, or the free name.</summary>
    public string Speaker => DelegateName is null ? SpeakerName! : DelegateUnit is null ? DelegateName : $"{DelegateName} - {DelegateUnit}";
}

/// <summary>A content with the number of its opinions.</summary>
/// <param name="Id">Key.</param>
/// <param name="Position">Number as shown.</param>
/// <param name="Title">Title.</param>
/// <param name="Opinions">Opinions that stand.</param>
public sealed record ItemOpinions(Guid Id, int Position, string Title, int Opinions);

/// <summary>Queries of opinions. Whoever shows their result to a person notes <c>opinions.read</c>.</summary>
public static class OpinionLines
{
    /// <summary>The opinions that a filter leaves, the newest first.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="opinions">The opinions.</param>
    /// <returns>A query to be cut to a page.</returns>
    public static IQueryable<OpinionLine> OpinionLineQuery(this RecordsContext records, IQueryable<Opinion> opinions)
    {
        ArgumentNullException.ThrowIfNull(records);
        return
            from o in opinions.AsNoTracking()
            join i in records.AgendaItems on o.ItemId equals i.Id into items
            from i in items.DefaultIfEmpty()
            join d in records.Delegates on o.DelegateId equals d.Id into delegates
            from d in delegates.DefaultIfEmpty()
            join p in records.Paragraphs on o.ParagraphId equals p.Id into paragraphs
            from p in paragraphs.DefaultIfEmpty()
            join v in records.DraftVersions on o.DraftVersionId equals v.Id into versions
            from v in versions.DefaultIfEmpty()
            orderby o.RecordedAt descending, o.Id descending
            select new OpinionLine(
                o.Id, o.SessionId, o.ItemId, (int?)i.Position, i.Title, o.Number, d.FullName, d.Unit, o.SpeakerName, o.Kind, o.Channel, o.Text, o.ParagraphId, (int?)p.Number,
                (Guid?)v.DraftId, (int?)v.Ordinal, o.RecordedAt, o.SpokenAt, o.WithdrawnAt, o.IsIllustrative, o.Version,
                records.Opinions.Where(l => l.Id == o.MergedIntoId && l.WithdrawnAt == null).Select(l => l.Number).FirstOrDefault());
    }

    /// <summary>One page of opinions, the newest first, with one more than asked where there is a next page.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="opinions">The opinions, of one session.</param>
    /// <param name="before">The last opinion of the page before; null for the first page.</param>
    /// <param name="count">How many a page has.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The opinions; null when <paramref name="before"/> is none of them.</returns>
    public static async Task<List<OpinionLine>?> OpinionPageAsync(this RecordsContext records, IQueryable<Opinion> opinions, Guid? before, int count, CancellationToken cancel)
    {
        if (before is { } id)
        {
            var last = await opinions.Where(o => o.Id == id).Select(o => new { o.RecordedAt }).SingleOrDefaultAsync(cancel);
            if (last is null) return null;
            opinions = opinions.Where(o => EF.Functions.LessThan(ValueTuple.Create(o.RecordedAt, o.Id), ValueTuple.Create(last.RecordedAt, id)));
        }
        return await records.OpinionLineQuery(opinions).Take(count + 1).ToListAsync(cancel);
    }

    /// <summary>The contents on the agenda of a session with the number of opinions on each.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="opinions">Those that are counted, of all that stand.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The contents in order.</returns>
    public static Task<List<ItemOpinions>> ItemOpinionsAsync(this RecordsContext records, Guid sessionId, IQueryable<Opinion> opinions, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        return records.AgendaItems.AsNoTracking().Where(i => i.SessionId == sessionId && i.WithdrawnAt == null).OrderBy(i => i.Position).ThenBy(i => i.Id)
            .Select(i => new ItemOpinions(i.Id, i.Position, i.Title, opinions.Count(o => o.ItemId == i.Id && o.WithdrawnAt == null))).ToListAsync(cancel);
    }
}
