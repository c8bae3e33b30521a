using ConferenceRecords.Data.LocalServer;
using ConferenceRecords.Data.Setup;
using Npgsql;
using Xunit;

namespace ConferenceRecords.Data.Tests.LocalServer;

public sealed class PrivateServerTests
{
    [Fact]
    public async Task Start_OnAnEmptyFolder_ServesThisUserAlone_AndKeepsWhatIsCommitted()
    {
        await using var folder = new ServerFolder().LetThrough();
        await using var server = await folder.StartAsync();
        Assert.Equal("on", await ServerFolder.AskAsync(server, "SHOW fsync"));
        Assert.Equal("on", await ServerFolder.AskAsync(server, "SHOW synchronous_commit"));
        Assert.Equal("on", await ServerFolder.AskAsync(server, "SHOW full_page_writes"));
        Assert.Equal("on", await ServerFolder.AskAsync(server, "SHOW data_checksums"));
        Assert.Contains(folder.Home, Assert.Single(folder.Said), StringComparison.Ordinal);
        if (OperatingSystem.IsWindows()) return;
        Assert.Equal("", await ServerFolder.AskAsync(server, "SHOW listen_addresses"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder.Home, "secret")));
        foreach (var own in (string[])["socket", "data"])
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.Combine(folder.Home, own)));
    }

    [Fact]
    public async Task Start_WithTheRolesOfTheSetup_LetsEachInWithItsPasswordOnly()
    {
        await using var folder = new ServerFolder().LetThrough();
        await using var server = await folder.StartAsync(ServerOptions.ForTests);
        await DatabaseSetup.CreateAsync(server.AdminConnectionString, server.PasswordFor, new(), TestContext.Current.CancellationToken);
        await using var owner = new NpgsqlConnection(server.ConnectionStringFor(DatabaseSetup.Owner, "records"));
        await owner.OpenAsync(TestContext.Current.CancellationToken);
        await using var guess = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(owner.ConnectionString) { Password = server.PasswordFor("cr_public") }.ConnectionString);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => guess.OpenAsync(TestContext.Current.CancellationToken));
        Assert.Equal(PostgresErrorCodes.InvalidPassword, refused.SqlState);
    }

    [Fact]
    public async Task Dispose_OfTheFirstOfTwo_LeavesTheServerToTheSecond_WhichStopsIt()
    {
        await using var folder = new ServerFolder().LetThrough();
        var first = await folder.StartAsync();
        var second = await folder.StartAsync();
        var id = folder.ServerId;
        Assert.Equal(first.PasswordFor("cr_office"), second.PasswordFor("cr_office"));
        await first.DisposeAsync();
        await first.DisposeAsync();
        Assert.Equal("1", await ServerFolder.AskAsync(second, "SELECT 1"));
        await second.DisposeAsync();
        Assert.False(folder.IsRunning);

        await using var third = await folder.StartAsync();
        Assert.NotEqual(id, folder.ServerId);
        Assert.Equal(first.PasswordFor("cr_office"), third.PasswordFor("cr_office"));
    }

    [Fact]
    public async Task Start_OfTwoProgramsAtOnce_MakesOneServer()
    {
        await using var folder = new ServerFolder().LetThrough();
        var instances = await Task.WhenAll(folder.StartInstanceAsync(), folder.StartInstanceAsync());
        await using var server = await folder.StartAsync();
        Assert.Empty(folder.Said);
        Assert.Equal(3, Directory.GetFiles(Path.Combine(folder.Home, "leases")).Length);
        foreach (var instance in instances)
        {
            instance.StandardInput.Close();
            await instance.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, instance.ExitCode);
        }
        Assert.Equal("1", await ServerFolder.AskAsync(server, "SELECT 1"));
    }

    [Fact]
    public async Task Start_WithTooLongAPathForASocket_UsesAPortOfThisMachine()
    {
        await using var folder = new ServerFolder("cr-" + new string('d', 90)).LetThrough();
        await using var first = await folder.StartAsync(ServerOptions.ForTests);
        await using var second = await folder.StartAsync(ServerOptions.ForTests);
        Assert.Equal("127.0.0.1", await ServerFolder.AskAsync(second, "SHOW listen_addresses"));
        Assert.Equal("127.0.0.1", new NpgsqlConnectionStringBuilder(first.AdminConnectionString).Host);
    }

    [Fact]
    public async Task Start_OverDataOfAnotherVersion_SaysSo_AndTouchesNothing()
    {
        await using var folder = new ServerFolder().LetThrough();
        var old = Path.Combine(folder.Path, "postgresql-14", "data");
        Directory.CreateDirectory(old);
        await File.WriteAllTextAsync(Path.Combine(old, "PG_VERSION"), "14\n", TestContext.Current.CancellationToken);
        var problem = await Assert.ThrowsAsync<LocalServerException>(() => folder.StartAsync());
        Assert.Contains("PostgreSQL 14", problem.Message, StringComparison.Ordinal);
        Assert.Contains(DataFolder.Variable, problem.Message, StringComparison.Ordinal);
        Assert.Equal(["PG_VERSION"], Directory.GetFiles(old).Select(Path.GetFileName));
        Assert.Single(Directory.GetDirectories(folder.Path));
    }

    [Fact]
    public async Task Start_OverDataMovedIntoTheWrongVersionsFolder_SaysSo()
    {
        await using var folder = new ServerFolder().LetThrough();
        await (await folder.StartAsync()).DisposeAsync();
        await File.WriteAllTextAsync(Path.Combine(folder.Home, "data", "PG_VERSION"), "12\n", TestContext.Current.CancellationToken);
        var problem = await Assert.ThrowsAsync<LocalServerException>(() => folder.StartAsync());
        Assert.Contains("PostgreSQL 12", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WhereNothingMayBeWritten_NamesTheFolderAndTheVariable()
    {
        await using var folder = new ServerFolder().LetThrough();
        await File.WriteAllTextAsync(folder.Path, "a file where the folder should be", TestContext.Current.CancellationToken);
        var problem = await Assert.ThrowsAsync<LocalServerException>(() => folder.StartAsync());
        Assert.Contains(folder.Path, problem.Message, StringComparison.Ordinal);
        Assert.Contains(DataFolder.Variable, problem.Message, StringComparison.Ordinal);
    }
}
