using System.Net;
using System.Text;
using Shouldly;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Api;

public sealed class MetricsTests
{
    [Fact]
    public async Task Requests_the_log_and_the_process_are_counted()
    {
        await using var app = await TestApp.StartWithWorld();
        using var zhou = await Caller.As(app);
        await zhou.Opens();
        var reply = await zhou.Get("/metrics");
        reply.Status.ShouldBe(HttpStatusCode.OK);
        var text = Encoding.UTF8.GetString(reply.Bytes);
        text.ShouldContain("shouwen_log_position 1\n");
        text.ShouldContain("http_request_duration_seconds_count{method=\"POST\",route=\"/api/v1/cases\",status=\"201\"} 1\n");
        text.ShouldContain("shouwen_writer_waiting 0\n");
        text.ShouldContain("process_cpu_seconds_total");
        text.ShouldNotContain("飘窗");
    }
}
