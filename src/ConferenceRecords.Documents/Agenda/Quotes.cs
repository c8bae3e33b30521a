namespace ConferenceRecords.Documents.Agenda;

/// <summary>Compares the quotation marks of a text. They are reported, never changed: the author's quotes stay.</summary>
internal static class Quotes
{
    /// <summary>Whether every curly mark that opens is closed by its own kind, and straight ones come in pairs.</summary>
    public static bool AreEqual(string text)
    {
        var open = 0;
        foreach (var c in text)
        {
            if (c is '“' or '«') open++;
            if (c is '”' or '»' && --open < 0) return false;
        }
        return open == 0 && text.Count(c => c == '"') % 2 == 0;
    }
}
