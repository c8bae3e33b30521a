using System.Globalization;
using ConferenceRecords.Web.Forms;
using MailKit.Security;
using MimeKit;

namespace ConferenceRecords.Web.Mails;

/// <summary>How the connection to the mail server is protected.</summary>
public enum MailSecurity
{
    /// <summary>TLS where the port or the server says so.</summary>
    Auto,

    /// <summary>Not at all: for a server on the same machine.</summary>
    None,

    /// <summary>Begins plain and turns to TLS, or ends.</summary>
    StartTls,

    /// <summary>TLS from the first byte.</summary>
    Tls,
}

/// <summary>The mail server and the address of the portal, as configured.</summary>
/// <param name="Host">Host of the server.</param>
/// <param name="Port">Its port.</param>
/// <param name="Security">How the connection is protected.</param>
/// <param name="UserName">Name for signing in there; null for none.</param>
/// <param name="Password">Its password.</param>
/// <param name="Sender">Address in the field From.</param>
/// <param name="Address">Where people reach the office's side of the portal; every link begins with it.</param>
public sealed record MailSettings(string Host, int Port, MailSecurity Security, string? UserName, string? Password, MailboxAddress Sender, Uri Address)
{
    internal SecureSocketOptions SocketOptions => Security switch
    {
        MailSecurity.None => SecureSocketOptions.None,
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.Auto,
    };

    /// <summary>Reads <c>Mail:*</c> and <c>Portal:Address</c>; null without a host: then no mail is written.</summary>
    /// <exception cref="InvalidOperationException">A host is set, and something else is missing or wrong.</exception>
    public static MailSettings? Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        string? Of(string name) => configuration[name] is { Length: > 0 } value ? value : null;
        if (Of("Mail:Host") is not { } host) return null;
        if (!int.TryParse(Of("Mail:Port") ?? "587", NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port is < 1 or > 65_535) throw Wrong("Mail__Port", "số từ 1 đến 65535");
        if (!Enum.TryParse<MailSecurity>(Of("Mail:Security") ?? nameof(MailSecurity.StartTls), ignoreCase: true, out var security) || !Enum.IsDefined(security)) throw Wrong("Mail__Security", "None, StartTls, Tls hoặc Auto");
        if (!MailboxAddress.TryParse(Of("Mail:From") ?? "", out var sender) || !EmailRules.IsEmail(sender.Address)) throw Wrong("Mail__From", "địa chỉ thư, ví dụ ho-so@example.vn");
        if (!Uri.TryCreate(Of("Portal:Address"), UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http")) throw Wrong("Portal__Address", "địa chỉ cổng, ví dụ https://hoso.example.vn");
        return new(host, port, security, Of("Mail:UserName"), Of("Mail:Password"), sender, address);
    }

    /// <summary>A page of the portal as people open it.</summary>
    public string Link(string path) => Address.AbsoluteUri.TrimEnd('/') + path;

    private static InvalidOperationException Wrong(string name, string want) => new($"Đã đặt Mail__Host nhưng {name} thiếu hoặc sai. Cần {want}.");
}

/// <summary>Whether mail is sent at all, and how.</summary>
/// <param name="Settings">The settings; null while mail is off.</param>
public sealed record MailSetup(MailSettings? Settings);
