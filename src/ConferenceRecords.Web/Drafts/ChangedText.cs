using System.Text.Encodings.Web;
using ConferenceRecords.Domain.Drafts;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Localization;

namespace ConferenceRecords.Web.Drafts;

/// <summary>
/// Two texts in one, what went in <c>del</c> and what came in <c>ins</c>, each with a word for those who can't see them. Written without a template: one
/// blank too many would part a word from its comma.
/// </summary>
public sealed class ChangedText(string older, string newer, IStringLocalizer<SharedText> words) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(encoder);
        var before = PieceKind.Same;
        foreach (var piece in WordDifference.Of(older, newer))
        {
            if (piece.Kind == PieceKind.Same || string.IsNullOrWhiteSpace(piece.Text)) Write(writer, encoder, piece);
            else
            {
                // The blank before a word stays outside: a line under nothing looks like a mistake.
                var change = piece.Text.TrimStart(' ');
                if (before == PieceKind.Deleted || change.Length < piece.Text.Length) writer.Write(' ');
                var (tag, word) = piece.Kind == PieceKind.Deleted ? ("del", words["bỏ:"]) : ("ins", words["thêm:"]);
                writer.Write($"<{tag}><span class=\"hidden\">");
                encoder.Encode(writer, word.Value);
                writer.Write(" </span>");
                Write(writer, encoder, piece with { Text = change });
                writer.Write($"</{tag}>");
            }
            before = piece.Kind;
        }
    }

    /// <summary>A break is where a paragraph was divided or a line of a cell ends; a cell of a row ends with a bar. Blanks that went are not shown.</summary>
    private static void Write(TextWriter writer, HtmlEncoder encoder, WordPiece piece)
    {
        if (piece.Kind == PieceKind.Deleted && string.IsNullOrWhiteSpace(piece.Text) && !piece.Text.Contains('\t', StringComparison.Ordinal)) return;
        foreach (var (index, line) in piece.Text.Split('\n').Index())
        {
            if (index > 0) writer.Write("<br>");
            encoder.Encode(writer, line.Replace("\t", " | ", StringComparison.Ordinal));
        }
    }
}
