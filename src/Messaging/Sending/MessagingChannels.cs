using Shouwen.Messaging.Channels;

namespace Shouwen.Messaging.Sending;

/// <summary>The channels the settings ask for. None is a working state: messages are then read in the application.</summary>
internal sealed class MessagingChannels : IDisposable
{
    private readonly Wire wire = new();

    public MessagingChannels(MessagingSettings settings, TimeProvider clock)
    {
        var all = new List<IChannel>();
        if (settings.Sms is { } sms)
        {
            all.Add(new SmsGateway(sms, wire, clock));
        }

        if (settings.Mail is { } mail)
        {
            all.Add(new MailServer(mail));
        }

        all.AddRange(settings.Robots.Select(robot => new GroupRobot(robot, wire, clock)));
        All = all;
    }

    public IReadOnlyList<IChannel> All { get; }

    public void Dispose() => wire.Dispose();
}
