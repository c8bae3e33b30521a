using ConferenceRecords.Data.Publishing;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Publishing;
using ConferenceRecords.Web.Forms;
using ConferenceRecords.Web.Publishing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Conclusions;

/// <summary>The files of the editions that went out, and how far the making of their PDFs is.</summary>
public sealed class FilesModel(RecordsContext records, LibreOffice office, TimeProvider clock) : SessionPage(records)
{
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public bool IsInstalled => office.Program is not null;

    public bool IsWorking => IsInstalled && Lines.Any(l => l.State is PdfState.Waiting or PdfState.Making);

    public int Done => Lines.Count(l => l.State == PdfState.Done);

    public int Seconds => Lines.Where(l => l.State == PdfState.Making).Select(l => (int)(clock.GetUtcNow() - l.Pdf!.StartedAt!.Value).TotalSeconds).FirstOrDefault();

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<JsonResult> OnGetProgressAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        return new(new { reading = IsWorking, done = Done, total = (int?)Lines.Count, text = this.Text()["{0}/{1} tệp PDF", Done, Lines.Count].Value, time = this.Text()["đã {0} giây", Seconds].Value });
    }

    public async Task<IActionResult> OnPostAsync(Guid edition, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (Lines.All(l => l.EditionId != edition)) return NotFound();
        await Records.AskForPdfAsync(edition, clock.GetUtcNow(), cancel);
        return RedirectToPage(new { Session.Id });
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var rows = await (
            from m in Records.Outbox.AsNoTracking()
            join p in Records.EditionPdfs on m.Id equals p.EditionId into pdfs
            from p in pdfs.DefaultIfEmpty()
            where m.SessionId == Session.Id && m.Kind == ReleaseKind.Conclusion && !m.IsWithdrawal && m.CancelledAt == null && m.DeliveredAt != null
            orderby m.Edition descending
            select new { m.Id, m.Edition, m.DeliveredAt, Pdf = p }).ToListAsync(cancel);
        Lines = [.. rows.Select(r => new Line(r.Id, r.Edition, r.DeliveredAt!.Value, r.Pdf, StateOf(r.Pdf, now)))];
    }

    private static PdfState StateOf(EditionPdf? pdf, DateTimeOffset now) => pdf switch
    {
        { DoneAt: not null } => PdfState.Done,
        { Problem: not null, Attempts: >= EditionPdfs.MostAttempts } => PdfState.Failed,
        { Problem: not null } => PdfState.Resting,

        // Ended in the middle of the last try: nobody takes it again by itself.
        { Attempts: >= EditionPdfs.MostAttempts, NotBefore: var until } when until <= now => PdfState.Failed,
        { StartedAt: not null, NotBefore: var until } when until > now => PdfState.Making,
        _ => PdfState.Waiting,
    };

    public enum PdfState
    {
        Waiting,
        Making,
        Resting,
        Failed,
        Done,
    }

    public sealed record Line(Guid EditionId, int Number, DateTimeOffset DeliveredAt, EditionPdf? Pdf, PdfState State);
}
