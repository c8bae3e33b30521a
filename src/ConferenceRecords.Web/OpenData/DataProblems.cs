using System.Globalization;
using ConferenceRecords.Data.Publication;
using Microsoft.AspNetCore.Diagnostics;
using Npgsql;

namespace ConferenceRecords.Web.OpenData;

/// <summary>Errors of open data as problem details (RFC 9457), in English: programs read them, and their programmers.</summary>
internal static class DataProblems
{
    public static IResult BadCursor() => Of(StatusCodes.Status400BadRequest, "The cursor is not one that an earlier answer gave. Begin without a cursor.");

    public static IResult BadLimit() =>
        Of(StatusCodes.Status400BadRequest, string.Create(CultureInfo.InvariantCulture, $"limit is a whole number from 1 to {PageRequest.Most}."));

    public static IResult NotFound(string detail = "Nothing public has this address.") => Of(StatusCodes.Status404NotFound, detail);

    /// <summary>What is left of an edition that was withdrawn.</summary>
    /// <param name="request">The request for it.</param>
    /// <param name="type">What it was.</param>
    /// <param name="withdrawal">The withdrawal.</param>
    /// <param name="replacement">Address of what holds today; null where there is nothing.</param>
    public static IResult Gone(HttpRequest request, string type, Withdrawal withdrawal, string? replacement) => TypedResults.Problem(
        "It was withdrawn. This address will not answer anything else again.", null, StatusCodes.Status410Gone, "Gone", "about:blank#" + type,
        new Dictionary<string, object?>
        {
            ["id"] = request.Path.Value, ["deleted"] = true, ["withdrawnAt"] = withdrawal.WithdrawnAt, ["reason"] = withdrawal.Reason, ["replacement"] = replacement,
        });

    /// <summary>Answers every error below that has no answer of its own.</summary>
    public static void UseDataProblems(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = context =>
            {
                var problem = context.Features.Get<IExceptionHandlerFeature>()?.Error;
                var status = problem is BadHttpRequestException bad ? bad.StatusCode : IsBusy(problem) ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError;
                return Of(status, Detail(status)).ExecuteAsync(context);
            },
        });
        app.UseStatusCodePages(pages => Of(pages.HttpContext.Response.StatusCode, Detail(pages.HttpContext.Response.StatusCode)).ExecuteAsync(pages.HttpContext));
    }

    public static IResult Of(int status, string detail) => TypedResults.Problem(detail, statusCode: status);

    private static bool IsBusy(Exception? problem)
    {
        for (; problem is not null; problem = problem.InnerException)
            if (problem is PostgresException { SqlState: PostgresErrorCodes.QueryCanceled } or NpgsqlException { IsTransient: true }) return true;
        return false;
    }

    private static string Detail(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "A part of the address or of its query can't be read. Numbers are whole and positive.",
        StatusCodes.Status404NotFound => "Nothing public has this address.",
        StatusCodes.Status405MethodNotAllowed => "Open data are read with GET or HEAD.",
        StatusCodes.Status406NotAcceptable => "This address has no representation of an accepted media type.",
        StatusCodes.Status503ServiceUnavailable => "Too busy. Try again in a moment.",
        _ => "The request was not answered.",
    };
}
