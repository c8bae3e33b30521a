using ConferenceRecords.Domain.Text;

namespace ConferenceRecords.Documents.Agenda;

/// <summary>Tells headings, contents and the rest apart, and puts the draft together.</summary>
internal sealed class AgendaComposer(AgendaHeading headings, IReadOnlyList<AgendaLine> lines)
{
    private readonly List<Line> groups = [];
    private readonly List<Row> rows = [];
    private readonly List<string> skipped = [];
    private readonly int lastNumbered = lines.ToList().FindLastIndex(l => l.Marker == MarkerKind.Arabic);
    private readonly int lastContent = lines.ToList().FindLastIndex(l => l.Marker is not (MarkerKind.Roman or MarkerKind.Capital));

    /// <summary>The last thing read, which a line may continue.</summary>
    private Line? last;

    /// <summary>Whether nothing stood behind the last marker ("Nội dung 1:"): the next line is its text.</summary>
    private bool isOpen;

    private bool IsNumbered => lastNumbered >= 0;

    public AgendaDraft Compose(LegacyEncoding encoding, bool tracked)
    {
        for (var i = 0; i < lines.Count; i++) Take(i);
        var ofList = rows.Exists(r => r.Text.EndsWith(';'));
        var found = new List<AgendaDraftRow>();
        var titles = new HashSet<string>();
        foreach (var row in rows) found.Add(row.ToDraft(groups, headings, ofList, encoding, titles));
        var counted = rows.CountBy(r => r.Group ?? -1).ToDictionary();
        return new(
            [.. groups.Select((g, index) => new AgendaDraftGroup(g.Text, AgendaHeading.Stated(g.Text), headings.Category(g.Text), counted.GetValueOrDefault(index)))],
            found, skipped, encoding, tracked, IsStamped: false);
    }

    private void Take(int index)
    {
        var line = lines[index];
        if (isOpen && line is { Marker: MarkerKind.None, Cells: null })
        {
            last!.Append(line.Text);
            isOpen = false;
            return;
        }
        isOpen = line.Text.IsBlank;
        if (IsHeading(index))
        {
            groups.Add(new(line.Whole, line.Whole));
            last = groups[^1];
        }
        else if (line.Cells is null && rows.Count > 0 && LeadAgency.Alone(line.Text.Text) is { } agency)
        {
            rows[^1].Agency ??= agency;
        }
        else if (line.Marker == MarkerKind.None && last is not null && (line.Continues || GoesOn(line.Text.Text)))
        {
            last.Append(line.Text);
        }
        else if (IsNumbered && line.Marker is MarkerKind.None && rows.Count == 0 && line.Cells is null)
        {
            skipped.Add(line.Whole);
        }
        else
        {
            Add(line);
        }
    }

    private void Add(AgendaLine line)
    {
        if (line.Cells?.Group is { Length: > 0 } named && groups.FindIndex(g => g.Text == named) is var at)
        {
            if (at < 0) groups.Add(new(named, named));
            rows.Add(new(line, IsNumbered, at < 0 ? groups.Count - 1 : at, Previous()));
        }
        else
        {
            rows.Add(new(line, IsNumbered, groups.Count == 0 ? null : groups.Count - 1, Previous()));
        }
        last = rows[^1];
    }

    private string? Previous() => rows.FindLast(r => r.Number is not null)?.Number;

    /// <summary>A line that begins with a small letter or a bracket is the end of the line before.</summary>
    private bool GoesOn(string text) => IsNumbered && (char.IsLower(text[0]) || text[0] is '(' or '“' or '"' && text.Length > 1 && char.IsLower(text[1]));

    private bool IsHeading(int index)
    {
        var line = lines[index];
        var text = line.Text.Text;
        if (line.Cells is not null) return false;
        var speaks = headings.Category(text) is not null;
        var counts = AgendaHeading.Stated(text) is not null;
        return line.Marker switch
        {
            MarkerKind.Group => true,
            MarkerKind.Roman or MarkerKind.Capital => index < lastContent,
            MarkerKind.Arabic => AgendaHeading.BeginsWithACount(text) && speaks && index < lastNumbered,
            MarkerKind.Small or MarkerKind.Bullet => IsNumbered && speaks && counts,
            _ => !line.Continues && (AgendaHeading.BeginsWithACount(text) || (speaks && (counts || line.IsHeading || text.EndsWith(':'))) || headings.IsNamed(text) || (IsNumbered && (line.IsHeading || OpensAList(index)))),
        };
    }

    /// <summary>An unnumbered line right above a list that begins at 1, or above the next number with a colon.</summary>
    private bool OpensAList(int index)
    {
        if (index + 1 == lines.Count || lines[index + 1] is not { Marker: MarkerKind.Arabic } next || GoesOn(lines[index].Text.Text)) return false;
        return lines[index].Text.Text.EndsWith(':') || (AgendaMarker.Core(next.Number)?.TrimStart('0') == "1" && LeadAgency.Alone(lines[index].Text.Text) is null);
    }

    /// <summary>A text that grows while its further lines come.</summary>
    private class Line(string raw, string text)
    {
        public string Raw { get; private set; } = raw;

        public string Text { get; private set; } = text;

        public void Append(Written more) => (Raw, Text) = ($"{Raw} {more.Raw}".Trim(), $"{Text} {more.Text}".Trim());
    }

    private sealed class Row(AgendaLine line, bool numbered, int? group, string? previous) : Line(line.Text.Raw, line.Text.Text)
    {
        public string? Number => line.Number is { Length: > AgendaDraftRow.LongestNumber } spelled ? Shortened(spelled) : line.Number;

        public int? Group => group;

        public string? Agency { get; set; } = line.Cells?.Agency;

        public AgendaDraftRow ToDraft(List<Line> groups, AgendaHeading headings, bool ofList, LegacyEncoding encoding, HashSet<string> titles)
        {
            var (title, named) = LeadAgency.Split(Text);
            if (ofList) title = title.TrimEnd(';', ' ');
            if (ofList && title.EndsWith('.') && !title.EndsWith("..", StringComparison.Ordinal) && !title.EndsWith("v.v.", StringComparison.Ordinal)) title = title[..^1];
            var category = group is { } at ? headings.Category(groups[at].Text) : null;
            var problems = new List<AgendaRowProblem>();
            if (category is null) problems.Add(AgendaRowProblem.NoCategory);
            if (numbered && line.Number is null) problems.Add(AgendaRowProblem.NoNumber);
            if (Leaps()) problems.Add(AgendaRowProblem.NumberLeap);
            if (!Quotes.AreEqual(title)) problems.Add(AgendaRowProblem.UnequalQuotes);
            if (!titles.Add(VietnameseText.Fold(title))) problems.Add(AgendaRowProblem.Repeated);
            return new(Number, title, encoding == LegacyEncoding.None || Raw == Text ? null : Raw, group, category, Agency ?? named, problems);
        }

        private static string Shortened(string number) => number[(number.IndexOf(' ', number.Length - AgendaDraftRow.LongestNumber - 1) + 1)..] is { Length: <= AgendaDraftRow.LongestNumber } end ? end : number[^AgendaDraftRow.LongestNumber..];

        private bool Leaps() =>
            int.TryParse(AgendaMarker.Core(line.Number), out var number) && number != 1 && !(int.TryParse(AgendaMarker.Core(previous), out var before) && number == before + 1);
    }
}
