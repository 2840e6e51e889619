using System.Net;
using System.Net.Mail;
using System.Text;
using Shouwen.Messaging.Sending;

namespace Shouwen.Messaging.Channels;

/// <summary>Mail over SMTP, encrypted by STARTTLS unless told otherwise. A server that speaks TLS from the first byte (port 465) is not supported.</summary>
internal sealed class MailServer(MailSettings settings) : IChannel
{
    public string Name => "mail";

    public bool Takes(string kind) => settings.Takes(kind);

    public async Task<SendResult> Send(OutgoingMessage message, CancellationToken cancellation)
    {
        if (message.To.Mail is not { } address)
        {
            return SendResult.NoAddress($"no mail address of {message.To.StaffId}");
        }

        using var client = new SmtpClient(settings.Host, settings.Port);
        client.EnableSsl = settings.Tls;
        client.Credentials = settings.User is { } user ? new NetworkCredential(user, settings.Password) : null;
        using var mail = new MailMessage(new MailAddress(settings.From), new MailAddress(address, message.To.Name, Encoding.UTF8));
        mail.Subject = message.Title;
        mail.SubjectEncoding = Encoding.UTF8;
        mail.Body = message.Text;
        mail.BodyEncoding = Encoding.UTF8;

        // A mail program shows one message of one id once, even if the server got it twice.
        mail.Headers.Add("Message-Id", $"<{message.Key}@{mail.From!.Host}>");
        await client.SendMailAsync(mail, cancellation);
        return SendResult.Sent("accepted by the mail server");
    }
}
