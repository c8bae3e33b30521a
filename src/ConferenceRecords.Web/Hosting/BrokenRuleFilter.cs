using ConferenceRecords.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ConferenceRecords.Web.Hosting;

/// <summary>
/// A rule of the domain or a constraint of the database that a page did not turn into a message of its own: 409, with a page that says to
/// load the record anew. A record that somebody else holds for too long: 503, try again. Never an "internal error": the program did not fail.
/// </summary>
internal sealed class BrokenRuleFilter : IExceptionFilter
{
    public void OnException(ExceptionContext context)
    {
        if (Status(context.Exception) is not { } status) return;
        context.Result = new StatusCodeResult(status);
        context.ExceptionHandled = true;
    }

    private static int? Status(Exception exception) => (exception as PostgresException ?? exception.InnerException as PostgresException)?.SqlState switch
    {
        PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled => StatusCodes.Status503ServiceUnavailable,
        ['2', '3', ..] => StatusCodes.Status409Conflict,
        _ => exception is DomainException or DbUpdateConcurrencyException ? StatusCodes.Status409Conflict : null,
    };
}
