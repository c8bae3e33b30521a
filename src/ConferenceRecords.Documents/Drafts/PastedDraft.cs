using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.Domain.Text;

namespace ConferenceRecords.Documents.Drafts;

/// <summary>Turns a draft pasted as plain text from Word or LibreOffice into paragraphs.</summary>
/// <remarks>
/// One line is one paragraph; blank lines are dropped; the text is cleaned as <see cref="VietnameseText.CleanLine"/> does. A marker at the start of a
/// line is kept apart as data. When a line may be read two ways it stays running text: nothing but blanks is ever lost.
/// </remarks>
public static class PastedDraft
{
    /// <summary>The most paragraphs a draft may have.</summary>
    public const int MostParagraphs = 5_000;

    /// <summary>The most characters (UTF-16 code units, the marker included) a paragraph may have.</summary>
    public const int LongestParagraph = 20_000;

    /// <summary>Splits a pasted text into paragraphs, ready for a version of a draft.</summary>
    /// <param name="text">The text as pasted, with any line breaks.</param>
    /// <returns>The paragraphs in order; none when the text is blank.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="DraftTextException">The text passes <see cref="MostParagraphs"/> or <see cref="LongestParagraph"/>.</exception>
    public static IReadOnlyList<NewParagraph> Split(string text)
    {
        var paragraphs = new List<NewParagraph>();
        foreach (var pasted in VietnameseText.Clean(text).Split('\n'))
        {
            var line = VietnameseText.CleanLine(pasted);
            if (line.Length == 0)
            {
                continue;
            }

            var number = paragraphs.Count + 1;
            if (number > MostParagraphs)
            {
                throw DraftTextException.ForCount(number);
            }

            if (line.Length > LongestParagraph)
            {
                throw DraftTextException.ForLength(number);
            }

            var (kind, marker, rest) = ParagraphMarker.Read(line);
            paragraphs.Add(new NewParagraph(kind, rest, marker));
        }

        return paragraphs;
    }
}
