using ConferenceRecords.Data.Records;
using ConferenceRecords.Domain;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace ConferenceRecords.Web.Forms;

/// <summary>How a form answers: its errors beside the fields with what was typed kept, or one word that it is done.</summary>
public static class FormAnswers
{
    /// <summary>The key under which the word of success waits for the next page.</summary>
    public const string Done = "Done";

    /// <summary>The key of the address that undoes what was done.</summary>
    public const string Undo = "Undo";

    /// <summary>The key under which the word of what could not be done waits for the next page.</summary>
    public const string Warning = "Warning";

    /// <summary>Checks the input; every error goes to its field.</summary>
    /// <param name="page">The page.</param>
    /// <param name="input">What was bound.</param>
    /// <param name="validator">Its rules; the messages are Vietnamese and keys of the English ones.</param>
    /// <param name="name">What the names of its fields begin with.</param>
    /// <returns>Whether there is no error, those of binding included.</returns>
    public static bool Validate<T>(this PageModel page, T input, IValidator<T> validator, string name = "Input")
    {
        foreach (var failure in validator.Validate(input).Errors)
        {
            var key = $"{name}.{failure.PropertyName}";
            page.ModelState.AddModelError(key, page.Text()[failure.ErrorMessage]);
            page.HttpContext.ErrorOrder().Add(key);
        }
        return page.ModelState.IsValid;
    }

    /// <summary>Runs one method of the domain; a broken rule becomes an error of the form.</summary>
    /// <returns>Whether no rule was broken.</returns>
    public static bool Try(this PageModel page, Action act)
    {
        try
        {
            act();
            return true;
        }
        catch (DomainException broken)
        {
            page.ModelState.AddModelError("", page.Text()[BrokenRules.Message(broken.Code)]);
            return false;
        }
    }

    /// <summary>
    /// Saves, and tells apart what may go wrong: the same form sent twice is <see cref="SaveResult.Saved"/> (its key is there already), a record that
    /// somebody else changed is <see cref="SaveResult.Stale"/>.
    /// </summary>
    public static async Task<SaveResult> SaveAsync(this PageModel page, RecordsContext records, CancellationToken cancel)
    {
        try
        {
            await records.SaveChangesAsync(cancel);
            return SaveResult.Saved;
        }
        catch (DbUpdateConcurrencyException)
        {
            page.ModelState.AddModelError("", page.Text()[BrokenRules.Stale]);
            page.Response.StatusCode = StatusCodes.Status409Conflict;
            return SaveResult.Stale;
        }
        catch (DbUpdateException problem) when (problem.InnerException is Npgsql.PostgresException { SqlState: "23505" } duplicate)
        {
            if (duplicate.ConstraintName?.StartsWith("pk_", StringComparison.Ordinal) == true) return SaveResult.Saved;
            page.ModelState.AddModelError("", page.Text()[BrokenRules.Message(duplicate.ConstraintName ?? "")]);
            return SaveResult.Duplicate;
        }
    }

    /// <summary>The form again with its errors: 422, or the status already set (409 for a conflict).</summary>
    public static PageResult Refused(this PageModel page)
    {
        if (page.Response.StatusCode == StatusCodes.Status200OK) page.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page.Page();
    }

    /// <summary>Leaves a word for the next page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="message">What happened.</param>
    /// <param name="undo">Address to post to in order to undo it; null where there is no undoing.</param>
    public static void Say(this PageModel page, string message, string? undo = null)
    {
        page.TempData[Done] = message;
        if (undo is not null) page.TempData[Undo] = undo;
    }

    /// <summary>Leaves a word for the next page: why nothing was done.</summary>
    public static void Warn(this PageModel page, string message) => page.TempData[Warning] = message;

    /// <summary>The fields with errors in the order of the rules, which is that of the form; the model state keeps none.</summary>
    internal static List<string> ErrorOrder(this HttpContext context)
    {
        if (context.Items[nameof(ErrorOrder)] is List<string> order) return order;
        context.Items[nameof(ErrorOrder)] = order = [];
        return order;
    }

    /// <summary>The words of the interface.</summary>
    public static IStringLocalizer<SharedText> Text(this PageModel page) => page.HttpContext.RequestServices.GetRequiredService<IStringLocalizer<SharedText>>();
}

/// <summary>What became of a save.</summary>
public enum SaveResult
{
    /// <summary>It is stored, by this request or by an earlier one with the same key.</summary>
    Saved,

    /// <summary>Somebody else changed the record since the form was opened.</summary>
    Stale,

    /// <summary>Another record has the same number or place.</summary>
    Duplicate,
}
