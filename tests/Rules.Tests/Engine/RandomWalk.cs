using Shouwen.Rules.Contract;

namespace Shouwen.Rules.Tests.Engine;

/// <summary>
/// A random but legal case: at each step one of all events is tried at a time that is likely to lie on an edge (the same
/// second, exactly a limit later, 09:30, 18:00), or always later when the walk is spread out. The refusals of the engine itself choose what is legal.
/// </summary>
internal sealed class RandomWalk
{
    private static readonly int[] Gaps = [0, 0, 60, 300, 1799, 1800, 1801, 3599, 3600, 3601, 7200, 40_000, 86_399, 86_400, 86_401, 259_200];

    private const int Steps = 60;

    private readonly Random random;
    private readonly string book;
    private readonly bool spread;
    private Instant now;

    private RandomWalk(int seed, string book, bool spread)
    {
        (random, this.book, this.spread) = (new Random(seed), book, spread);
        now = Story.At("2026-09-25 08:00") + TimeSpan.FromMinutes(random.Next(14_400));
    }

    public static CaseHistory Of(int seed, string book = "group", bool backToOrdinary = true, bool spread = false) =>
        new RandomWalk(seed, book, spread).Walk(backToOrdinary);

    private CaseHistory Walk(bool backToOrdinary)
    {
        var history = new CaseHistory(Story.Library.Books[book], Story.Library.Calendar);
        var types = EventVocabulary.Of(history.Book.Procedure).Shapes.Select(shape => shape.Type).ToArray();
        history.Add(Make(EventType.CaseOpened));
        for (var i = 0; i < Steps; i++)
        {
            var type = types[random.Next(types.Length)];
            var before = now;
            now = Next() + TimeSpan.FromSeconds(spread ? 1 : 0);
            var happened = Make(type);
            var returns = !backToOrdinary && happened is CaseNatured { Nature: CaseNature.Ordinary };
            if (returns || history.Add(happened) is not null)
            {
                now = before;
            }
        }

        return history;
    }

    private Instant Next() =>
        random.Next(6) switch
        {
            0 => now.NextAt(new TimeOnly(18, 0)),
            1 => now.NextAt(new TimeOnly(9, 30)),
            _ => now + TimeSpan.FromSeconds(Gaps[random.Next(Gaps.Length)]),
        };

    private CaseEvent Make(EventType type)
    {
        var by = random.Next(5) == 0 ? null : $"s{random.Next(3)}";
        return type switch
        {
            EventType.CaseOpened when book == "group" => new CaseOpened(
                now,
                by,
                ContactEndedAt: now - TimeSpan.FromMinutes(random.Next(40))
            ),
            EventType.CaseOpened => new CaseOpened(now, by, OnSite: random.Next(2) == 0),
            EventType.CaseNatured => new CaseNatured(now, by, (CaseNature)random.Next(4)),
            EventType.OrderSubmitted => new OrderSubmitted(now, by, Deadline()),
            EventType.OrderIssued => new OrderIssued(now, by, "property", $"p{random.Next(2)}", $"p{random.Next(3)}", "c1"),
            EventType.PlanRecorded => new PlanRecorded(now, by, random.Next(2) == 0 ? null : Deadline()),
            EventType.CallbackMade => new CallbackMade(
                now,
                by,
                book == "group" ? (CallbackPurpose)random.Next(2) : CallbackPurpose.Closure,
                Reached: random.Next(3) > 0,
                PoorVisit: book == "group" && random.Next(3) == 0,
                Content: book == "group" ? null : random.Next(3) > 0
            ),
            EventType.ArrivalAgreed => new ArrivalAgreed(now, by, Deadline()),
            EventType.PromiseMade => new PromiseMade(now, by, Deadline()),
            EventType.PromisePostponed => new PromisePostponed(now, by, Deadline()),
            EventType.CaseClassified => new CaseClassified(now, by, (CaseClass)random.Next(5), random.Next(2) == 0),
            EventType.CaseClosed => new CaseClosed(now, by, Signed: random.Next(2) == 0),
            _ => new CaseEvent(type, now, by),
        };
    }

    private Instant Deadline() => now + TimeSpan.FromHours(random.Next(-12, 120));
}
