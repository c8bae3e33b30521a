using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Conclusions;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Conclusions;

/// <summary>The form of a conclusion that is not there yet, empty or begun from the template.</summary>
internal static class ConclusionStart
{
    public static async Task<ConclusionInput> OfAsync(RecordsContext records, SessionHead session, bool fromTemplate, CancellationToken cancel)
    {
        var input = ConclusionInput.Empty with { Id = Guid.CreateVersion7(), Title = $"Kết luận {session.Title}" };
        if (!fromTemplate) return input;
        var sittings = await records.Sittings.AsNoTracking().Where(s => s.SessionId == session.Id && s.RemovedAt == null).OrderBy(s => s.Date).Select(s => new { s.Date, s.Place }).ToListAsync(cancel);
        var groups = (await records.AnnouncedFiguresAsync(session.Id, cancel)).Groups.Where(g => g.Counted > 0).Select(g => (g.Name, g.Counted)).ToList();
        var facts = new TemplateFacts(
            session.Title, [.. sittings.Select(s => s.Date).Distinct()], sittings.Select(s => s.Place).OfType<string>().Distinct().ToList() is [var only] ? only : null, groups.Sum(g => g.Counted), groups,
            await records.Indicators.AsNoTracking().Where(i => i.SessionId == session.Id && i.RemovedAt == null).OrderBy(i => i.Position).ToListAsync(cancel));
        return input with { Body = ConclusionTemplate.Body(facts), Signer = await records.Sessions.Where(s => s.Id == session.Id).Select(s => s.Chair).SingleAsync(cancel) };
    }
}
