using ConferenceRecords.Data.Queries;
using ConferenceRecords.Data.Records;
using ConferenceRecords.Web.Forms;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ConferenceRecords.Web.Pages.Office.People;

/// <summary>What became of a person entered by hand.</summary>
public enum PersonResult
{
    /// <summary>Entered, by this request or by an earlier one with the same key.</summary>
    Entered,

    /// <summary>The key names another person: the form was sent again with other words.</summary>
    KeyTaken,

    /// <summary>Not entered; the form says why.</summary>
    Refused,
}

/// <summary>Enters one person, from the directory or from the list of those invited. Who may be the same person is shown first.</summary>
public static class PersonEntry
{
    /// <summary>Enters the person with what goes with it, in one save.</summary>
    /// <param name="page">The page.</param>
    /// <param name="records">The office's context.</param>
    /// <param name="input">What was typed.</param>
    /// <param name="membership">Body and term of a member; null for a guest.</param>
    /// <param name="more">What is saved with the person, such as an invitation.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>What became of it, and those who may be the same person.</returns>
    public static async Task<(PersonResult Result, IReadOnlyList<DelegateLine> Same)> EnterPersonAsync(
        this PageModel page, RecordsContext records, PersonInput input, Membership? membership, object? more, CancellationToken cancel)
    {
        if (!page.Validate(input, new PersonInput.Validator())) return (PersonResult.Refused, []);
        var post = input.Post(membership);
        if (await records.Delegates.AsNoTracking().SingleOrDefaultAsync(d => d.Id == input.Id, cancel) is { } stored)
        {
            var isSame = (stored.FullName, stored.Position, stored.Unit, stored.IsMember) == (input.Name, post?.Position, post?.Unit, membership is not null);
            return (isSame ? PersonResult.Entered : PersonResult.KeyTaken, []);
        }
        if (!input.AddAnyway && await records.SamePersonAsync(input.Name, post?.Unit, cancel) is { Count: > 0 } same)
        {
            page.ModelState.AddModelError("Input.FullName", page.Text()["Danh bạ đã có người cùng tên. Kiểm tra danh sách ở dưới trước khi thêm"]);
            return (PersonResult.Refused, same);
        }
        var entered = page.Try(() =>
        {
            var person = new Domain.People.Delegate(input.Id, input.Name, post?.Position, post?.Unit, membership is not null);
            if (post is not null) person.Hold(Guid.CreateVersion7(), post);
            records.Add(person);
            if (more is not null) records.Add(more);
        });
        return (entered && await page.SaveAsync(records, cancel) == SaveResult.Saved ? PersonResult.Entered : PersonResult.Refused, []);
    }
}
