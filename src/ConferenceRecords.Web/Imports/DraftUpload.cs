using System.Globalization;
using ConferenceRecords.Data.Jobs;
using ConferenceRecords.Documents.Drafts;
using ConferenceRecords.Documents.Office;
using ConferenceRecords.Domain.Drafts;

namespace ConferenceRecords.Web.Imports;

/// <summary>The file of a draft. What its form said waits with it: of a file that is refused nothing is stored, not its name either.</summary>
public abstract record DraftUpload(Guid JobId, DraftForm Form, byte[] Content, ImportHold Hold) : ImportUpload(JobId, Hold)
{
    public override ImportReading Read(ImportCounter counter, CancellationToken cancel)
    {
        try
        {
            return Rows(counter, cancel) is { } rows
                ? new(null, (records, stop) => records.ImportReadyAsync(JobId, rows.Write(), rows.Pages > 0 ? rows.Pages : rows.Accepted.Count, stop, Form.Write(), Content)) : new("Stamped");
        }
        catch (DraftTextException problem)
        {
            return new(problem.Code, Place: problem.Paragraph.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>What is in the file; null when it carries the mark of a classified paper.</summary>
    protected abstract DraftRows? Rows(ImportCounter counter, CancellationToken cancel);
}

/// <summary>A Word file.</summary>
public sealed record WordUpload(Guid JobId, DraftForm Form, byte[] Content, OfficeFile File, ImportHold Hold) : DraftUpload(JobId, Form, Content, Hold)
{
    protected override DraftRows? Rows(ImportCounter counter, CancellationToken cancel)
    {
        if (IsStamped(File.Texts(), cancel)) return null;
        var accepted = WordDraft.Read(File, TrackedText.Accepted, counter, cancel);
        var original = accepted.Changes == 0 ? null : WordDraft.Read(File, TrackedText.Original, counter, cancel);
        return IsStamped(accepted.Paragraphs.Concat(original?.Paragraphs ?? []).Select(p => p.Text), cancel)
            ? null : new(OriginalKind.Word, accepted.Paragraphs, original?.Paragraphs, accepted.Changes, 0, accepted.LeftOut);
    }
}

/// <summary>A PDF.</summary>
public sealed record PdfUpload(Guid JobId, DraftForm Form, byte[] Content, ImportHold Hold) : DraftUpload(JobId, Form, Content, Hold)
{
    protected override DraftRows? Rows(ImportCounter counter, CancellationToken cancel)
    {
        var text = PdfDraft.Read(Content, counter, cancel);
        return IsStamped(text.Texts, cancel) ? null : new(OriginalKind.Pdf, text.Draft.Paragraphs, null, 0, text.Draft.Pages, text.Draft.LeftOut);
    }
}
