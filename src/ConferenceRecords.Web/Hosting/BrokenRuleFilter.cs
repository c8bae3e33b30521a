using ConferenceRecords.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ConferenceRecords.Web.Hosting;

/// <summary>
/// A rule of the domain or a constraint of the database that a page did not turn into a message of its own: 409, with a page that says to
/// load the record anew. A record that somebody else holds for too long, or a database that is away or full of visitors: 503, try again.
/// Never an "internal error": the program did not fail.
/// </summary>
internal sealed class BrokenRuleFilter : IExceptionFilter
{
    public void OnException(ExceptionContext context)
    {
        if (Status(context.Exception) is not { } status) return;
        context.Result = new StatusCodeResult(status);
        context.ExceptionHandled = true;
    }

    private static int? Status(Exception exception)
    {
        // What EF takes for passing it wraps twice: in a failure of the save, and that in an advice to retry.
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case PostgresException { SqlState: PostgresErrorCodes.QueryCanceled } or NpgsqlException { IsTransient: true }:
                    return StatusCodes.Status503ServiceUnavailable;
                case DomainException or DbUpdateConcurrencyException or PostgresException { SqlState: ['2', '3', ..] }:
                    return StatusCodes.Status409Conflict;
            }
        }
        return null;
    }
}
