using ConferenceRecords.Documents.Agenda;
using ConferenceRecords.Domain.Text;
using ConferenceRecords.Web.Forms;
using FluentValidation;

namespace ConferenceRecords.Web.Pages.Office.Agenda;

/// <summary>The preview of a list, all of it: nothing is stored before the import, so the rows travel in the form.</summary>
public sealed record ImportInput(Guid Id, List<ImportGroup>? Groups, List<ImportRow>? Rows)
{
    /// <summary>The most rows of one import.</summary>
    public const int MostRows = 300;

    public static ImportInput Empty => new(Guid.CreateVersion7(), null, null);

    public IReadOnlyList<ImportGroup> AllGroups => Groups ?? [];

    public IReadOnlyList<ImportRow> AllRows => Rows ?? [];

    public IEnumerable<ImportRow> Taken => AllRows.Where(r => r.Take);

    /// <summary>Exchanges the converted titles with those that stood in the list.</summary>
    public ImportInput Exchanged() => this with { Rows = [.. AllRows.Select(r => string.IsNullOrWhiteSpace(r.Original) ? r : r with { Title = r.Original, Original = r.Title })] };
}

/// <summary>A heading of the list and the number that it states.</summary>
public sealed record ImportGroup(string? Heading, int? Stated, Guid? CategoryId);

/// <summary>A row of the preview as it stands now.</summary>
/// <param name="Take">Ticked.</param>
/// <param name="Number">As written.</param>
/// <param name="Title">As converted, or as corrected.</param>
/// <param name="Original">The title before Unicode, or the converted one after an exchange.</param>
/// <param name="CategoryId">As recognised, or as chosen.</param>
/// <param name="LeadAgencyId">As recognised, or as chosen.</param>
/// <param name="Agency">The agency as written, where no agency of the portal has that name.</param>
/// <param name="Problems">What to look at, names of <see cref="AgendaRowProblem"/> between commas.</param>
/// <param name="Known">Whether the preview said that the title is on the agenda.</param>
public sealed record ImportRow(bool Take, string? Number, string? Title, string? Original, Guid? CategoryId, Guid? LeadAgencyId, string? Agency, string? Problems, bool Known)
{
    public string Line => VietnameseText.CleanLine(Title ?? "");

    public IEnumerable<AgendaRowProblem> AllProblems =>
        (Problems ?? "").Split(',').Select(name => Enum.TryParse<AgendaRowProblem>(name, out var problem) ? problem : (AgendaRowProblem?)null).OfType<AgendaRowProblem>();

    public sealed class Validator : AbstractValidator<ImportRow>
    {
        public Validator()
        {
            RuleFor(x => x.Title).Text(1000, "Nhập tên nội dung", "Tên nội dung dài quá 1.000 ký tự. Hãy rút gọn").NotStamped();
            RuleFor(x => x.Number).OptionalText(AgendaDraftRow.LongestNumber, "Số thứ tự dài quá 20 ký tự. Hãy rút gọn");
            RuleFor(x => x.CategoryId).NotNull().WithMessage("Chọn nhóm nội dung");
        }
    }
}
