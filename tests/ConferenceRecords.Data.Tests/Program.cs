using ConferenceRecords.Data.LocalServer;
using Xunit.Runner.InProc.SystemConsole;

namespace ConferenceRecords.Data.Tests;

/// <summary>The runner of the tests; with <c>hold FOLDER</c> an instance of the program that keeps a private server until its input ends.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        if (args is not ["hold", var folder]) return await ConsoleRunner.Run(args);
        await using var server = await PrivateServer.StartAsync(folder, Console.Error.WriteLine, CancellationToken.None);
        Console.WriteLine("ready");
        await Console.In.ReadLineAsync();
        return 0;
    }
}
