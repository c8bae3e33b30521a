using System.Globalization;
using System.Text.RegularExpressions;
using ConferenceRecords.Domain.Drafts;

namespace ConferenceRecords.Domain.Tests.Drafts.Edited;

/// <summary>What was done to a paragraph.</summary>
internal enum Edit
{
    Untouched, Insert, Delete, Replace, ReplaceLike, Split, Merge, Move, MoveBlock, Reword, RewordMuch, Renumber, RowChange, RowInsert, RowDelete, MoveAndReword, SplitAndReword, MergeAndReword,
}

/// <summary>
/// Two versions of a draft with the truth about them: the second is made of the first by edits that are written down. The same seed gives the same draft.
/// </summary>
internal sealed partial class EditedDraft
{
    private static readonly string[] Romans = ["I.", "II.", "III.", "IV.", "V."];

    private readonly Random random;
    private readonly DraftTemplates templates;
    private readonly List<Line> lines;
    private readonly HashSet<Guid> touched = [];

    private EditedDraft(int seed, bool isMonotonous, IReadOnlyList<(ParagraphKind Kind, string? Marker, string Text, int Table)>? start)
    {
        random = new(seed);
        templates = new(random, isMonotonous);
        lines = start is null ? Generate() : [.. start.Select(p => new Line(p.Kind, p.Marker, p.Text, p.Table, [Guid.CreateVersion7()]))];
        Older = Paragraphs(lines.Select(l => (l, l.Origins.First())));
        Edits = Older.ToDictionary(p => p.Id, _ => Edit.Untouched);
    }

    public IReadOnlyList<ComparedParagraph> Older { get; }

    public IReadOnlyList<ComparedParagraph> Newer { get; private set; } = [];

    /// <summary>For each older paragraph what was done to it.</summary>
    public Dictionary<Guid, Edit> Edits { get; }

    /// <summary>For each older paragraph those of the newer version that hold its words.</summary>
    public ILookup<Guid, Guid> Truth { get; private set; } = null!;

    public int EditCount { get; private set; }

    /// <summary>Makes a draft and edits it.</summary>
    /// <param name="seed">What chance begins with.</param>
    /// <param name="edits">How many edits.</param>
    /// <param name="isMonotonous">Whether nearly every paragraph gives a task in nearly the same words.</param>
    /// <param name="start">The first version; null for one made of templates.</param>
    public static EditedDraft Make(int seed, int edits, bool isMonotonous = false, IReadOnlyList<(ParagraphKind Kind, string? Marker, string Text, int Table)>? start = null)
    {
        var draft = new EditedDraft(seed, isMonotonous, start);
        for (var i = 0; i < edits; i++) draft.EditOne();
        draft.Renumber();
        var placed = draft.lines.Select(l => (Line: l, Id: Guid.CreateVersion7())).ToList();
        draft.Newer = Paragraphs(placed);
        draft.Truth = placed.SelectMany(p => p.Line.Origins.Select(o => (Old: o, New: p.Id))).ToLookup(p => p.Old, p => p.New);
        return draft;
    }

    private List<Line> Generate()
    {
        var made = new List<Line>();
        void Add(ParagraphKind kind, string? marker, string text, int table = 0) => made.Add(new(kind, marker, text, table, [Guid.CreateVersion7()]));
        for (var (section, number, table) = (1, 1, 0); section <= 5; section++)
        {
            Add(ParagraphKind.Heading, Romans[section - 1], templates.Heading().ToUpper(CultureInfo.InvariantCulture));
            Add(ParagraphKind.Body, null, templates.Constant());
            for (var i = random.Next(10, 22); i > 0; i--) Add(ParagraphKind.ListItem, $"{number++}.", templates.Any());
            if (section % 2 == 0) continue;
            table++;
            Add(ParagraphKind.Body, null, templates.Constant());
            Add(ParagraphKind.TableHead, null, "STT\tĐơn vị\tNội dung\tTỷ lệ (%)\tKinh phí", table);
            for (var row = 1; row <= random.Next(6, 12); row++) Add(ParagraphKind.TableRow, null, templates.Row(row), table);
        }
        return made;
    }

    private void EditOne()
    {
        var edit = (Edit)random.Next(1, Enum.GetValues<Edit>().Length);
        for (var attempt = 0; attempt < 50; attempt++)
        {
            if (!Apply(edit, random.Next(lines.Count))) continue;
            EditCount++;
            return;
        }
    }

    private bool Apply(Edit edit, int at)
    {
        var line = lines[at];
        var isRow = line.Kind == ParagraphKind.TableRow;
        if (line.Kind == ParagraphKind.TableHead || !IsFree(line)) return false;
        if (isRow != edit is Edit.RowChange or Edit.RowInsert or Edit.RowDelete) return false;
        switch (edit)
        {
            case Edit.Insert:
                lines.Insert(at, new(ParagraphKind.ListItem, "1.", templates.Any(), 0, []));
                return true;
            case Edit.RowInsert:
                lines.Insert(at, line with { Text = templates.Row(1), Origins = [] });
                return true;
            case Edit.Delete or Edit.RowDelete:
                Mark(edit, line);
                lines.RemoveAt(at);
                return true;
            case Edit.Replace:
                Mark(edit, line);
                lines[at] = line with { Text = templates.Any(), Origins = [] };
                return true;
            case Edit.ReplaceLike:
                // Another task in the same words: only its agency and matter say that it is another one.
                var task = templates.Task();
                if (!line.Text.Contains(" chủ trì", StringComparison.Ordinal) || !DraftTemplates.IsAnother(line.Text, task)) return false;
                Mark(edit, line);
                lines[at] = line with { Text = task, Origins = [] };
                return true;
            case Edit.Reword or Edit.RewordMuch or Edit.RowChange:
                lines[at] = line with { Text = isRow ? OtherCells(line.Text) : Reword(line.Text, edit == Edit.RewordMuch ? 3 : 1) };
                if (lines[at].Text == line.Text) return false;
                Mark(edit, line);
                return true;
            case Edit.Split or Edit.SplitAndReword:
                return Split(edit, at);
            case Edit.Merge or Edit.MergeAndReword:
                return Merge(edit, at);
            case Edit.Move or Edit.MoveAndReword or Edit.MoveBlock:
                return Move(edit, at);
            default:
                Mark(edit, line);
                return true;
        }
    }

    private bool Split(Edit edit, int at)
    {
        var sentences = Sentences().Split(lines[at].Text);
        if (sentences.Length < 2) return false;
        Mark(edit, lines[at]);
        var cut = random.Next(1, sentences.Length);
        string[] parts = [string.Join(' ', sentences[..cut]), string.Join(' ', sentences[cut..])];
        if (edit == Edit.SplitAndReword) parts = [.. parts.Select(p => Reword(p, 1))];
        var line = lines[at];
        lines[at] = line with { Text = parts[0] };
        lines.Insert(at + 1, line with { Text = parts[1] });
        return true;
    }

    private bool Merge(Edit edit, int at)
    {
        if (at + 1 >= lines.Count || lines[at + 1] is not { Kind: ParagraphKind.ListItem } next || lines[at].Kind != ParagraphKind.ListItem || !IsFree(next)) return false;
        Mark(edit, lines[at]);
        Mark(edit, next);
        var text = $"{lines[at].Text} {next.Text}";
        lines[at] = lines[at] with { Text = edit == Edit.MergeAndReword ? Reword(text, 1) : text, Origins = [.. lines[at].Origins, .. next.Origins] };
        lines.RemoveAt(at + 1);
        return true;
    }

    private bool Move(Edit edit, int at)
    {
        var count = edit == Edit.MoveBlock ? 3 : 1;
        var block = lines.Skip(at).Take(count).ToList();
        if (block.Count < count || block.Exists(l => l.Kind != ParagraphKind.ListItem || !IsFree(l))) return false;
        lines.RemoveRange(at, count);
        var to = random.Next(lines.Count);
        if (Math.Abs(to - at) < 3 || lines[to].Table > 0)
        {
            lines.InsertRange(at, block);
            return false;
        }
        foreach (var line in block) Mark(edit, line);
        lines.InsertRange(to, edit == Edit.MoveAndReword ? block.ConvertAll(l => l with { Text = Reword(l.Text, 1) }) : block);
        return true;
    }

    /// <summary>Other words in some places: a figure, a date, an agency, a clause more or less.</summary>
    private string Reword(string text, int strength)
    {
        for (var change = 0; change < strength; change++)
        {
            var figures = Figures().Matches(text);
            switch (random.Next(5))
            {
                case 0 when figures.Count > 0:
                    var figure = figures[random.Next(figures.Count)];
                    text = text[..figure.Index] + templates.OtherFigure(figure.Value) + text[(figure.Index + figure.Length)..];
                    break;
                case 1 when strength > 1 && DraftTemplates.IsAgency(text, out var agency):
                    text = text.Replace(agency, templates.OtherAgency(), StringComparison.Ordinal);
                    break;
                case 2 when text.LastIndexOf(';') is > 20 and var cut:
                    text = text[..cut] + ".";
                    break;
                case 3 when strength > 1 && text.IndexOf(',', StringComparison.Ordinal) is > 0 and var comma:
                    text = $"{text[..comma]}, {templates.OtherMatter()}{text[comma..]}";
                    break;
                default:
                    text = $"{text.TrimEnd('.')}, {templates.Clause()}.";
                    break;
            }
        }
        return text;
    }

    private string OtherCells(string row)
    {
        var cells = row.Split('\t');
        cells[3] = templates.OtherFigure("1,1");
        if (random.Next(2) == 0) cells[4] = templates.OtherFigure("1");
        return string.Join('\t', cells);
    }

    /// <summary>After the edits everything counts on: list items of the whole, rows of each table.</summary>
    private void Renumber()
    {
        var (number, row) = (1, 1);
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Kind == ParagraphKind.ListItem) lines[i] = lines[i] with { Marker = $"{number++}." };
            if (lines[i].Kind == ParagraphKind.TableHead) row = 1;
            if (lines[i].Kind == ParagraphKind.TableRow) lines[i] = lines[i] with { Text = $"{row++}{lines[i].Text[lines[i].Text.IndexOf('\t', StringComparison.Ordinal)..]}" };
        }
    }

    private bool IsFree(Line line) => line.Origins.Count > 0 && line.Origins.All(o => !touched.Contains(o));

    private void Mark(Edit edit, Line line)
    {
        foreach (var origin in line.Origins)
        {
            touched.Add(origin);
            Edits[origin] = edit;
        }
    }

    private static List<ComparedParagraph> Paragraphs(IEnumerable<(Line Line, Guid Id)> placed) =>
        [.. placed.Select((p, i) => new ComparedParagraph(p.Id, i + 1, p.Line.Kind, p.Line.Marker, p.Line.Text, p.Line.Table))];

    [GeneratedRegex(@"(?<=\.) (?=\p{Lu})")]
    private static partial Regex Sentences();

    [GeneratedRegex(@"\d+(?:[/,]\d+)*")]
    private static partial Regex Figures();

    private sealed record Line(ParagraphKind Kind, string? Marker, string Text, int Table, IReadOnlyCollection<Guid> Origins);
}
