using Shouwen.Rules.Contract;

namespace Shouwen.Demo;

/// <summary>
/// Writes the demo's cases: six months of complaints that walk through the measures as real ones do, mostly in time,
/// sometimes late, some rejected, prevented, reopened or left lying.
/// </summary>
internal sealed class DemoCases(DemoWorld world, int seed, Instant present)
{
    private static readonly TimeSpan SixMonths = TimeSpan.FromDays(183);

    /// <summary>So that the desk finds work at every step, the last cases are caught in the middle of one.</summary>
    private static readonly EventType[] Steps =
    [
        EventType.CaseOpened,
        EventType.OrderSubmitted,
        EventType.OrderApproved,
        EventType.OrderIssued,
        EventType.VisitMade,
        EventType.PlanRecorded,
        EventType.ClosureApplied,
        EventType.CallbackMade,
        EventType.ClosureAccepted,
        EventType.ClosureReviewed,
        EventType.CaseResolved,
    ];

    private const int CaughtOneIn = 40;
    private const int MostTries = 50;

    private readonly Random random = new(seed + 1);

    /// <summary>The cases in the order they were opened.</summary>
    public IEnumerable<DemoCase> Write(int count)
    {
        var step = SixMonths / count;
        for (var i = 0; i < count; i++)
        {
            var from = present - SixMonths + (step * i);
            EventType? caught = i >= count - (count / CaughtOneIn) ? Steps[i % Steps.Length] : null;
            var demo = Walk(from, step, caught);
            for (var tries = 0; caught is not null && demo.Events[^1].Type != caught && tries < MostTries; tries++)
            {
                demo = Walk(from, step, caught);
            }

            yield return demo;
        }
    }

    private DemoCase Walk(Instant from, TimeSpan step, EventType? caught)
    {
        var opened = AtDaytime(from + (step * random.NextDouble()));
        var unit = world.Units[random.Next(world.Units.Count)];
        var demo = new DemoCase(unit, random.Next(4) == 0 ? Procedure.Property : Procedure.Group, present, caught);
        if (demo.Procedure == Procedure.Group)
        {
            new GroupWalk(world, demo, random).Walk(opened);
        }
        else
        {
            new PropertyWalk(demo, random).Walk(opened);
        }

        return demo;
    }

    /// <summary>Most people complain between eight and eight.</summary>
    private Instant AtDaytime(Instant moment)
    {
        if (random.Next(20) == 0)
        {
            return Instant.Min(moment, present);
        }

        var time = new TimeOnly(8, 0).Add(TimeSpan.FromMinutes(random.Next(720)));
        return Instant.Min(Instant.At(moment.Date, time), present);
    }
}
