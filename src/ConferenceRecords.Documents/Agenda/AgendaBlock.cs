using ConferenceRecords.Domain.Text;

namespace ConferenceRecords.Documents.Agenda;

/// <summary>A text as it came and as it reads: they differ where a font of the time before Unicode showed it.</summary>
internal readonly record struct Written(string Raw, string Text)
{
    public static readonly Written Nothing = new("", "");

    public bool IsBlank => string.IsNullOrWhiteSpace(Text);

    public static Written Of(string raw, string? font = null) => new(raw, LegacyText.ToUnicode(raw, LegacyText.OfFont(font), LegacyText.IsInCapitals(font)));

    public static Written operator +(Written first, Written second) => new(first.Raw + second.Raw, first.Text + second.Text);

    public Written In(LegacyEncoding encoding) => this with { Text = LegacyText.ToUnicode(Raw, encoding) };
}

/// <summary>A paragraph or a table row, whatever it was pasted from or read from.</summary>
/// <param name="Number">The number that a list shows before it; it is not part of the text.</param>
/// <param name="Text">The text; a line break stays one.</param>
/// <param name="IsHeading">Styled as a heading.</param>
/// <param name="Continues">A further paragraph of the list item before.</param>
/// <param name="Cells">The cells of a table row; null for a paragraph.</param>
internal sealed record AgendaBlock(string? Number, Written Text, bool IsHeading = false, bool Continues = false, IReadOnlyList<Written>? Cells = null)
{
    public static AgendaBlock Row(IReadOnlyList<Written> cells) => new(null, Written.Nothing, Cells: cells);

    public AgendaBlock In(LegacyEncoding encoding) => this with { Text = Text.In(encoding), Cells = Cells?.Select(c => c.In(encoding)).ToList() };
}
