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
            if (piece.Kind == PieceKind.Same) encoder.Encode(writer, piece.Text);
            else
            {
                if (before == PieceKind.Deleted) writer.Write(' ');
                var (tag, word) = piece.Kind == PieceKind.Deleted ? ("del", words["bỏ:"]) : ("ins", words["thêm:"]);
                writer.Write($"<{tag}><span class=\"hidden\">");
                encoder.Encode(writer, word.Value);
                writer.Write(" </span>");
                encoder.Encode(writer, piece.Text);
                writer.Write($"</{tag}>");
            }
            before = piece.Kind;
        }
    }
}
