namespace ConferenceRecords.Domain.Drafts;

/// <summary>What became of a piece of text.</summary>
public enum PieceKind
{
    /// <summary>It stands in both texts.</summary>
    Same,

    /// <summary>It stands in the newer text only.</summary>
    Inserted,

    /// <summary>It stands in the older text only.</summary>
    Deleted,
}

/// <summary>A piece of text.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Text">The piece.</param>
public readonly record struct WordPiece(PieceKind Kind, string Text);

/// <summary>Tells two texts apart word by word, so that a person can read what changed: see <c>docs/decisions/015-comparing-versions.md</c>.</summary>
public static class WordDifference
{
    /// <summary>The same and the deleted pieces are the older text, the same and the inserted ones the newer; figures, dates and symbols of documents are never torn apart.</summary>
    /// <param name="older">The older text.</param>
    /// <param name="newer">The newer text.</param>
    /// <returns>The pieces in reading order, in each change what was deleted before what was inserted.</returns>
    /// <exception cref="ArgumentNullException">A text is null.</exception>
    public static IReadOnlyList<WordPiece> Of(string older, string newer)
    {
        ArgumentNullException.ThrowIfNull(older);
        ArgumentNullException.ThrowIfNull(newer);
        if (older == newer) return older.Length == 0 ? [] : [new(PieceKind.Same, older)];
        var (old, now) = (Words(older), Words(newer));
        var partners = EditScript.Partners([.. old.Select(w => w.Text)], [.. now.Select(w => w.Text)]);
        DropIslands(partners, old, now);
        return Write(old, now, partners);
    }

    /// <summary>Words and marks, each with the blanks before it; the last one is empty and holds the blanks at the end.</summary>
    private static List<(string Before, string Text)> Words(string text)
    {
        var words = new List<(string, string)>();
        var before = "";
        foreach (var piece in WordPieces.Of(text))
        {
            if (char.IsWhiteSpace(piece[0]))
            {
                before = piece;
                continue;
            }
            words.Add((before, piece));
            before = "";
        }
        words.Add((before, ""));
        return words;
    }

    /// <summary>
    /// Words that stay by chance between two changes make a difference hard to read ("và" kept within two replaced sentences): a run of sameness that is short
    /// beside both of its changes joins them. A figure that stayed is never shown as replaced by itself.
    /// </summary>
    private static void DropIslands(int[] partners, List<(string Before, string Text)> old, List<(string Before, string Text)> now)
    {
        for (var dropped = true; dropped;)
        {
            dropped = false;
            var (left, at, atNow) = (0, 0, 0);
            while (at < partners.Length)
            {
                var start = at;
                while (at < partners.Length && partners[at] >= 0 && (at == start || partners[at] == partners[at - 1] + 1)) at++;
                var (from, end) = (start, at);
                var island = from < end ? Weight(old, from, end) : 0;
                while (at < partners.Length && partners[at] < 0) at++;
                var next = at < partners.Length ? partners[at] : now.Count;
                var after = from < end ? partners[end - 1] + 1 : atNow;
                var right = Math.Max(Weight(old, end, at), Weight(now, after, next));
                if (from < end && end < partners.Length && left > 0 && right > 0 && island * 2 <= Math.Min(left, right)
                    && !old[from..end].Exists(w => WordPieces.IsFigure(w.Text)))
                {
                    partners.AsSpan(from, end - from).Fill(-1);
                    dropped = true;
                }
                (left, atNow) = (right, next);
            }
        }
    }

    /// <summary>Words between two places; punctuation weighs nothing unless it stands alone.</summary>
    private static int Weight(List<(string Before, string Text)> words, int from, int to)
    {
        var weight = 0;
        for (var i = from; i < to; i++) weight += words[i].Text.Length > 0 && WordPieces.IsWord(words[i].Text) ? 2 : 0;
        return weight == 0 && to > from ? 1 : weight;
    }

    private static IReadOnlyList<WordPiece> Write(List<(string Before, string Text)> old, List<(string Before, string Text)> now, int[] partners)
    {
        var writer = new PieceWriter();
        var (atOld, atNow) = (0, 0);
        for (var i = 0; i <= partners.Length; i++)
        {
            var last = i == partners.Length;
            if (!last && partners[i] < 0) continue;
            var next = last ? now.Count : partners[i];
            for (; atOld < i; atOld++) writer.Delete(old[atOld].Before + old[atOld].Text);
            for (; atNow < next; atNow++) writer.Insert(now[atNow].Before + now[atNow].Text);
            if (last) break;
            if (old[i].Before != now[next].Before)
            {
                writer.Delete(old[i].Before);
                writer.Insert(now[next].Before);
                writer.Keep(old[i].Text);
            }
            else writer.Keep(old[i].Before + old[i].Text);
            (atOld, atNow) = (i + 1, next + 1);
        }
        return writer.Pieces();
    }
}
