using ConferenceRecords.Documents.Agenda;
using ConferenceRecords.Domain.Text;

namespace ConferenceRecords.Web.Pages.Office.Agenda;

/// <summary>Makes the rows of the preview from what was read: which are ticked, and which agency of the portal is meant.</summary>
/// <param name="agencies">Key, name and short name of the agencies.</param>
/// <param name="known">Keys of the titles that are on the agenda.</param>
internal sealed class ImportPreview(IReadOnlyList<(Guid Id, string Name, string ShortName)> agencies, IReadOnlySet<string> known)
{
    /// <summary>Titles are the same where only capitals, marks or blanks differ.</summary>
    public static string Key(string title) => VietnameseText.Fold(title);

    public ImportInput Of(AgendaDraft draft) => ImportInput.Empty with
    {
        Groups = [.. draft.Groups.Select(g => new ImportGroup(g.Heading, g.Stated, g.CategoryId))],
        Rows = [.. draft.Rows.Select(Row)],
    };

    private ImportRow Row(AgendaDraftRow row)
    {
        var isKnown = known.Contains(Key(row.Title));
        var agency = row.LeadAgency is { } written ? Agency(written) : null;
        var doubtful = row.Problems.Contains(AgendaRowProblem.NoNumber) || row.Problems.Contains(AgendaRowProblem.Repeated);
        return new(!isKnown && !doubtful, row.Number, row.Title, row.Original, row.CategoryId, agency, agency is null ? row.LeadAgency : null, string.Join(',', row.Problems), isKnown);
    }

    /// <summary>An agency by its name or its short name; signs and marks make no difference. Two of the same name are none.</summary>
    private Guid? Agency(string written)
    {
        var key = VietnameseText.Slug(written);
        return agencies.Where(a => VietnameseText.Slug(a.Name) == key || VietnameseText.Slug(a.ShortName) == key).Take(2).ToList() is [var one] ? one.Id : null;
    }
}
