using System.Globalization;
using ConferenceRecords.Domain.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ConferenceRecords.Documents.Drafts;

/// <summary>The footnotes and endnotes to which the text refers, numbered as it goes: footnotes 1, 2, 3, endnotes i, ii, iii.</summary>
internal sealed class WordNotes
{
    private readonly Dictionary<(bool IsEnd, long Id), FootnoteEndnoteType> all = [];
    private readonly Dictionary<FootnoteEndnoteType, string> markers = [];
    private readonly List<FootnoteEndnoteType> referred = [];
    private int footnotes;
    private int endnotes;

    public WordNotes(MainDocumentPart part)
    {
        foreach (var note in part.FootnotesPart?.Footnotes?.Elements<Footnote>() ?? []) all[(false, note.Id?.Value ?? -1)] = note;
        foreach (var note in part.EndnotesPart?.Endnotes?.Elements<Endnote>() ?? []) all[(true, note.Id?.Value ?? -1)] = note;
    }

    /// <summary>Those referred to so far, with their markers.</summary>
    public IEnumerable<(FootnoteEndnoteType Note, string Marker)> Referred => referred.Select(note => (note, markers[note]));

    /// <summary>The marker that stands in the text; empty where there is no such note, or the author wrote one of his own.</summary>
    public string Refer(FootnoteEndnoteReferenceType reference)
    {
        var isEnd = reference is EndnoteReference;
        if (!all.TryGetValue((isEnd, reference.Id?.Value ?? -1), out var note)) return "";
        var isOwn = reference.CustomMarkFollows?.Value == true;
        if (!markers.TryGetValue(note, out var marker))
        {
            markers[note] = marker = isOwn ? "*" : isEnd ? Roman(++endnotes) : (++footnotes).ToString(CultureInfo.InvariantCulture);
            referred.Add(note);
        }
        return isOwn ? "" : marker;
    }

    private static string Roman(int number) =>
        number <= RomanNumeral.Largest ? RomanNumeral.To(number).ToLowerInvariant() : number.ToString(CultureInfo.InvariantCulture);
}
