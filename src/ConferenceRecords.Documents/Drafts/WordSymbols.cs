namespace ConferenceRecords.Documents.Drafts;

/// <summary>Letters for the commonest signs of symbol fonts.</summary>
internal static class WordSymbols
{
    private const string Unknown = "\u25A1";

    public static string Of(string? font, string? code, LeftOut left)
    {
        var number = int.TryParse(code, System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture, out var parsed) ? parsed : 0;

        // Symbol fonts put their signs into the private area, and some programs leave it out.
        var at = number is >= 0xF000 and <= 0xF0FF ? number - 0xF000 : number;
        var sign = (font ?? "").StartsWith("Wingdings", StringComparison.OrdinalIgnoreCase) ? Wingdings(at)
            : (font ?? "").StartsWith("Symbol", StringComparison.OrdinalIgnoreCase) ? Symbol(at)
            : number is > 0x20 and < 0xD800 ? ((char)number).ToString() : null;
        if (sign is null) left.Add(LeftOut.Symbols);
        return sign ?? Unknown;
    }

    private static string? Wingdings(int at) => at switch
    {
        0x6C => "●", 0x6E => "■", 0x6F or 0xA8 => "☐", 0x71 => "❑", 0x75 => "◆", 0x76 => "❖", 0x9F => "•", 0xA7 => "▪", 0xD8 => "➢", 0xE0 or 0xE8 => "→", 0xDF => "←",
        0xF0 => "⇨", 0xFB => "✗", 0xFC => "✓", 0xFD => "☒", 0xFE => "☑", _ => null,
    };

    private static string? Symbol(int at) => at switch
    {
        0x2D => "−", 0x61 => "α", 0x62 => "β", 0x67 => "γ", 0x64 => "δ", 0x6C => "λ", 0x6D => "μ", 0x70 => "π", 0x73 => "σ", 0x44 => "Δ", 0x53 => "Σ", 0x57 => "Ω",
        0xA3 => "≤", 0xA5 => "∞", 0xB0 => "°", 0xB1 => "±", 0xB3 => "≥", 0xB4 => "×", 0xB7 => "•", 0xB8 => "÷", 0xB9 => "≠", 0xBB => "≈", 0xAE => "→", 0xAC => "←", 0xDE => "⇒", _ => null,
    };
}
