using ConferenceRecords.Data.Publication;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Agenda;
using ConferenceRecords.Domain.Conclusions;
using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.Domain.Opinions;
using ConferenceRecords.Domain.Responses;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace ConferenceRecords.Data.Searching;

/// <summary>Keeps the office's index in step with the records: what a save writes is in the index with it.</summary>
internal static class SearchTrail
{
    private const int Portion = 1000;

    /// <summary>Enters the words of what is about to be saved.</summary>
    public static void Enter(RecordsContext records)
    {
        foreach (var entry in records.ChangeTracker.Entries().Where(HasNewWords).ToList())
        {
            if (WordsOf(entry.Entity) is not (var kind, var id, var text)) continue;
            var terms = PassageTerms.Of(text);
            if (records.SearchEntries.Local.FindEntryUntyped([kind, id]) is { } known) known.Entity.Terms = terms;
            else if (entry.State == EntityState.Added) records.SearchEntries.Add(new SearchEntry { Kind = kind, RecordId = id, Terms = terms });
            else records.SearchEntries.Update(new SearchEntry { Kind = kind, RecordId = id, Terms = terms });
        }
    }

    /// <summary>Enters what was saved before there was an index; goes on where it was stopped.</summary>
    public static async Task EnterMissingAsync(RecordsContext records, CancellationToken cancel)
    {
        await EnterMissingAsync(records, RecordKind.Opinion, records.Opinions.Select(o => new Words { Id = o.Id, Text = o.Text }), cancel);
        await EnterMissingAsync(records, RecordKind.Answer, records.Responses.Select(r => new Words { Id = r.OpinionId, Text = r.Text ?? "" }), cancel);
        await EnterMissingAsync(records, RecordKind.Item, records.AgendaItems.Select(i => new Words { Id = i.Id, Text = i.Title }), cancel);
        await EnterMissingAsync(records, RecordKind.Paragraph, records.Paragraphs.Select(p => new Words { Id = p.Id, Text = p.Text }), cancel);
        await EnterMissingAsync(records, RecordKind.Conclusion, records.Conclusions.Select(c => new Words { Id = c.Id, Text = c.Title + "\n" + c.Body }), cancel);
        await EnterMissingAsync(records, RecordKind.Directive, records.Set<Directive>().Select(d => new Words { Id = d.Id, Text = d.Text }), cancel);
    }

    private static async Task EnterMissingAsync(RecordsContext records, RecordKind kind, IQueryable<Words> all, CancellationToken cancel)
    {
        var missing = all.Where(w => !records.SearchEntries.Any(e => e.Kind == kind && e.RecordId == w.Id)).OrderBy(w => w.Id).Take(Portion);
        while (await missing.ToListAsync(cancel) is { Count: > 0 } found)
        {
            records.SearchEntries.AddRange(found.Select(w => new SearchEntry { Kind = kind, RecordId = w.Id, Terms = PassageTerms.Of(w.Text) }));
            await records.SaveChangesAsync(cancel);
            records.ChangeTracker.Clear();
        }
    }

    private static bool HasNewWords(EntityEntry entry) =>
        entry.State == EntityState.Added
        || (entry.State == EntityState.Modified && entry.Properties.Any(p => p.IsModified && p.Metadata.Name is nameof(Opinion.Text) or nameof(AgendaItem.Title) or nameof(Conclusion.Body)));

    private static (RecordKind Kind, Guid Id, string Text)? WordsOf(object record) => record switch
    {
        Opinion opinion => (RecordKind.Opinion, opinion.Id, opinion.Text),
        Response response => (RecordKind.Answer, response.OpinionId, response.Text ?? ""),
        AgendaItem item => (RecordKind.Item, item.Id, item.Title),
        Paragraph paragraph => (RecordKind.Paragraph, paragraph.Id, paragraph.Text),
        Conclusion conclusion => (RecordKind.Conclusion, conclusion.Id, $"{conclusion.Title}\n{conclusion.Body}"),
        Directive directive => (RecordKind.Directive, directive.Id, directive.Text),
        _ => null,
    };

    /// <summary>Not a positional record: a query can't be composed over a constructor.</summary>
    private sealed class Words
    {
        public required Guid Id { get; init; }

        public required string Text { get; init; }
    }
}
