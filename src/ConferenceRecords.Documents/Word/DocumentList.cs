using DocumentFormat.OpenXml.Wordprocessing;

namespace ConferenceRecords.Documents.Word;

/// <summary>How the nine levels of a list count and look.</summary>
internal sealed class DocumentList
{
    public const int Levels = 9;

    private readonly ListLevel[] levels = new ListLevel[Levels];

    public DocumentList(AbstractNum format, NumberingInstance instance)
    {
        FormatId = format.AbstractNumberId?.Value ?? -1;
        for (var i = 0; i < Levels; i++) levels[i] = new(null, null, i);
        foreach (var level in format.Elements<Level>()) Take(level.LevelIndex?.Value, level, null);
        foreach (var change in instance.Elements<LevelOverride>()) Take(change.LevelIndex?.Value, change.Level, change.StartOverrideNumberingValue?.Val?.Value);
    }

    /// <summary>Lists of one format count on.</summary>
    public int FormatId { get; }

    public ListLevel this[int level] => levels[level];

    private void Take(int? at, Level? level, int? startsAt)
    {
        if (at is not (>= 0 and < Levels and var index)) return;
        levels[index] = level is null ? levels[index] with { StartsAt = startsAt } : new(level, startsAt, index);
    }
}

/// <summary>One level of a list; <c>StartsAt</c> is the number with which this list starts, where it does not go on from the one before.</summary>
internal sealed record ListLevel(int? StartsAt, int Start, string Format, string Text, bool IsLegal, int? RestartsAfter, int Index)
{
    /// <summary>The longest shape of a number that is looked at.</summary>
    private const int Longest = 100;

    public ListLevel(Level? level, int? startsAt, int index)
        : this(
            startsAt, level?.StartNumberingValue?.Val?.Value ?? 1, level?.NumberingFormat?.Val?.InnerText ?? "decimal", Shape(level),
            level?.IsLegalNumberingStyle is { } legal && StyleLook.IsOn(legal), level?.LevelRestart?.Val?.Value, index) { }

    /// <summary>Whether a paragraph of a level further out lets this one start again.</summary>
    public bool StartsAgainAfter(int outer) => RestartsAfter is not { } after || (after > 0 && outer < Math.Min(after, Index));

    private static string Shape(Level? level) => level?.LevelText?.Val?.Value is { } text ? text.Length > Longest ? text[..Longest] : text : "%1.";
}
