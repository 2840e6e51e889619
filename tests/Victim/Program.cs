using Shouwen;
using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

// Writes from eight sides until it is killed; says "NUMBER VERSION" for every answer it was given.
await using var database = Database.Open(args[0], Tables.Schema, WhenMissing.Create);
var log = new CaseLog(database, RuleFolderLocation.Load().Value!, () => Context.Unknown, TimeProvider.System);
await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(WriteForEver)));
return 0;

async Task WriteForEver()
{
    var at = Instant.From(TimeProvider.System.GetUtcNow());
    while (true)
    {
        var opened = await log.Open(new NewCase("property", [Opened(at)]));
        Say(opened);
        for (var i = 0; i < 10; i++)
        {
            Say(await log.Append(new AppendRequest(opened.Number, [NewEvent.Of(EventType.CaseAnswered, at, "s1", "{}")])));
        }
    }
}

static NewEvent Opened(Instant at) =>
    NewEvent.Of(EventType.CaseOpened, at, "s1", """{"channel":"phone","category":"property.repair","unit":"1-1","demand":"漏水"}""");

static void Say(CaseAnswer answer)
{
    lock (Console.Out)
    {
        Console.Out.WriteLine($"{answer.Number} {answer.Version}");
        Console.Out.Flush();
    }
}
