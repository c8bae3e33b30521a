using ConferenceRecords.Web.Mails;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace ConferenceRecords.Web.Tests.Mails;

public sealed class MailSettingsTests
{
    [Theory]
    [InlineData("Mail:Port", "0", "Mail__Port")]
    [InlineData("Mail:Security", "Ssl", "Mail__Security")]
    [InlineData("Mail:From", "không", "Mail__From")]
    [InlineData("Portal:Address", "hoso", "Portal__Address")]
    public void Settings_ThatAreWrong_SayWhichOneAtTheStart(string name, string value, string said)
    {
        var settings = new Dictionary<string, string?> { ["Mail:Host"] = "mail", ["Mail:From"] = "a@example.vn", ["Portal:Address"] = "https://hoso.example.vn" };
        Assert.Equal((587, MailSecurity.StartTls), (Read(settings)!.Port, Read(settings)!.Security));
        settings[name] = value;
        Assert.Contains(said, Assert.Throws<InvalidOperationException>(() => Read(settings)).Message, StringComparison.Ordinal);
    }

    private static MailSettings? Read(Dictionary<string, string?> settings) => MailSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
}
