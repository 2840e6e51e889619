using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.Extensions.Hosting;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Web;

namespace Shouwen.Bench;

/// <summary>
/// How many pages a second the site answers to signed-in people, from a process of its own, with the load generator on the
/// same cores. <c>bench http CASES [SECONDS [SCENARIO...]]</c>; SHOUWEN_BENCH_DATA keeps the databases between two runs.
/// </summary>
internal static class HttpBench
{
    private const int Connections = 16;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(30);

    /// <summary>The site stands at one moment, so that the cases of a kept database stay as open as they were.</summary>
    private static readonly Instant Moment = Instant.Parse("2026-10-28T15:00:00+08:00");

    public static async Task Run(string[] args)
    {
        var cases = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 10_000;
        var seconds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 10;
        var home = Environment.GetEnvironmentVariable("SHOUWEN_BENCH_DATA") ?? Directory.CreateTempSubdirectory("shouwen-bench-").FullName;
        var file = Path.Combine(home, $"http-{cases}.db");
        await BenchWorld.Fill(file, cases, new Frozen(Moment));

        var start = new ProcessStartInfo(Environment.ProcessPath!, ["http-serve", file])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var site = Process.Start(start)!;
        try
        {
            var url = await Address(site.StandardOutput);
            Console.WriteLine(
                $"{cases:N0} cases, {new FileInfo(file).Length / 1e6:N0} MB, {Connections} connections, {WarmUp.TotalSeconds:0} s of warm-up, {seconds} s measured"
            );
            var scenarios = Scenarios(BenchWorld.Numbers(file))
                .Where(each => args.Length < 3 || args.Skip(2).Contains(each.Name, StringComparer.Ordinal));
            foreach (var scenario in scenarios)
            {
                await Measure(scenario, url, site, TimeSpan.FromSeconds(seconds));
            }

            site.Refresh();
            Console.WriteLine($"resident memory of the site afterwards: {site.WorkingSet64 / 1e6:N0} MB");
        }
        finally
        {
            site.Kill();
            await site.WaitForExitAsync();
        }
    }

    /// <summary>The site alone, in the process that is measured; says its address.</summary>
    public static async Task Serve(string[] args)
    {
        await using var database = Database.Open(args[0], Tables.Schema, WhenMissing.Complain);
        await using var site = Site.Build(database, RuleFolderLocation.Load().Value!, new Frozen(Moment), "http://127.0.0.1:0");
        await site.StartAsync();
        Console.WriteLine(site.Urls.First());
        await site.WaitForShutdownAsync();
    }

    /// <summary>A route that is added becomes a line here.</summary>
    private static IEnumerable<Scenario> Scenarios(IReadOnlyList<string> numbers)
    {
        string Any(int i) => numbers[(int)((i * 7_919L) % numbers.Count)];
        foreach (var person in new[] { BenchWorld.Wide, BenchWorld.Narrow })
        {
            yield return new Scenario("register", person, _ => "/cases");
            yield return new Scenario("register-all", person, _ => "/cases?state=all");
            yield return new Scenario("register-closed", person, _ => "/cases?state=closed");
            yield return new Scenario("register-rare", person, _ => "/cases?state=all&category=sales.licence&nature=group");
            yield return new Scenario("register-rare-dense", person, _ => "/cases?state=closed&category=nothing.has.it");
            yield return new Scenario("dashboard", person, _ => "/dashboard");
        }

        yield return new Scenario("case", BenchWorld.Wide, i => $"/cases/{Any(i)}");
    }

    private static async Task Measure(Scenario scenario, Uri url, Process site, TimeSpan length)
    {
        var cookie = await SignIn(url, scenario.Person);
        var visitors = Enumerable.Range(0, Connections).Select(i => new BenchVisitor(url, cookie, scenario.Path, i)).ToList();
        await Together(visitors, WarmUp);
        site.Refresh();
        var before = site.TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        var latencies = (await Together(visitors, length)).SelectMany(each => each).Order().ToList();
        var elapsed = clock.Elapsed.TotalSeconds;
        site.Refresh();
        var used = (site.TotalProcessorTime - before).TotalMicroseconds / latencies.Count;
        Console.WriteLine(
            $"{scenario.Name, -20} {scenario.Person, -8} {latencies.Count / elapsed, 8:N0}/s  p50 {Percentile(latencies, 0.5), 6:F1} ms  p99 {Percentile(latencies, 0.99), 6:F1} ms"
                + $"  {used, 7:F0} µs of the site's processor each  {visitors[0].LastLength, 8:N0} bytes"
        );
        visitors.ForEach(visitor => visitor.Dispose());
    }

    private static Task<List<double>[]> Together(List<BenchVisitor> visitors, TimeSpan length) =>
        Task.WhenAll(visitors.Select(visitor => Task.Run(() => visitor.Visit(length))));

    /// <summary>The line that is an address; the site may say other things first.</summary>
    private static async Task<Uri> Address(StreamReader said)
    {
        while (await said.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("http://", StringComparison.Ordinal))
            {
                return new Uri(line);
            }
        }

        throw new InvalidOperationException("the site did not start");
    }

    private static async Task<string> SignIn(Uri url, string person)
    {
        var jar = new CookieContainer();
        using var browser = new HttpClient(new HttpClientHandler { CookieContainer = jar, AllowAutoRedirect = false })
        {
            BaseAddress = url,
        };
        var page = await browser.GetStringAsync(new Uri("/sign-in", UriKind.Relative));
        const string Name = "name=\"__RequestVerificationToken\"";
        var from = page.IndexOf("value=\"", page.IndexOf(Name, StringComparison.Ordinal), StringComparison.Ordinal) + 7;
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["User"] = person,
                ["Password"] = BenchWorld.Password,
                ["__RequestVerificationToken"] = page[from..page.IndexOf('"', from)],
            }
        );
        using var answer = await browser.PostAsync(new Uri("/sign-in", UriKind.Relative), form);
        return answer.StatusCode == HttpStatusCode.SeeOther
            ? jar.GetCookieHeader(url)
            : throw new InvalidOperationException($"sign-in: {answer.StatusCode}");
    }

    private static double Percentile(List<double> sorted, double share) => sorted[Math.Min(sorted.Count - 1, (int)(share * sorted.Count))];

    private sealed record Scenario(string Name, string Person, Func<int, string> Path);

    private sealed class Frozen(Instant now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now.ToDateTimeOffset().ToUniversalTime();
    }
}
