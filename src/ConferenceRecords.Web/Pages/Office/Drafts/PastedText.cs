using ConferenceRecords.Data.Queries;
using ConferenceRecords.Documents.Drafts;
using ConferenceRecords.Domain.Drafts;
using ConferenceRecords.Web.Forms;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ConferenceRecords.Web.Pages.Office.Drafts;

/// <summary>What the forms for a text of a draft have in common: a file or the pasted text, a note and the declaration that it is not classified.</summary>
public interface IPastedText
{
    Guid Id { get; }

    /// <summary>A Word file or a PDF; the pasted text is not looked at then.</summary>
    IFormFile? File { get; }

    string? Text { get; }

    string? Note { get; }

    bool IsNotSecret { get; }
}

/// <summary>Reads the text of a form into paragraphs.</summary>
public static class PastedText
{
    /// <summary>The paragraphs; null when a limit is passed, with an error that names the paragraph.</summary>
    public static IReadOnlyList<NewParagraph>? Split(this PageModel page, string text)
    {
        try
        {
            return PastedDraft.Split(text);
        }
        catch (DraftTextException problem)
        {
            page.ModelState.AddModelError("Input.Text", problem.Code == DraftTextException.ParagraphTooLong
                ? page.Text()["Đoạn {0} dài quá {1} ký tự. Hãy ngắt đoạn này thành nhiều đoạn rồi lưu lại", problem.Paragraph, problem.Limit]
                : page.Text()["Văn bản có hơn {0} đoạn (từ đoạn {1}). Hãy chia thành nhiều dự thảo", problem.Limit, problem.Paragraph]);
            return null;
        }
    }

    /// <summary>The text of a version as one pastes it: a paragraph a line, each after its marker; the cells of a row with a bar between them.</summary>
    public static string Join(IEnumerable<DraftParagraph> paragraphs) =>
        string.Join('\n', paragraphs.Select(p => (p.Marker is null ? p.Text : $"{p.Marker} {p.Text}").Replace('\n', ' ').Replace("\t", " | ", StringComparison.Ordinal)));

    /// <summary>Whether a stored version holds these paragraphs.</summary>
    public static bool Holds(this IEnumerable<DraftParagraph> stored, IEnumerable<NewParagraph> paragraphs) =>
        stored.Select(p => (p.Kind, p.Marker, p.Text)).SequenceEqual(paragraphs.Select(p => (p.Kind, p.Marker, p.Text)));

    /// <summary>The rules of the common fields.</summary>
    public class Rules<T> : AbstractValidator<T>
        where T : IPastedText
    {
        public Rules()
        {
            RuleFor(x => x.Text).Cascade(CascadeMode.Stop).Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage("Chọn tệp, hoặc dán nội dung dự thảo").NotStamped().When(x => x.File is null);
            RuleFor(x => x.Note).OptionalText(500, "Ghi chú dài quá 500 ký tự. Hãy rút gọn").NotStamped();
            RuleFor(x => x.IsNotSecret).Declared();
        }
    }
}
