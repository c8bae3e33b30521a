using System.Globalization;
using System.Text.RegularExpressions;
using ConferenceRecords.Domain.Text;

namespace ConferenceRecords.Domain.Opinions;

/// <summary>What an opinion says, ready to be compared: its words in order, and what must agree whatever the words are.</summary>
internal sealed partial class OpinionTerms
{
    private OpinionTerms(IReadOnlyList<Term> terms) => Terms = terms;

    /// <summary>The words that say something, in order: lower-case with their marks (folded, "quân sự" and "hải quan" would share a word), phrases that say the same under one name.</summary>
    public IReadOnlyList<Term> Terms { get; }

    /// <summary>Figures in digits, years apart.</summary>
    public IReadOnlySet<string> Figures { get; private init; } = new HashSet<string>();

    /// <summary>Years, and numbers in words.</summary>
    public IReadOnlySet<string> LooseFigures { get; private init; } = new HashSet<string>();

    /// <summary>Document symbols, dates, Roman numerals and letters of points.</summary>
    public IReadOnlySet<string> Symbols { get; private init; } = new HashSet<string>();

    /// <summary>Words with a capital that does not begin a sentence.</summary>
    public IReadOnlySet<string> Names { get; private init; } = new HashSet<string>();

    /// <summary>The words that are denied.</summary>
    public IReadOnlySet<string> Denied { get; private init; } = new HashSet<string>();

    /// <summary>Every word once.</summary>
    public IReadOnlySet<string> Words { get; private init; } = new HashSet<string>();

    /// <summary>Every pair of neighbouring words once.</summary>
    public IReadOnlySet<string> Pairs { get; private init; } = new HashSet<string>();

    /// <summary>Reads a text.</summary>
    public static OpinionTerms Of(string text)
    {
        var pieces = Pieces().Matches(text);
        var keys = pieces.Select(p => VietnameseText.AccentedKey(p.Value)).ToList();
        var terms = new List<Term>();
        HashSet<string> figures = [], loose = [], symbols = [], names = [], denied = [];
        var denies = false;
        for (var i = 0; i < pieces.Count; i++)
        {
            var (piece, length) = (pieces[i], 1);
            string? word = null;
            if (piece.Groups["symbol"].Success) symbols.Add(word = Blanks().Replace(keys[i], ""));
            else if (piece.Groups["number"].Success) word = Figure(piece.Value, i + 2 < keys.Count && keys[i + 1] == "phần" && keys[i + 2] == "trăm", figures, loose);
            else if (keys[i] == "hơn" && i + 1 < pieces.Count && pieces[i + 1].Groups["number"].Success) word = "trên";
            else if (IsMark(piece.Value)) symbols.Add(word = keys[i]);
            else (word, length) = Phrase(keys, i);

            var end = pieces[i + length - 1];
            i += length - 1;
            if (string.IsNullOrEmpty(word)) continue;
            if (length == 1 && char.IsAsciiDigit(word[0]) && char.IsLetter(piece.Value[0])) loose.Add(word);
            if (char.IsUpper(piece.Value[0]) && !piece.Groups["symbol"].Success && !BeginsSentence(text, piece.Index)) names.Add(word);
            if (denies) denied.Add(word);
            denies = length == 1 && OpinionPhrases.Denies(keys[i]);
            terms.Add(new(word, piece.Index..(end.Index + end.Length)));
        }
        return new(terms)
        {
            Figures = figures, LooseFigures = loose, Symbols = symbols, Names = names, Denied = denied,
            Words = terms.Select(t => t.Word).ToHashSet(), Pairs = terms.Zip(terms.Skip(1), (a, b) => $"{a.Word} {b.Word}").ToHashSet(),
        };
    }

    /// <summary>Whether figures, symbols and names of two opinions may stand for the same and neither denies what the other one asks for.</summary>
    public bool AgreesWith(OpinionTerms other) =>
        Symbols.SetEquals(other.Symbols) && Denied.SetEquals(other.Denied)
        && Figures.All(other.HasFigure) && other.Figures.All(HasFigure)
        && (LooseFigures.All(other.HasFigure) || other.LooseFigures.All(HasFigure))
        && (Names.All(other.Words.Contains) || other.Names.All(Words.Contains));

    private bool HasFigure(string figure) => Figures.Contains(figure) || LooseFigures.Contains(figure);

    private static string Figure(string text, bool perCent, HashSet<string> figures, HashSet<string> loose)
    {
        var read = VietnameseNumber.TryParse(text, out var value, out _);
        var figure = (read ? value.ToString("0.##", CultureInfo.InvariantCulture) : text.TrimEnd('%', ' ')) + (perCent || text.EndsWith('%') ? "%" : "");
        (read && value is >= 1900 and <= 2100 && value == decimal.Truncate(value) && figure[^1] != '%' ? loose : figures).Add(figure);
        return figure;
    }

    private static (string Word, int Length) Phrase(List<string> keys, int at)
    {
        for (var length = Math.Min(OpinionPhrases.Longest, keys.Count - at); length > 0; length--)
            if (OpinionPhrases.Word(string.Join(' ', keys.Skip(at).Take(length))) is { } word) return (word, length);
        return (keys[at], 1);
    }

    /// <summary>A Roman numeral (Mục II) or the letter of a point (điểm a, Nhóm B).</summary>
    private static bool IsMark(string piece) => piece is [(>= 'a' and <= 'd') or (>= 'A' and <= 'D')] || piece.All(c => c is 'I' or 'V' or 'X');

    private static bool BeginsSentence(string text, int at)
    {
        while (at > 0 && char.IsWhiteSpace(text[at - 1]) && text[at - 1] != '\n') at--;
        return at == 0 || text[at - 1] is '.' or '!' or '?' or ':' or ';' or '\n' or '"' or '“' or '(' or '-' or '+';
    }

    [GeneratedRegex(@"(?<symbol>\d+(?:\s?-\s?\p{Lu}\p{L}*)?(?:/[\p{L}\d]+(?:-\p{L}+)*)+)|(?<number>\d+(?:[.,]\d+)*(?:\s?%)?)|\p{L}+")]
    private static partial Regex Pieces();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}

/// <summary>A word of an opinion.</summary>
/// <param name="Word">The word as it is compared.</param>
/// <param name="Place">Where it stands in the text.</param>
internal readonly record struct Term(string Word, Range Place);
