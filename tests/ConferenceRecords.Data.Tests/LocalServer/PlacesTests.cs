using ConferenceRecords.Data.LocalServer;
using ConferenceRecords.TestSupport;
using Xunit;

namespace ConferenceRecords.Data.Tests.LocalServer;

public sealed class PlacesTests
{
    [Fact]
    public void DataFolder_IsNeverInsideTheCheckout()
    {
        Assert.Equal(DataFolder.Usual("a", "b"), DataFolder.OutsideCheckout(DataFolder.Usual("a", "b"), "X"));
        foreach (var inside in (string[])[Checkout.Folder, Path.Combine(Checkout.Folder, "data", "deep")])
            Assert.Contains(inside, Assert.Throws<LocalServerException>(() => DataFolder.OutsideCheckout(inside, "X")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_QuoteAnyFolder_AndKeepTextsOutOfTheLog()
    {
        var settings = ServerSettings.Write(new(@"/tmp/it's a \ folder", 5432), ServerOptions.Portal);
        Assert.Contains(@"unix_socket_directories = '/tmp/it''s a \\ folder'", settings, StringComparison.Ordinal);
        Assert.Contains("log_min_error_statement = panic", settings, StringComparison.Ordinal);
        Assert.Contains("log_error_verbosity = terse", settings, StringComparison.Ordinal);
        Assert.DoesNotContain("fsync", settings, StringComparison.Ordinal);
    }

    [Fact]
    public void Address_IsReadFromWhatTheServerWrote_OnceItHas()
    {
        Assert.Null(ServerAddress.Of([]));
        Assert.Null(ServerAddress.Of(["1", "/data", "1700000000"]));
        Assert.Equal(new("/data/socket", 5432), ServerAddress.Of(["1", "/data", "1700000000", "5432", "/data/socket", "", "1 1", "ready"]));
        Assert.Equal(new("127.0.0.1", 40123), ServerAddress.Of(["1", "/data", "1700000000", "40123", "", "127.0.0.1", "1 1", "ready"]));
    }
}
