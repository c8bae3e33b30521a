using ConferenceRecords.Data.Publishing;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Documents.Conclusions;
using ConferenceRecords.Domain.Publishing;
using Npgsql;

namespace ConferenceRecords.Web.Publishing;

/// <summary>Makes the PDF of each conclusion that went out, one at a time, and puts it beside its edition. Where LibreOffice is not installed the jobs wait.</summary>
internal sealed class EditionPdfService(IServiceScopeFactory scopes, NpgsqlDataSource publication, LibreOffice office, TimeProvider clock, ILogger<EditionPdfService> log) : BackgroundService
{
    /// <summary>Name of the file of an edition.</summary>
    public const string FileName = "ket-luan.pdf";

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, clock);
        do
        {
            try
            {
                while (await MakeNextAsync(stoppingToken))
                {
                }
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                // A database that is away: the next look tries again.
                log.LogWarning("Looking for PDFs to make failed: {Fault}", fault.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<bool> MakeNextAsync(CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        var records = scope.ServiceProvider.GetRequiredService<RecordsContext>();
        await records.QueuePdfsAsync(stopping);
        if (office.Program is null || await records.TakePdfAsync(clock.GetUtcNow(), stopping) is not (var editionId, var bundle)) return false;
        try
        {
            var pdf = await office.ToPdfAsync(ConclusionDocument.Write(BundleFormat.Read<SessionBundle>(bundle)), stopping);
            await new Publisher(records, publication, clock).AddFileAsync(editionId, new(FileName, "application/pdf", pdf), stopping);
            await records.PdfDoneAsync(editionId, clock.GetUtcNow(), stopping);
            log.LogInformation("Made a PDF of {Length} bytes", pdf.Length);
        }
        catch (Exception fault) when (!stopping.IsCancellationRequested)
        {
            var code = fault is LibreOfficeException known ? known.Code : "Fault";
            log.LogWarning("A PDF could not be made: {Code} {Fault}", code, fault.GetType().Name);
            await records.PdfFailedAsync(editionId, code, clock.GetUtcNow(), stopping);
        }
        return true;
    }
}
