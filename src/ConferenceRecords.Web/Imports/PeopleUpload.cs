using ConferenceRecords.Data.Jobs;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Documents.Office;
using ConferenceRecords.Documents.People;

namespace ConferenceRecords.Web.Imports;

/// <summary>A list of people: a workbook, or a pasted table.</summary>
public sealed record PeopleUpload(Guid JobId, OfficeFile? File, string? Text, PeopleOptions Options, ImportHold Hold) : ImportUpload(JobId, Hold)
{
    public override ImportReading Read(ImportCounter counter, CancellationToken cancel)
    {
        if (IsStamped(File?.Texts() ?? [Text!], cancel)) return new("Stamped");
        var rows = File is { } file ? SheetRows.Read(file, counter, cancel) : TextTable.Read(Text!);
        counter.Total = rows.Count;
        return PeopleTable.Read(rows, Options, counter, cancel) switch
        {
            null => new("NoHeading"),
            { Rows.Count: 0 } => new("NoRows"),
            var list => new(null, (records, stop) => KeepAsync(records, list, stop)),
        };
    }

    private async Task KeepAsync(RecordsContext records, PeopleList list, CancellationToken cancel)
    {
        var compared = list with { Rows = await records.MatchAsync(list.Rows, cancel) };
        await records.ImportReadyAsync(JobId, compared.Write(), compared.Rows.Count, cancel);
    }
}
