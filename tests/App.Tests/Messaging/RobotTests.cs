using System.Text.Json;
using Shouldly;
using Shouwen.Messaging.Channels;
using Shouwen.Messaging.Contract;
using Shouwen.Messaging.Sending;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Messaging;

/// <summary>What each make of robot is sent, and how it says no. Signatures were computed apart from the code.</summary>
public sealed class RobotTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_760_000_000);
    private static readonly OutgoingMessage Message = new(
        "key",
        new NewMessage
        {
            Kind = "any",
            Occurrence = "1",
            Person = "gao",
            At = TestApp.Monday,
        },
        new Recipient("gao", "高岩", "13800001234", null),
        "标题",
        "正文"
    );

    [Fact]
    public void WeCom_mentions_the_telephone()
    {
        var (_, body) = Request(RobotMake.WeCom, null);

        body.GetProperty("text").GetProperty("content").GetString().ShouldBe("高岩：正文");
        body.GetProperty("text").GetProperty("mentioned_mobile_list")[0].GetString().ShouldBe("13800001234");
    }

    [Fact]
    public void DingTalk_is_signed_in_the_address()
    {
        var (address, body) = Request(RobotMake.DingTalk, "SEC000");

        address.Query.ShouldBe("?access_token=t&timestamp=1760000000000&sign=rDduq1W7T4TsnqKMFScqpoW0w57a%2FvFSNXGrxBuQ%2BIQ%3D");
        body.GetProperty("at").GetProperty("atMobiles")[0].GetString().ShouldBe("13800001234");
    }

    [Fact]
    public void Feishu_is_signed_in_the_body()
    {
        var (_, body) = Request(RobotMake.Feishu, "SEC000");

        body.GetProperty("timestamp").GetString().ShouldBe("1760000000");
        body.GetProperty("sign").GetString().ShouldBe("Qwl1XltSC1wiIpl+rJFHBwzvwaRt9Ic330dVkWmQxuE=");
        body.GetProperty("content").GetProperty("text").GetString().ShouldBe("高岩：正文");
    }

    [Theory]
    [InlineData("""{"errcode":0,"errmsg":"ok"}""", "sent 1")]
    [InlineData("""{"code":0,"msg":"success"}""", "sent 1")]
    [InlineData("""{"errcode":310000,"errmsg":"sign not match"}""", "waiting 1")]
    [InlineData("busy", "waiting 1")]
    public async Task A_robot_says_no_with_a_code_in_its_answer(string answer, string state)
    {
        await using var gateway = await FakeGateway.Start();
        gateway.Answer = answer;
        await using var world = await MessagingWorld.Start(
            ("Messages:Sms:Url", ""),
            ("Messages:Robots:desk:Make", "wecom"),
            ("Messages:Robots:desk:Url", gateway.Url + "/send?key=k")
        );
        await world.Issue();

        await world.Send();

        world.Deliveries().ShouldBe([state]);
    }

    private static (Uri Address, JsonElement Body) Request(RobotMake make, string? secret)
    {
        var settings = new RobotSettings("desk", make, new Uri("https://robot.example/send?access_token=t"), secret);
        var (address, body) = GroupRobot.Request(settings, Message, Now);
        return (address, JsonDocument.Parse(body).RootElement);
    }
}
