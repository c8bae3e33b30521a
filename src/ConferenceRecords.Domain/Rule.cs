namespace ConferenceRecords.Domain;

/// <summary>Checks that every entity shares. Each throws <see cref="DomainException"/> when broken.</summary>
internal static class Rule
{
    /// <summary>Longest title of a session, item, draft or conclusion, in characters.</summary>
    public const int TitleLength = 1000;

    /// <summary>Longest text of an opinion or a directive, in characters.</summary>
    public const int TextLength = 20_000;

    /// <summary>Longest note on what a source leaves open, in characters.</summary>
    public const int SourceNoteLength = 1000;

    public static void Holds(bool condition, string code, string message)
    {
        if (!condition) throw new DomainException(code, message);
    }

    /// <summary>Returns the text when it is not empty, not too long and in NFC (text is normalised once, at the door).</summary>
    public static string Text(string? value, string field, int maximum)
    {
        Holds(!string.IsNullOrWhiteSpace(value), $"{field}.empty", $"{field} is empty");
        Holds(value!.Length <= maximum, $"{field}.too-long", $"{field} has more than {maximum} characters");
        Holds(value.IsNormalized(), "text.not-nfc", $"{field} is not in Unicode form NFC");
        return value;
    }

    public static string? OptionalText(string? value, string field, int maximum) =>
        string.IsNullOrWhiteSpace(value) ? null : Text(value, field, maximum);

    public static Guid Key(Guid id, string field)
    {
        Holds(id != Guid.Empty, $"{field}.no-key", $"{field} has no key");
        return id;
    }
}
