using System.Globalization;
using ConferenceRecords.Data.LocalServer;
using Xunit;

namespace ConferenceRecords.Data.Tests.LocalServer;

/// <summary>What the next start makes of the ruins of the last one.</summary>
public sealed class TakeoverTests
{
    private const string Remember = "CREATE TABLE remembered AS SELECT 12 AS conference", Recall = "SELECT conference FROM remembered";

    [Fact]
    public async Task Start_AfterTheServerWasKilled_HasTheData()
    {
        await using var folder = new ServerFolder().LetThrough();
        await using (var server = await folder.StartAsync())
        {
            await ServerFolder.AskAsync(server, Remember);
            await ServerFolder.KillAsync(folder.ServerId);
        }
        await using var again = await folder.StartAsync();
        Assert.Equal("12", await ServerFolder.AskAsync(again, Recall));
    }

    [Fact]
    public async Task Start_AfterTheProgramWasKilled_TakesTheRunningServer_AndStopsIt()
    {
        await using var folder = new ServerFolder().LetThrough();
        var instance = await folder.StartInstanceAsync();
        var id = folder.ServerId;
        await ServerFolder.KillAsync(instance.Id);
        Assert.True(folder.IsRunning);
        await using (var server = await folder.StartAsync())
        {
            Assert.Equal(id, folder.ServerId);
            await ServerFolder.AskAsync(server, Remember);
        }
        Assert.False(folder.IsRunning);
        Assert.Empty(Directory.GetFiles(Path.Combine(folder.Home, "leases")));
    }

    [Fact]
    public async Task Start_AfterBothWereKilled_HasTheData()
    {
        await using var folder = new ServerFolder().LetThrough();
        var instance = await folder.StartInstanceAsync();
        await using (var server = await folder.StartAsync()) await ServerFolder.AskAsync(server, Remember);
        await ServerFolder.KillAsync(instance.Id);
        await ServerFolder.KillAsync(folder.ServerId);
        await using var again = await folder.StartAsync();
        Assert.Equal("12", await ServerFolder.AskAsync(again, Recall));
    }

    [Fact]
    public async Task Start_WithLockFilesThatNameAnotherProcess_Works()
    {
        await using var other = new ServerFolder().LetThrough();
        await using var otherServer = await other.StartAsync(ServerOptions.ForTests);
        await using var folder = new ServerFolder().LetThrough();
        await (await folder.StartAsync()).DisposeAsync();
        // After the restart of a container the number belongs to anybody: here to this test, then to the server of another cluster.
        foreach (var id in (int[])[Environment.ProcessId, other.ServerId])
        {
            string[] lines = [id.ToString(CultureInfo.InvariantCulture), Path.Combine(folder.Home, "data"), "1", "5432", Path.Combine(folder.Home, "socket"), "", "1 1", "ready"];
            await File.WriteAllLinesAsync(folder.PidFile, lines, TestContext.Current.CancellationToken);
            await File.WriteAllLinesAsync(Path.Combine(folder.Home, "socket", ".s.PGSQL.5432.lock"), lines[..5], TestContext.Current.CancellationToken);
            await using var server = await folder.StartAsync();
            Assert.Equal("1", await ServerFolder.AskAsync(server, "SELECT 1"));
        }
        Assert.Equal("1", await ServerFolder.AskAsync(otherServer, "SELECT 1"));
    }

    [Fact]
    public async Task Start_OverAHalfMadeCluster_MakesItAnew()
    {
        await using var folder = new ServerFolder().LetThrough();
        await (await folder.StartAsync()).DisposeAsync();
        Directory.Move(Path.Combine(folder.Home, "data"), Path.Combine(folder.Home, "making-0"));
        Directory.CreateDirectory(Path.Combine(folder.Home, "data", "base"));
        await using var server = await folder.StartAsync();
        Assert.Equal("1", await ServerFolder.AskAsync(server, "SELECT 1"));
        Assert.False(Directory.Exists(Path.Combine(folder.Home, "making-0")));
    }

    [Fact]
    public async Task Start_AfterACancelledOne_Works()
    {
        await using var folder = new ServerFolder().LetThrough();
        foreach (var patience in (int[])[0, 300, 600, 900, 1200])
        {
            using var cancel = new CancellationTokenSource();
            try
            {
                await using var server = await PrivateServer.StartAsync(folder.Path, _ => cancel.CancelAfter(patience), cancel.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.False(folder.IsRunning);
            }
        }
        await using var again = await folder.StartAsync();
        Assert.Equal("1", await ServerFolder.AskAsync(again, "SELECT 1"));
        Assert.Empty(Directory.GetDirectories(folder.Home, "making-*"));
    }

    [Fact]
    public async Task Start_OverDataThatAreBroken_MakesNewOnesForTests_ButNeverForThePortal()
    {
        await using var folder = new ServerFolder().LetThrough();
        await (await folder.StartAsync(ServerOptions.ForTests)).DisposeAsync();
        var control = Path.Combine(folder.Home, "data", "global", "pg_control");
        await File.WriteAllBytesAsync(control, new byte[8192], TestContext.Current.CancellationToken);
        var problem = await Assert.ThrowsAsync<LocalServerException>(() => folder.StartAsync());
        Assert.Contains(Path.Combine(folder.Home, "data", "server.log"), problem.Message, StringComparison.Ordinal);
        Assert.Equal(new byte[8192], await File.ReadAllBytesAsync(control, TestContext.Current.CancellationToken));

        await using var server = await folder.StartAsync(ServerOptions.ForTests);
        Assert.Equal("off", await ServerFolder.AskAsync(server, "SHOW fsync"));
    }
}
