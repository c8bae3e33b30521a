using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace ConferenceRecords.Web.Mails;

/// <summary>Stable codes of what goes wrong with a mail. What the server said is not kept: it may name addresses.</summary>
internal static class MailProblem
{
    public const string Server = "server", Certificate = "certificate", NoTls = "no-tls", Password = "password", Sender = "sender", Recipient = "recipient", Refused = "refused",
        NoAddress = "no-address", Nothing = "nothing", Fault = "fault";

    /// <summary>The code of a fault of the connection or of the server; null for one that is neither.</summary>
    public static string? Of(Exception fault) => fault switch
    {
        SslHandshakeException => Certificate,
        AuthenticationException or SaslException => Password,
        SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted, StatusCode: >= (SmtpStatusCode)500 } => Recipient,
        SmtpCommandException { ErrorCode: SmtpErrorCode.SenderNotAccepted } => Sender,
        SmtpCommandException => Refused,
        NotSupportedException => NoTls,
        SocketException or IOException or TimeoutException or ProtocolException or ServiceNotConnectedException or OperationCanceledException => Server,
        _ => null,
    };

    /// <summary>Whether another attempt changes nothing.</summary>
    public static bool IsFinal(string code) => code is Recipient or NoAddress or Nothing;
}
