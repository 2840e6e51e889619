using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Shouwen.Messaging.Contract;
using Shouwen.Messaging.Sending;
using Shouwen.Platform.Contract;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Messaging;

/// <summary>Care waits for the morning; what a clause demands does not.</summary>
public sealed class QuietHoursTests
{
    private static readonly QuietHours Night = new(new TimeOnly(21, 0), new TimeOnly(8, 0));

    [Theory]
    [InlineData("2026-10-12 20:59", "2026-10-12 20:59")]
    [InlineData("2026-10-12 21:00", "2026-10-13 08:00")]
    [InlineData("2026-10-13 07:59", "2026-10-13 08:00")]
    [InlineData("2026-10-13 08:00", "2026-10-13 08:00")]
    public void The_next_loud_moment(string at, string loud) => Night.NextLoud(Complaint.At(at)).ShouldBe(Complaint.At(loud));

    [Fact]
    public void Equal_ends_are_no_quiet_hours() => QuietHours.None.Cover(Complaint.At("2026-10-13 00:00")).ShouldBeFalse();

    [Fact]
    public async Task Care_waits_and_duty_does_not()
    {
        await using var world = await MessagingWorld.Start(("Messages:QuietHours:From", "21:00"), ("Messages:QuietHours:To", "08:00"));
        world.App.Clock.Now = Complaint.At("2026-10-12 23:00");
        await Put(world, "duty", isCare: false);
        await Put(world, "care", isCare: true);

        await world.Send();
        world.Gateway.Requests.Count.ShouldBe(1);
        world.Deliveries().ShouldBe(["sent 1", "waiting 0"]);

        world.App.Clock.Now = Complaint.At("2026-10-13 08:00");
        await world.Send();
        world.Deliveries().ShouldBe(["sent 1", "sent 1"]);
    }

    private static async Task Put(MessagingWorld world, string occurrence, bool isCare) =>
        await world
            .App.Services.GetRequiredService<Database>()
            .Writer.Write(session =>
                Outbox.Put(
                    session,
                    new NewMessage
                    {
                        Kind = "any",
                        Occurrence = occurrence,
                        Person = World.Department,
                        At = world.App.Clock.Now,
                        IsCare = isCare,
                    },
                    world.App.Clock.Now
                )
            );
}
