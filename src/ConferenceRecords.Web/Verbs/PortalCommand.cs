using System.CommandLine;
using ConferenceRecords.Web.Hosting;

namespace ConferenceRecords.Web.Verbs;

/// <summary>The program's command line: without a verb it serves the portal.</summary>
internal static class PortalCommand
{
    /// <summary>Runs the command line and returns the exit code.</summary>
    public static Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Hồ sơ hội nghị: chạy cổng thông tin (không có lệnh con), hoặc một lệnh quản trị.")
        {
            SeedVerb.Create(),
            UserVerb.Create(),
            DatabaseVerb.Create(),
            ExportVerb.Create(),
            ImportVerb.Create(),
        };

        // What is no verb is a setting of the host, such as --urls or --Portal:Surfaces=Public.
        root.TreatUnmatchedTokensAsErrors = false;
        root.SetAction((_, cancel) => PortalHost.ServeAsync(args, cancel));

        // The host listens to the signals of the system itself and ends in order.
        return root.Parse(args).InvokeAsync(new() { ProcessTerminationTimeout = null });
    }

    /// <summary>Runs a verb against the databases of the configuration or the private server, and prints what a person can mend.</summary>
    public static async Task<int> WithPortalAsync(Func<VerbScope, Task<int>> run, CancellationToken cancel)
    {
        try
        {
            await using var scope = await VerbScope.OpenAsync(cancel);
            return await run(scope);
        }
        catch (Exception problem) when (problem is Data.LocalServer.LocalServerException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return 1;
        }
    }
}
