using ConferenceRecords.Data.Records;
using ConferenceRecords.Web.Forms;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Accounts;

/// <summary>What a form about an account offers.</summary>
/// <param name="TiedTo">The delegate that the account belongs to; null while there is none.</param>
/// <param name="Delegates">Delegates without an account.</param>
/// <param name="Agencies">Agencies.</param>
public sealed record AccountChoices(string? TiedTo, IReadOnlyList<SelectListItem> Delegates, IReadOnlyList<SelectListItem> Agencies);

/// <summary>A form about an account; its partial finds the lists in the view data.</summary>
public abstract class AccountFormPage(RecordsContext records) : PageModel
{
    protected RecordsContext Records { get; } = records;

    protected AccountChoices Choices { get; private set; } = new(null, [], []);

    protected async Task LoadChoicesAsync(string? tiedTo, CancellationToken cancel)
    {
        Choices = new(
            tiedTo, await Records.FreeDelegatesAsync(cancel), await Records.Agencies.Where(a => !a.IsClass).OrderBy(a => a.Name).Select(a => new SelectListItem(a.Name, a.Id.ToString())).ToListAsync(cancel));
        ViewData[nameof(AccountChoices)] = Choices;
    }

    /// <summary>Checks what both forms ask.</summary>
    protected bool Check<T>(T input, AccountInput.Rules<T> rules)
        where T : AccountInput
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.AgencyId is { } id && !Choices.Agencies.Any(a => a.Value == id.ToString())) ModelState.AddModelError("Input.AgencyId", this.Text()["Giá trị không hợp lệ. Hãy chọn lại"]);
        return this.Validate(input, rules);
    }
}
