using System.Text;

namespace ConferenceRecords.Domain.Drafts;

/// <summary>Puts pieces together: neighbours of a kind become one, and what was deleted stands before what was inserted in its place.</summary>
internal sealed class PieceWriter
{
    private readonly List<WordPiece> pieces = [];
    private readonly StringBuilder same = new(), deleted = new(), inserted = new();

    public void Keep(string text)
    {
        if (text.Length == 0) return;
        EndChange();
        same.Append(text);
    }

    public void Delete(string text) => deleted.Append(text);

    public void Insert(string text) => inserted.Append(text);

    public IReadOnlyList<WordPiece> Pieces()
    {
        EndChange();
        Flush(same, PieceKind.Same);
        return pieces;
    }

    /// <summary>A blank before both the old and the new word is no change.</summary>
    private void EndChange()
    {
        if (deleted.Length + inserted.Length == 0) return;
        var common = 0;
        while (common < deleted.Length && common < inserted.Length && deleted[common] == inserted[common] && char.IsWhiteSpace(deleted[common])) common++;
        same.Append(deleted, 0, common);
        deleted.Remove(0, common);
        inserted.Remove(0, common);
        Flush(same, PieceKind.Same);
        Flush(deleted, PieceKind.Deleted);
        Flush(inserted, PieceKind.Inserted);
    }

    private void Flush(StringBuilder text, PieceKind kind)
    {
        if (text.Length == 0) return;
        pieces.Add(new(kind, text.ToString()));
        text.Clear();
    }
}
