using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.Domain.Text;

namespace ConferenceRecords.Documents.Conclusions;

/// <summary>The text of a conclusion out of a Word file that came back from its editing: what stands between the head and the signature.</summary>
public static class ReturnedConclusion
{
    /// <summary>How far down the head of a document may reach.</summary>
    private const int LongestHead = 20;

    /// <summary>Takes the text, one paragraph a line, each after its number.</summary>
    /// <param name="paragraphs">The paragraphs of the file.</param>
    /// <returns>The text; empty where the file has none.</returns>
    public static string Body(IReadOnlyList<NewParagraph> paragraphs)
    {
        ArgumentNullException.ThrowIfNull(paragraphs);
        var rule = paragraphs.Take(LongestHead).ToList().FindLastIndex(p => p.Text.Trim() is { Length: >= 3 } text && text.All(c => c is '-' or '–' or '—'));
        var from = rule >= 0 ? rule + 1 : paragraphs.TakeWhile(p => p.Kind is ParagraphKind.TableRow or ParagraphKind.TableHead).Count();
        var end = paragraphs.ToList().FindLastIndex(p => p.Text.TrimStart().StartsWith("Nơi nhận", StringComparison.OrdinalIgnoreCase));
        return string.Join('\n', paragraphs.Skip(from).Take((end >= from ? end : paragraphs.Count) - from).Select(Line).Where(line => line.Length > 0));
    }

    /// <summary>The head and the note on the wording are no text of the conclusion.</summary>
    /// <param name="body">The text that came back.</param>
    /// <param name="sourceNote">The note that the file was given.</param>
    /// <returns>The text without the note.</returns>
    public static string WithoutNote(string body, string? sourceNote)
    {
        ArgumentNullException.ThrowIfNull(body);
        if (sourceNote is null) return body;
        var first = body.Split('\n', 2);
        return VietnameseText.CleanLine(first[0]) == VietnameseText.CleanLine($"({sourceNote.TrimEnd('.')}.)") ? first.Length > 1 ? first[1] : "" : body;
    }

    private static string Line(NewParagraph paragraph) =>
        VietnameseText.CleanLine((paragraph.Marker is null ? paragraph.Text : $"{paragraph.Marker} {paragraph.Text}").Replace("\t", " | ", StringComparison.Ordinal));
}
