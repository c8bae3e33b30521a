using ConferenceRecords.Data.LocalServer;
using Xunit;

namespace ConferenceRecords.Data.Tests.LocalServer;

public sealed class ServerProgramsTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("cr-programs").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public async Task Find_PutsTheNewestFirst_AndLeavesOutOldAndIncompleteOnes()
    {
        string fourteen = Make("pg/14/bin", 14), fifteen = Make("pg/15/bin", 15), nine = Make("pg/9.6/bin", 9), eighteen = Make("pg/18/bin", 18);
        var clientOnly = Make("pg/19/bin", 19);
        File.Delete(Path.Combine(clientOnly, "postgres"));
        var found = await FindAsync(new(null, string.Join(Path.PathSeparator, fifteen, Path.Combine(root, "absent")), [Path.Combine(root, "pg/*/bin")]));
        Assert.Equal([new(eighteen, 18), new ServerPrograms(fifteen, 15)], found);
        Assert.True(Directory.Exists(fourteen) && Directory.Exists(nine));
    }

    [Fact]
    public async Task Find_OfTheSameVersion_PrefersThePath_AndResolvesItsLinks()
    {
        string real = Make("real/bin", 16), other = Make("lib/postgresql16/bin", 16);
        var links = Directory.CreateDirectory(Path.Combine(root, "links")).FullName;
        foreach (var name in (string[])["initdb", "pg_ctl", "postgres"]) File.CreateSymbolicLink(Path.Combine(links, name), Path.Combine(real, name));
        var found = await FindAsync(new(null, links, [Path.Combine(root, "real/bin"), Path.Combine(root, "lib/postgresql*/bin")]));
        Assert.Equal([new(real, 16), new ServerPrograms(other, 16)], found);
    }

    [Fact]
    public async Task Find_WithANamedFolder_TakesThatOne()
    {
        string named = Make("mine", 15), newer = Make("pg/18/bin", 18);
        Assert.Equal([new ServerPrograms(named, 15)], await FindAsync(new(named, newer, [])));
    }

    [Theory]
    [InlineData("absent")]
    [InlineData("old")]
    public async Task Find_WithANamedFolderThatWillNotDo_SaysSo(string name)
    {
        Make("old", 14);
        var named = Path.Combine(root, name);
        var problem = await Assert.ThrowsAsync<LocalServerException>(() => FindAsync(new(named, Make("pg/18/bin", 18), [])));
        Assert.Contains(named, problem.Message, StringComparison.Ordinal);
        Assert.Contains(ServerPrograms.Variable, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Choose_PrefersTheVersionOfTheData_ToTheNewest()
    {
        Directory.CreateDirectory(Path.Combine(root, "postgresql-16", "data"));
        File.WriteAllText(Path.Combine(root, "postgresql-16", "data", "PG_VERSION"), "16\n");
        Directory.CreateDirectory(Path.Combine(root, "postgresql-17", "making-0"));
        ServerPrograms seventeen = new("/17", 17), sixteen = new("/16", 16);
        Assert.Equal(sixteen, PrivateServer.Choose(root, ServerOptions.Portal, [seventeen, sixteen]));
        Assert.Throws<LocalServerException>(() => PrivateServer.Choose(root, ServerOptions.Portal, [seventeen]));
        Assert.Equal(seventeen, PrivateServer.Choose(root, ServerOptions.ForTests, [seventeen]));
        Assert.Throws<LocalServerException>(() => PrivateServer.Choose(root, ServerOptions.ForTests, []));
    }

    private static Task<IReadOnlyList<ServerPrograms>> FindAsync(ProgramPlaces places) => ServerPrograms.FindAsync(places, TestContext.Current.CancellationToken);

    /// <summary>Programs that know their version and nothing else.</summary>
    private string Make(string folder, int major)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The stand-ins are shell scripts");
        var full = Directory.CreateDirectory(Path.Combine(root, folder)).FullName;
        foreach (var name in (string[])["initdb", "pg_ctl", "postgres"])
        {
            var path = Path.Combine(full, name);
            File.WriteAllText(path, $"#!/bin/sh\necho '{name} (PostgreSQL) {major}.2 (Debian)'\n");
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, (UnixFileMode)0b111_101_101);
        }
        return full;
    }
}
