using ConferenceRecords.Data.LocalServer;
using ConferenceRecords.TestSupport;
using Xunit;

namespace ConferenceRecords.Data.Tests.LocalServer;

public sealed class PackageManagerTests
{
    [Theory]
    [InlineData("apt-get", "sudo apt-get update && sudo apt-get install -y --no-install-recommends postgresql")]
    [InlineData("dnf", "sudo dnf install -y postgresql-server")]
    [InlineData("apk", "sudo apk add --no-cache postgresql icu-data-full")]
    [InlineData("zypper", "sudo zypper --non-interactive install postgresql-server")]
    [InlineData("pacman", "sudo pacman -Sy --noconfirm --needed postgresql")]
    [InlineData("brew", "brew install postgresql@17")]
    public void CommandFor_PostgreSql_IsWhatTheUserTypes(string manager, string command) =>
        Assert.Equal(command, Assert.Single(PackageManager.All, m => m.Name == manager).CommandFor(PackageSet.PostgreSql, asRoot: false));

    [Fact]
    public void CommandFor_Root_NeedsNoSudo() => Assert.Equal(
        "apt-get update && apt-get install -y --no-install-recommends chromium fonts-liberation2", PackageManager.All[0].CommandFor(ChromiumBrowser.Packages, asRoot: true));

    [Fact]
    public void CommandFor_Windows_NamesThePackage() =>
        Assert.Equal("winget install -e --id PostgreSQL.PostgreSQL.17", PackageManager.Winget.CommandFor(PackageSet.PostgreSql, asRoot: false));
}
