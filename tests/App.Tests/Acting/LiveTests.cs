using Shouldly;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Acting;

public sealed class LiveTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private TestApp app = null!;

    public async Task InitializeAsync() => app = await TestApp.StartWithWorld();

    [Fact]
    public async Task An_open_register_hears_of_a_case_in_its_scope_and_of_no_other()
    {
        using var specialist = await app.SignedIn(World.Specialist);
        using var heard = await Listen(specialist, "/cases/changes");
        await Complaint.Opened("2026-10-12 15:00", "1-1-101", "门锁", "HY").In(app);
        var mine = await Complaint.Opened("2026-10-12 15:01", "3-2-1201", "渗漏").In(app);
        (await Next(heard)).ShouldBe(mine);
    }

    [Fact]
    public async Task An_open_case_hears_of_its_own_events_only()
    {
        var one = await Complaint.Opened("2026-10-12 15:00", "3-2-1201", "渗漏").In(app);
        var other = await Complaint.Opened("2026-10-12 15:01", "3-2-1202", "门锁").In(app);
        using var specialist = await app.SignedIn(World.Specialist);
        using var heard = await Listen(specialist, $"/cases/{one}/changes");
        await Submit(specialist, other);
        await Submit(specialist, one);
        (await Next(heard)).ShouldBe(one);
    }

    [Fact]
    public async Task A_case_out_of_scope_cannot_be_listened_to()
    {
        var other = await Complaint.Opened("2026-10-12 15:00", "1-1-101", "门锁", "HY").In(app);
        using var specialist = await app.SignedIn(World.Specialist);
        using var answer = await specialist.GetAsync(new Uri($"/cases/{other}/changes", UriKind.Relative));
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    /// <summary>As a browser knows it: led to a page, it would complain and stop listening.</summary>
    [Fact]
    public async Task A_page_left_open_overnight_is_told_not_to_come_back()
    {
        using var visitor = app.Visitor();
        using var listening = new HttpRequestMessage(HttpMethod.Get, new Uri("/cases/changes", UriKind.Relative));
        listening.Headers.Accept.ParseAdd("text/event-stream");
        using var answer = await visitor.SendAsync(listening);
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.NoContent);
        using var page = await visitor.GetAsync(new Uri("/cases/changes", UriKind.Relative));
        page.Headers.Location!.OriginalString.ShouldContain("/sign-in");
    }

    [Theory]
    [InlineData("/cases/changes")]
    [InlineData("/cases/{0}/changes")]
    public async Task Nobody_hears_anything_after_the_session_was_ended(string path)
    {
        var number = await Complaint.Opened("2026-10-12 15:00", "3-2-1201", "渗漏").In(app);
        using var specialist = await app.SignedIn(World.Specialist);
        using var heard = await Listen(specialist, string.Format(System.Globalization.CultureInfo.InvariantCulture, path, number));
        using var admin = await app.SignedIn(World.Administrator);
        var account = $"/staff/{World.Specialist}/account";
        using var ended = await admin.SubmitFrom(account, $"{account}/sessions/end");
        ended.StatusCode.ShouldBe(System.Net.HttpStatusCode.SeeOther);

        // The end of the stream, long before the two minutes after which every stream ends.
        using var patience = new CancellationTokenSource(Patience);
        (await heard.ReadToEndAsync(patience.Token)).ShouldNotContain("event: changed");
    }

    [Fact]
    public async Task A_session_that_was_idle_for_too_long_hears_nothing_more()
    {
        using var specialist = await app.SignedIn(World.Specialist);
        using var heard = await Listen(specialist, "/cases/changes");
        app.Clock.Now += TimeSpan.FromHours(13);
        using var patience = new CancellationTokenSource(Patience);
        (await heard.ReadToEndAsync(patience.Token)).ShouldNotContain("event: changed");
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    private static async Task Submit(HttpClient specialist, string number)
    {
        var form = $"/cases/{number}/events/order.submitted";
        using var answer = await specialist.Submit(form, ("requiredBy", "2026-10-15T18:00"));
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.SeeOther);
    }

    private static async Task<StreamReader> Listen(HttpClient visitor, string path)
    {
        var stream = new StreamReader(await visitor.GetStreamAsync(new Uri(path, UriKind.Relative)));
        using var patience = new CancellationTokenSource(Patience);
        while (await stream.ReadLineAsync(patience.Token) is { } line)
        {
            if (line == "event: listening")
            {
                return stream;
            }
        }

        throw new InvalidOperationException("the stream ended before it began");
    }

    private static async Task<string> Next(StreamReader stream)
    {
        using var patience = new CancellationTokenSource(Patience);
        var changed = false;
        while (await stream.ReadLineAsync(patience.Token) is { } line)
        {
            changed |= line == "event: changed";
            if (changed && line.StartsWith("data: ", StringComparison.Ordinal))
            {
                return line["data: ".Length..];
            }
        }

        throw new InvalidOperationException("the stream ended");
    }
}
