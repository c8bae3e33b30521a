using System.Text.RegularExpressions;
using ConferenceRecords.Domain.Text;

namespace ConferenceRecords.Documents.Agenda;

/// <summary>A line of the list, its marker read.</summary>
/// <param name="Marker">How it begins.</param>
/// <param name="Number">The marker as written.</param>
/// <param name="Text">The text without marker, clean.</param>
/// <param name="IsHeading">Styled as a heading, or alone in its table row.</param>
/// <param name="Continues">A further paragraph of the item before.</param>
/// <param name="Cells">What other columns of a table say; null for a paragraph.</param>
internal sealed partial record AgendaLine(MarkerKind Marker, string? Number, Written Text, bool IsHeading = false, bool Continues = false, OtherCells? Cells = null)
{
    /// <summary>The line as it is shown, marker included.</summary>
    public string Whole => Number is null ? Text.Text : $"{Number} {Text.Text}";

    /// <summary>The lines of a paragraph: more than one where it holds lines that bear markers of their own.</summary>
    public static IEnumerable<AgendaLine> OfParagraph(AgendaBlock block)
    {
        if (block.Number is { } number)
        {
            var text = Clean(block.Text);
            var (kind, written) = AgendaMarker.ReadNumber(number);
            if (!text.IsBlank) yield return new(kind, written, text, block.IsHeading, block.Continues);
            yield break;
        }
        foreach (var line in Lines(block.Text))
        {
            if (line.IsBlank) continue;
            var (kind, written, length) = AgendaMarker.Read(line.Text);
            yield return new(kind, written, new(line.Raw[AgendaMarker.Read(line.Raw).Length..], line.Text[length..]), block.IsHeading, block.Continues);
        }
    }

    /// <summary>A text on one line; of the text before Unicode only the blanks change, because cleaning would remove some of its letters.</summary>
    public static Written Clean(Written text) => new(text.Raw == text.Text ? VietnameseText.CleanLine(text.Raw) : Blanks().Replace(text.Raw, " ").Trim(), VietnameseText.CleanLine(text.Text));

    private static List<Written> Lines(Written text)
    {
        var (raw, read) = (text.Raw.Split('\n'), text.Text.Split('\n'));
        var markers = read.Count(line => AgendaMarker.Read(VietnameseText.CleanLine(line)).Kind != MarkerKind.None);
        if (read.Length == 1 || raw.Length != read.Length || markers < 2) return [Clean(text)];

        // A line without a marker belongs to the one before.
        var lines = new List<Written>();
        foreach (var line in raw.Zip(read, (r, t) => Clean(new(r, t))))
        {
            if (lines.Count > 0 && AgendaMarker.Read(line.Text).Kind == MarkerKind.None) lines[^1] = Clean(lines[^1] + new Written(" ", " ") + line);
            else lines.Add(line);
        }
        return lines;
    }

    [GeneratedRegex(@"[ \t\r\n]+")]
    private static partial Regex Blanks();
}

/// <summary>What the columns beside the title say.</summary>
/// <param name="Agency">The lead agency; null where the cell is empty.</param>
/// <param name="Group">The group; null where there is no such column.</param>
internal sealed record OtherCells(string? Agency, string? Group);
