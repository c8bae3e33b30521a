using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Conclusions;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Data.Queries;

/// <summary>The numbers of the documents of a term. They go on through the term, for each type by itself; a gap is nothing odd, because other documents share the series.</summary>
public static class DocumentNumbers
{
    /// <summary>Lets nobody else hand out or enter a number of the same term until the transaction ends.</summary>
    /// <param name="records">The office's context, within a transaction.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="cancel">Cancellation.</param>
    public static async Task LockDocumentNumbersAsync(this RecordsContext records, Guid sessionId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        var key = Scope(await TermAsync(records, sessionId, cancel), "");
        await records.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({key}, 0))", cancel);
    }

    /// <summary>Hands out the next symbol of a type in the term of a session; within a transaction it is taken when that commits.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="type">Type, such as "KL".</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The symbol; null where the committee has no short for its issuer.</returns>
    public static async Task<DocumentSymbol?> NextSymbolAsync(this RecordsContext records, Guid sessionId, string type, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        var issuer = await (from s in records.Sessions join b in records.Bodies on s.BodyId equals b.Id join c in records.Committees on b.CommitteeId equals c.Id where s.Id == sessionId select c.IssuerCode).SingleAsync(cancel);
        if (issuer is null) return null;
        var above = (await SymbolsAsync(records, sessionId, cancel)).Where(s => s.Symbol.Type == type).Select(s => s.Symbol.Number).DefaultIfEmpty().Max();
        return new(await records.NextNumberAsync(Scope(await TermAsync(records, sessionId, cancel), type), cancel, above), type, issuer);
    }

    /// <summary>The other session of the same term whose conclusion bears this number and type already.</summary>
    /// <param name="records">The office's context.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="symbol">The symbol.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>Its title; null where the number is free.</returns>
    public static async Task<string?> BearerAsync(this RecordsContext records, Guid sessionId, DocumentSymbol symbol, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(symbol);
        return (await SymbolsAsync(records, sessionId, cancel)).Where(s => s.SessionId != sessionId && s.Symbol.Number == symbol.Number && s.Symbol.Type == symbol.Type).Select(s => s.Title).FirstOrDefault();
    }

    private static async Task<IEnumerable<(Guid SessionId, string Title, DocumentSymbol Symbol)>> SymbolsAsync(RecordsContext records, Guid sessionId, CancellationToken cancel)
    {
        var term = await TermAsync(records, sessionId, cancel);
        var written = await (
            from c in records.Conclusions
            join s in records.Sessions on c.SessionId equals s.Id
            where s.TermId == term && c.Symbol != null
            select new { s.Id, s.Title, c.Symbol }).ToListAsync(cancel);
        return written.Select(w => (w.Id, w.Title, Symbol: DocumentSymbol.Parse(w.Symbol))).Where(w => w.Symbol is not null).Select(w => (w.Id, w.Title, w.Symbol!));
    }

    private static Task<Guid> TermAsync(RecordsContext records, Guid sessionId, CancellationToken cancel) =>
        records.Sessions.Where(s => s.Id == sessionId).Select(s => s.TermId).SingleAsync(cancel);

    private static string Scope(Guid termId, string type) => $"document/{termId}/{type}";
}
