using ConferenceRecords.Data.Jobs;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain.Drafts;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.Drafts;

/// <summary>Where an uploaded file goes: a content for a new draft, a draft for a new version.</summary>
public sealed record UploadPlace(Guid SessionId, Guid ItemId, int ItemPosition, Guid? DraftId, string Title)
{
    private const int LongestTitle = 300;

    /// <summary>The form from which the file came.</summary>
    public string FormAddress => DraftId is { } draft ? $"~/van-phong/du-thao/{draft}/ban-moi" : $"~/van-phong/noi-dung/{ItemId}/du-thao/tao";

    public static async Task<UploadPlace?> OfAsync(RecordsContext records, ImportJob job, CancellationToken cancel)
    {
        if (job.Kind == DraftJobs.NewVersion)
            return await records.DraftHeadAsync(job.SubjectId!.Value, cancel) is { } draft ? new(draft.SessionId, draft.ItemId, draft.ItemPosition, draft.Id, draft.Title) : null;
        return await records.AgendaItems.Where(i => i.Id == job.SubjectId).Select(i => new UploadPlace(i.SessionId, i.Id, i.Position, null, i.Title)).SingleOrDefaultAsync(cancel);
    }

    /// <summary>A title from the text, for the person to change: the first heading with the line that says what it is about, or the name of the file.</summary>
    public static string TitleOf(DraftRows rows, DraftForm form)
    {
        var start = rows.Accepted.Take(20).SkipWhile(p => p.Kind != ParagraphKind.Heading || p.Marker is not null).Take(2).Select(p => p.Text.Replace('\n', ' ').Trim()).ToList();

        // The name of the kind ("DỰ THẢO NGHỊ QUYẾT") says little without "về ..." below it.
        var title = start is [var kind, ['v' or 'V', 'ề' or 'Ề', ' ', .. var about]] ? $"{kind} về {about}" : start.FirstOrDefault();
        return title is { Length: <= LongestTitle } ? title : Path.GetFileNameWithoutExtension(form.FileName);
    }
}
