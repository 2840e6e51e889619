using Shouwen.Messaging.Channels;
using Shouwen.Messaging.Hooks;
using Shouwen.Platform.Contract;

namespace Shouwen.Messaging.Sending;

/// <summary>The channels the settings ask for. None is a working state: messages are then read in the application.</summary>
internal sealed class MessagingChannels : IDisposable
{
    private readonly Wire wire = new();

    public MessagingChannels(MessagingSettings settings, Database database, TimeProvider clock)
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
        Hooks = new WebHookChannel(database, wire, clock);
    }

    /// <summary>The ways to people.</summary>
    public IReadOnlyList<IChannel> All { get; }

    /// <summary>The way to other programs; which ones stands in the database.</summary>
    public IChannel Hooks { get; }

    public void Dispose() => wire.Dispose();
}
