using System.Globalization;
using Microsoft.Extensions.Configuration;
using Shouwen.Messaging.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Messaging.Sending;

/// <summary>
/// The section "Messages" of the configuration (docs/operations.md). Without it nothing leaves the building, and every
/// message can be read on its page.
/// </summary>
internal sealed record MessagingSettings
{
    public const string Section = "Messages";

    /// <summary>The address of this application as people reach it; links in messages begin with it.</summary>
    public string? Address { get; init; }

    public Language Language { get; init; }
    public Backoff Backoff { get; init; } = Backoff.Usual;
    public QuietHours Quiet { get; init; }
    public SmsSettings? Sms { get; init; }
    public MailSettings? Mail { get; init; }
    public IReadOnlyList<RobotSettings> Robots { get; init; } = [];

    public static MessagingSettings Read(IConfiguration configuration)
    {
        var all = configuration.GetSection(Section);
        return new MessagingSettings
        {
            Address = Text(all, "Address")?.TrimEnd('/'),
            Language = Text(all, "Language") is "en" ? Language.English : Language.Chinese,
            Backoff = new Backoff(
                Span(all, "FirstPause") ?? Backoff.Usual.First,
                Span(all, "LongestPause") ?? Backoff.Usual.Longest,
                Number(all, "Attempts") ?? Backoff.Usual.MostAttempts
            ),
            Quiet = new QuietHours(Time(all, "QuietHours:From"), Time(all, "QuietHours:To")),
            Sms = all.GetSection("Sms") is { } sms && Text(sms, "Url") is not null ? SmsOf(sms) : null,
            Mail = all.GetSection("Mail") is { } mail && Text(mail, "Host") is not null ? MailOf(mail) : null,
            Robots = [.. all.GetSection("Robots").GetChildren().Select(RobotOf)],
        };
    }

    private static SmsSettings SmsOf(IConfigurationSection sms) =>
        new(
            HttpAddress(sms, "Url"),
            Needed(sms, "Secret"),
            sms.GetSection("Templates").GetChildren().ToDictionary(each => each.Key, each => each.Value ?? "", StringComparer.Ordinal)
        )
        {
            Kinds = KindsOf(sms),
        };

    private static MailSettings MailOf(IConfigurationSection mail) =>
        new(Needed(mail, "Host"), Number(mail, "Port") ?? 587, Needed(mail, "From"), Needed(mail, "Recipient"))
        {
            User = Text(mail, "User"),
            Password = Text(mail, "Password"),
            Tls = Text(mail, "Tls") is not "false",
            Kinds = KindsOf(mail),
        };

    private static RobotSettings RobotOf(IConfigurationSection robot) =>
        new(
            robot.Key,
            Enum.TryParse<RobotMake>(Text(robot, "Make"), ignoreCase: true, out var make)
                ? make
                : throw Wrong(robot, "Make", new Words("应为 wecom、dingtalk 或 feishu", "must be wecom, dingtalk or feishu")),
            HttpAddress(robot, "Url"),
            Text(robot, "Secret")
        )
        {
            Kinds = KindsOf(robot),
        };

    private static List<string> KindsOf(IConfigurationSection channel) =>
        [.. channel.GetSection("Kinds").GetChildren().Select(each => each.Value).OfType<string>()];

    private static string? Text(IConfiguration section, string name) => section[name] is { Length: > 0 } text ? text : null;

    private static string Needed(IConfigurationSection section, string name) =>
        Text(section, name) ?? throw Wrong(section, name, new Words("没有填写", "is missing"));

    private static Uri HttpAddress(IConfigurationSection section, string name) =>
        Uri.TryCreate(Needed(section, name), UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw Wrong(section, name, new Words("不是 http 或 https 地址", "is not an http or https address"));

    private static int? Number(IConfigurationSection section, string name) =>
        Text(section, name) is not { } text ? null
        : int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
        : throw Wrong(section, name, new Words("不是正整数", "is not a positive number"));

    private static TimeSpan? Span(IConfigurationSection section, string name) =>
        Text(section, name) is not { } text ? null
        : TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) && span > TimeSpan.Zero ? span
        : throw Wrong(section, name, new Words("不是时长（如 00:01:00）", "is not a length of time (00:01:00)"));

    private static TimeOnly Time(IConfigurationSection section, string name) =>
        Text(section, name) is not { } text ? default
        : TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out var time) ? time
        : throw Wrong(section, name, new Words("不是时刻（如 21:00）", "is not a time of day (21:00)"));

    /// <summary>Names the setting, never its value: it may be a secret.</summary>
    private static UnusableSettingException Wrong(IConfigurationSection section, string name, Words what) =>
        new(new Words($"配置 {section.Path}:{name} {what.Zh}", $"setting {section.Path}:{name} {what.En}"));
}

internal abstract record ChannelSettings
{
    /// <summary>The kinds that go this way; empty for all.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    public bool Takes(string kind) => Kinds.Count == 0 || Kinds.Contains(kind, StringComparer.Ordinal);
}

/// <param name="Url">Where the gateway listens.</param>
/// <param name="Secret">Signs each request.</param>
/// <param name="Templates">The gateway's template for a kind of message; the kind itself where it has none.</param>
internal sealed record SmsSettings(Uri Url, string Secret, IReadOnlyDictionary<string, string> Templates) : ChannelSettings;

/// <param name="Host">The mail server.</param>
/// <param name="Port">Its port.</param>
/// <param name="From">Who writes.</param>
/// <param name="Recipient">How an address is made of a staff id: "{staff}@group.example".</param>
internal sealed record MailSettings(string Host, int Port, string From, string Recipient) : ChannelSettings
{
    public string? User { get; init; }
    public string? Password { get; init; }
    public bool Tls { get; init; } = true;
}

internal enum RobotMake
{
    WeCom,
    DingTalk,
    Feishu,
}

/// <param name="Name">What we call it.</param>
/// <param name="Make">Whose it is.</param>
/// <param name="Url">The address of its hook; it holds the key.</param>
/// <param name="Secret">For its signature, where the robot asks for one.</param>
internal sealed record RobotSettings(string Name, RobotMake Make, Uri Url, string? Secret) : ChannelSettings;
