using System.Text;

namespace ConferenceRecords.Documents.OpenData;

/// <summary>Public pages as plain text: for a terminal, a mail, a reader that knows nothing else.</summary>
public static class PlainText
{
    /// <summary>Writes a page.</summary>
    /// <param name="edition">The edition.</param>
    /// <returns>UTF-8.</returns>
    public static byte[] Write(OpenEdition edition)
    {
        var outline = Outline.Of(edition);
        var text = new StringBuilder(outline.Title).Append('\n').Append('=', Math.Min(outline.Title.Length, 72)).Append("\n\n");
        foreach (var fact in outline.Facts) text.Append(fact.Label).Append(": ").Append(fact.Value).Append('\n');
        foreach (var note in outline.Notes) text.Append('\n').Append(note).Append('\n');
        foreach (var section in outline.Sections)
        {
            if (section.Heading is { } heading) text.Append('\n').Append(heading).Append('\n').Append('-', Math.Min(heading.Length, 72)).Append('\n');
            foreach (var entry in section.Entries)
            {
                text.Append('\n').Append(entry.Number).Append(". ").Append(entry.Text).Append('\n');
                foreach (var fact in entry.Facts) text.Append("   ").Append(fact.Label).Append(": ").Append(fact.Value).Append('\n');
            }
        }
        text.Append('\n').Append(edition.Address).Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Writes what stays of a page that was withdrawn.</summary>
    /// <param name="gone">The withdrawal.</param>
    /// <returns>UTF-8.</returns>
    public static byte[] Write(OpenWithdrawal gone)
    {
        ArgumentNullException.ThrowIfNull(gone);
        return Encoding.UTF8.GetBytes($"Đã thu hồi\n\nLý do: {gone.Withdrawal.Reason}\n{(gone.ReplacedBy is { } address ? $"Bản thay thế: {address}\n" : "")}");
    }
}
