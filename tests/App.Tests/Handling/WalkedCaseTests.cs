using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Shouldly;
using Shouwen.App.Tests.Api;
using Shouwen.Rules.Contract;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Handling;

/// <summary>A case walked through its forms, with records and files: its events alone, replayed elsewhere, give the same figures.</summary>
public sealed class WalkedCaseTests : HandlingWorld
{
    [Fact]
    public async Task The_events_of_a_walked_case_replayed_give_the_clocks_that_are_stored()
    {
        App.Clock.Now = Complaint.At("2026-10-12 16:20");
        await Done(
            Department,
            "visit.made",
            [Photo("file.before")],
            [.. AllWell(), ("plan.recorded.agreedBy", "2026-10-13T12:00"), ("plan.recorded.plan.text.text", "重做防水")]
        );
        using var refused = await Department.Submit(
            $"/cases/{Number}/records/cooperation.refused",
            ("data.department", "engineering"),
            ("data.asked", "派防水班组"),
            ("data.answer", "无人可派")
        );
        App.Clock.Now = Complaint.At("2026-10-13 17:30");
        using var next = await App.SignedIn(World.Department);
        await Done(next, "progress.recorded", ("text", "材料已到场"));
        App.Clock.Now = Complaint.At("2026-10-14 10:00");
        using var later = await App.SignedIn(World.Department);
        using var specialist = await App.SignedIn(World.Specialist);
        await Done(later, "closure.applied", [Photo("signature.paper")], ("document", "true"));
        await Done(
            specialist,
            "callback.made",
            ("purpose", "closure"),
            ("reached", "true"),
            ("score", "4"),
            ("callback.words.words", "可以")
        );

        using var caller = await Caller.As(App, World.Specialist);
        var events = (await caller.Get($"/cases/{Number}/events")).Json["items"]!.AsArray();
        events.Count.ShouldBe(9);
        var library = RuleFolderLocation.Load().Value!;
        var replay = new Replay(library.Books["group"], library.Calendar, App.Clock.Now);
        foreach (var line in events)
        {
            replay.Read(JsonSerializer.SerializeToUtf8Bytes(LineOf(line!))).ShouldBeNull();
        }

        using var output = new MemoryStream();
        replay.Write(output, statement: null);
        var replayed = JsonNode.Parse(Encoding.UTF8.GetString(output.ToArray()))!["cases"]![0]!;
        var stored = (await caller.Get($"/cases/{Number}")).Json;
        replayed["state"]!.GetValue<string>().ShouldBe(stored["state"]!.GetValue<string>());
        Told(replayed["clocks"]!).ShouldBe(Told(stored["clocks"]!));
        Told(replayed["clocks"]!)
            .ShouldContain(clock =>
                clock.StartsWith("visit 2026-10-12T15:00:00+08:00", StringComparison.Ordinal)
                && clock.EndsWith("breached", StringComparison.Ordinal)
            );
        replayed["penalties"]!.AsArray().Count.ShouldBe(Case.Judgement.Penalties.Count);
    }

    private JsonObject LineOf(JsonNode item)
    {
        var line = new JsonObject
        {
            ["case"] = Number,
            ["type"] = item["type"]!.DeepClone(),
            ["at"] = item["at"]!.DeepClone(),
            ["data"] = item["data"]!.DeepClone(),
        };
        if (item["by"] is { } by)
        {
            line["by"] = by.DeepClone();
        }

        return line;
    }

    private static List<string> Told(JsonNode clocks) =>
        [
            .. clocks
                .AsArray()
                .Select(clock => $"{clock!["id"]} {clock["startedAt"]} {clock["dueAt"]} {clock["stoppedAt"]} {clock["state"]}"),
        ];
}
