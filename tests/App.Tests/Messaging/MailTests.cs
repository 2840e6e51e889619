using System.Globalization;
using System.Text;
using Microsoft.Extensions.Configuration;
using Shouldly;
using Shouwen.Messaging.Contract;
using Shouwen.Messaging.Sending;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Messaging;

public sealed class MailTests
{
    [Fact]
    public async Task A_mail_has_its_key_as_its_id_and_Chinese_in_subject_and_text()
    {
        using var server = new FakeMailServer();
        await using var world = await MessagingWorld.Start(
            ("Messages:Sms:Url", ""),
            ("Messages:Address", "https://shouwen.example/"),
            ("Messages:Mail:Host", "127.0.0.1"),
            ("Messages:Mail:Port", server.Port.ToString(CultureInfo.InvariantCulture)),
            ("Messages:Mail:Tls", "false"),
            ("Messages:Mail:From", "shouwen@group.example"),
            ("Messages:Mail:Recipient", "{staff}@group.example")
        );
        var number = await world.Issue();

        await world.Send();

        world.Deliveries().ShouldBe(["sent 1"]);
        var mail = await server.Mail;
        var message = new NewMessage
        {
            Subject = number,
            Kind = "order.issued",
            Occurrence = TestApp.Monday.ToString(),
            Person = World.Department,
            At = TestApp.Monday,
        };
        mail.ShouldContain($"<{Dispatcher.KeyOf(message, "mail")}@group.example>");
        mail.ShouldContain("gao@group.example");
        var text = Encoding.UTF8.GetString(Convert.FromBase64String(string.Concat(mail.Split("\n\n", 2)[^1].Split('\n')).Trim()));
        text.ShouldContain($"客户投诉督办令 {number}");
        text.ShouldContain($"https://shouwen.example/cases/{number}");
    }

    [Fact]
    public void A_setting_that_cannot_be_used_is_named_without_its_value()
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Messages:Robots:desk:Make"] = "wecom",
            ["Messages:Robots:desk:Url"] = "key=secret",
        };

        var problem = Should.Throw<UnusableSettingException>(() =>
            MessagingSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
        );

        problem.Sentence.En.ShouldBe("setting Messages:Robots:desk:Url is not an http or https address");
    }
}
