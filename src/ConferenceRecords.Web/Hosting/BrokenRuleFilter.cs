using ConferenceRecords.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ConferenceRecords.Web.Hosting;

/// <summary>
/// A rule of the domain or a constraint of the database that a page did not turn into a message of its own: 409, with a page that says to
/// load the record anew. Never an "internal error": the record refused, the program did not fail.
/// </summary>
internal sealed class BrokenRuleFilter : IExceptionFilter
{
    public void OnException(ExceptionContext context)
    {
        if (context.Exception is not (DomainException or DbUpdateConcurrencyException or DbUpdateException { InnerException: PostgresException { SqlState: ['2', '3', ..] } })) return;
        context.Result = new StatusCodeResult(StatusCodes.Status409Conflict);
        context.ExceptionHandled = true;
    }
}
