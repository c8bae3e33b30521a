using System.Security.Cryptography;
using System.Text;
using ConferenceRecords.Data.Queries;
using ConferenceRecords.Domain.Text;

namespace ConferenceRecords.Documents.Reports;

/// <summary>The cells of the table that may be filled in: an answer as words.</summary>
/// <param name="Result">"Tiếp thu", "Tiếp thu một phần", "Giữ nguyên" or "Chuyển cơ quan khác"; empty while there is no answer.</param>
/// <param name="Text">What was taken in and how, or the reason.</param>
/// <param name="HandedTo">Short name of the other agency.</param>
/// <param name="Change">The text that carries the change, "bản 2, đoạn 14".</param>
public sealed record AnswerCells(string Result, string Text, string HandedTo, string Change)
{
    /// <summary>Whether nothing stands in them.</summary>
    public bool AreEmpty => (Result, Text, HandedTo, Change) == ("", "", "", "");

    /// <summary>The cells of a response.</summary>
    /// <param name="response">The response; null while there is none.</param>
    /// <returns>Its cells.</returns>
    public static AnswerCells Of(GivenResponse? response) => new AnswerCells(
        response?.Disposition is { } disposition ? ReportWords.Of(disposition) : "", response?.Text ?? "", response?.HandedTo ?? "", ResponseTableDocument.Change(response)).Clean();

    /// <summary>As they are compared: what a spreadsheet does to blanks at the ends and to line breaks is no change.</summary>
    /// <returns>The same cells, cleaned.</returns>
    internal AnswerCells Clean() => new(VietnameseText.CleanLine(Result), VietnameseText.Clean(Text).Trim(), VietnameseText.CleanLine(HandedTo), VietnameseText.CleanLine(Change));

    /// <summary>A token that is another one when any cell, or the opinion that is answered, is another one.</summary>
    /// <param name="opinion">Text of the opinion.</param>
    /// <returns>32 hexadecimal digits.</returns>
    public string Token(string opinion)
    {
        var cells = Clean();
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', opinion, cells.Result, cells.Text, cells.HandedTo, cells.Change))).AsSpan(0, 16));
    }
}
