using ConferenceRecords.Domain.Text;

namespace ConferenceRecords.Domain.Sessions;

/// <summary>What a count is to an announced figure.</summary>
public enum FigureVerdict
{
    /// <summary>It bears the announced figure out.</summary>
    Agrees,

    /// <summary>It contradicts the announced figure.</summary>
    Differs,

    /// <summary>The qualifier is none of the known ones: a person has to look.</summary>
    Unclear,
}

/// <summary>An announced figure with its qualifier: "trên 50" is 50 with "trên". The qualifier is part of what was said and is never dropped.</summary>
/// <param name="Value">The number.</param>
/// <param name="Qualifier">The word before it; null for an exact number.</param>
public sealed record StatedFigure(int Value, string? Qualifier = null)
{
    /// <summary>How far "about" and "nearly" reach, as a share of the number.</summary>
    public const decimal Nearness = 0.1m;

    /// <summary>
    /// Judges a count: "trên", "hơn" and "vượt" ask for more; "gần" for less by <see cref="Nearness"/> at most; "khoảng" for as near as that on either side; "không dưới",
    /// "ít nhất" for as many or more; "không quá", "tối đa" for as many or fewer; "dưới" for fewer; "đạt", "đúng" and no word for the number itself.
    /// </summary>
    /// <param name="counted">The number counted.</param>
    /// <returns>The verdict.</returns>
    public FigureVerdict Judge(int counted)
    {
        var near = Math.Abs(counted - Value) <= Nearness * Value;
        bool? agrees = VietnameseText.AccentedKey(Qualifier ?? "") switch
        {
            "" or "đạt" or "đúng" => counted == Value,
            "trên" or "hơn" or "vượt" => counted > Value,
            "gần" => counted < Value && near,
            "khoảng" or "chừng" or "ước" => near,
            "không dưới" or "ít nhất" or "tối thiểu" => counted >= Value,
            "không quá" or "tối đa" or "nhiều nhất" => counted <= Value,
            "dưới" => counted < Value,
            _ => null,
        };
        return agrees switch { true => FigureVerdict.Agrees, false => FigureVerdict.Differs, null => FigureVerdict.Unclear };
    }

    /// <summary>The figure as announced: "trên 50".</summary>
    /// <returns>Qualifier and number.</returns>
    public override string ToString() => string.IsNullOrWhiteSpace(Qualifier) ? VietnameseNumber.Format(Value) : $"{Qualifier} {VietnameseNumber.Format(Value)}";
}
