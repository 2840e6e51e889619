using System.Globalization;
using Microsoft.AspNetCore.Http;
using Shouwen;
using Shouwen.Cases.Contract;
using Shouwen.CommandLine;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Testing;

// Writes from eight sides until it is killed; says "NUMBER VERSION" for every answer it was given. The second word changes
// how: "fill" writes as an import does, "keys" under an Idempotency-Key each and says "KEY STATUS"; "index" puts what is there
// into the text index and says how far it is; "statements" delivers month after month and says which; "serve" is the verb itself,
// under a clock that several processes share.
if (args is [_, "serve", var start, var begun])
{
    return await Serve(new FastClock(Instant.Parse(start), DateTimeOffset.Parse(begun, CultureInfo.InvariantCulture)));
}

await using var database = Database.Open(args[0], Tables.Schema, WhenMissing.Create);
var log = new CaseLog(database, RuleFolderLocation.Load().Value!, () => Context.Unknown, TimeProvider.System);
switch (args)
{
    case [_, "fill"]:
        await log.Fill(() => FromEightSides(WriteForEver));
        break;
    case [_, "index"]:
        await new CaseIndex(database).CatchUp(3, done => Tell($"index {done}"));
        break;
    case [_, "statements"]:
        await DeliverMonthAfterMonth();
        break;
    case [_, "keys"]:
        await FromEightSides(WriteWithKeysForEver);
        break;
    default:
        await FromEightSides(WriteForEver);
        break;
}

return 0;

Task<int> Serve(FastClock clock)
{
    var terminal = new Terminal(Stream.Null, Stream.Null, TextWriter.Null, Console.Error, Language.English, clock);
    return Verbs.Run(["serve", "--database", args[0], "--urls", "http://127.0.0.1:0"], terminal);
}

static Task FromEightSides(Func<Task> work) => Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(work)));

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

async Task WriteWithKeysForEver()
{
    var at = Instant.From(TimeProvider.System.GetUtcNow());
    var idempotency = new Idempotency(database, TimeProvider.System);
    var opened = await log.Open(new NewCase("property", [Opened(at)]));
    var request = new AppendRequest(opened.Number, [NewEvent.Of(EventType.CaseAnswered, at, "s1", "{}")]);
    while (true)
    {
        var http = new DefaultHttpContext();
        var key = Guid.NewGuid().ToString("N");
        http.Request.Headers[Idempotency.Header] = key;
        var answer = await idempotency.Once(
            http,
            "s1",
            default,
            session => ApiAnswer.Created(log.Append(session, request).Version, location: null)
        );
        Tell($"{key} {((ApiAnswer)answer).Status}");
    }
}

async Task DeliverMonthAfterMonth()
{
    var rules = RuleFolderLocation.Load().Value!;
    for (var month = new Month(2010, 1); ; month = Month.FromIndex(month.Index + 1))
    {
        var refusal = await new StatementOfMonth(database, rules, log, month).Deliver(Instant.From(TimeProvider.System.GetUtcNow()));
        if (refusal is null)
        {
            Tell($"{month} 1");
        }
    }
}

static NewEvent Opened(Instant at) =>
    NewEvent.Of(EventType.CaseOpened, at, "s1", """{"channel":"phone","category":"property.repair","unit":"1-1","demand":"漏水"}""");

static void Say(CaseAnswer answer) => Tell($"{answer.Number} {answer.Version}");

static void Tell(string line)
{
    lock (Console.Out)
    {
        Console.Out.WriteLine(line);
        Console.Out.Flush();
    }
}
