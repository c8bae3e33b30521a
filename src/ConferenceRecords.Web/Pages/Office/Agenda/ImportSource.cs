using ConferenceRecords.Documents.Agenda;
using ConferenceRecords.Documents.Drafts;
using ConferenceRecords.Documents.Office;

namespace ConferenceRecords.Web.Pages.Office.Agenda;

/// <summary>What was pasted or uploaded, as it came: cleaning would remove letters of the encodings before Unicode.</summary>
/// <param name="Text">The clipboard's text.</param>
/// <param name="Html">The clipboard's HTML, where the browser's script could take it.</param>
/// <param name="File">A file; it counts before the text.</param>
public sealed record ImportSource(string Text, string Html, IFormFile? File)
{
    public static ImportSource Empty => new("", "", null);

    public bool IsEmpty => File is null && string.IsNullOrWhiteSpace(Text) && string.IsNullOrWhiteSpace(Html);

    public static ImportSource Of(IFormCollection form) => new(form["Source.Text"].ToString(), form["Source.Html"].ToString(), form.Files["Source.File"] is { FileName.Length: > 0 } file ? file : null);

    /// <summary>Reads the list.</summary>
    /// <exception cref="OfficeFileException">The file is refused.</exception>
    public async Task<AgendaDraft> ReadAsync(AgendaReader reader, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(reader);
        if (File is not null) return await FromFileAsync(reader, File, cancel);

        // What the script took stands for the text, unless nothing can be read from it.
        var rich = string.IsNullOrWhiteSpace(Html) ? null : reader.FromHtml(Html);
        var draft = rich is { Rows.Count: > 0 } ? rich : reader.FromText(Text);
        return draft with { IsStamped = draft.IsStamped || rich is { IsStamped: true } || SecrecyStamp.IsIn(Text) };
    }

    private static async Task<AgendaDraft> FromFileAsync(AgendaReader reader, IFormFile file, CancellationToken cancel)
    {
        if (file.Length > OfficeFile.MostBytes) throw new OfficeFileException(OfficeFileProblem.TooLarge, "The file is too large");
        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, cancel);
        var opened = OfficeFile.Open(content.ToArray(), file.FileName, cancel);
        var stamped = opened.Texts().Append(Path.GetFileNameWithoutExtension(file.FileName)).Any(SecrecyStamp.IsIn);
        return reader.FromFile(opened, cancel: cancel) is var draft && stamped ? draft with { IsStamped = true } : draft;
    }
}
