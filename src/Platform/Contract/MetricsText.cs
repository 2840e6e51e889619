using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Shouwen.Platform.Contract;

/// <summary>
/// What the machine that watches us reads at /metrics, as Prometheus text: requests and how long they took, the log's
/// position, what waits for the writer, and the process. The framework measures the requests; here they are only added up.
/// </summary>
public sealed class MetricsText : IDisposable
{
    private const string Duration = "http.server.request.duration";
    private const string Tip = "SELECT position FROM log_tip";

    /// <summary>In seconds; the limits of the promises in docs/api.md are among them.</summary>
    private static readonly double[] Bounds = [0.005, 0.01, 0.025, 0.04, 0.1, 0.25, 0.5, 1, 2.5, 10];

    private readonly ConcurrentDictionary<(string Method, string Route, string Status), Durations> requests = [];
    private readonly MeterListener listener = new();
    private readonly Database database;

    public MetricsText(Database database, IMeterFactory meters)
    {
        this.database = database;
        listener.InstrumentPublished = (instrument, listener) =>
        {
            // Another site in the same process measures with a factory of its own.
            if (instrument is { Meter.Name: "Microsoft.AspNetCore.Hosting", Name: Duration } && instrument.Meter.Scope == meters)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((_, seconds, tags, _) => Count(seconds, tags));
    }

    /// <summary>From the first request on, not from the first look.</summary>
    public void Listen() => listener.Start();

    public string Read()
    {
        var text = new StringBuilder();
        WriteRequests(text);
        using (var session = database.Read())
        {
            Write(text, "shouwen_log_position", "gauge", "Appends since the beginning.", session.Number(Tip) ?? 0);
        }

        Write(text, "shouwen_writer_waiting", "gauge", "Requests that wait for the writer.", database.Writer.Waiting);
        using var process = Process.GetCurrentProcess();
        var started = new DateTimeOffset(process.StartTime).ToUnixTimeSeconds();
        Write(text, "process_cpu_seconds_total", "counter", "Processor time of all threads.", process.TotalProcessorTime.TotalSeconds);
        Write(text, "process_resident_memory_bytes", "gauge", "Memory in use.", process.WorkingSet64);
        Write(text, "process_start_time_seconds", "gauge", "When the process began, since 1970.", started);
        Write(text, "dotnet_heap_bytes", "gauge", "Managed memory.", GC.GetTotalMemory(forceFullCollection: false));
        Write(text, "dotnet_threadpool_queue", "gauge", "Work that waits for a thread.", ThreadPool.PendingWorkItemCount);
        return text.ToString();
    }

    public void Dispose() => listener.Dispose();

    private void Count(double seconds, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var (method, route, status) = ("", "", "");
        foreach (var (name, value) in tags)
        {
            switch (name)
            {
                case "http.request.method":
                    method = value as string ?? "";
                    break;
                case "http.route":
                    route = value as string ?? "";
                    break;
                case "http.response.status_code":
                    status = value is int code ? code.ToString(CultureInfo.InvariantCulture) : "";
                    break;
            }
        }

        requests.GetOrAdd((method, route, status), static _ => new Durations(Bounds)).Add(seconds);
    }

    private void WriteRequests(StringBuilder text)
    {
        const string Name = "http_request_duration_seconds";
        text.Append("# HELP ").Append(Name).Append(" How long requests took.\n# TYPE ").Append(Name).Append(" histogram\n");

        // Its own ToArray takes a picture of one moment; what OrderBy would copy by itself may grow between counting and copying.
        foreach (var (key, durations) in requests.ToArray().OrderBy(entry => entry.Key))
        {
            var labels = $"method=\"{key.Method}\",route=\"{Escaped(key.Route)}\",status=\"{key.Status}\"";
            durations.Write(text, Name, labels);
        }
    }

    private static void Write(StringBuilder text, string name, string type, string help, double value) =>
        text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} {type}\n{name} {value}\n");

    private static string Escaped(string label) =>
        label.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);

    private sealed class Durations(double[] bounds)
    {
        private readonly long[] counts = new long[bounds.Length + 1];
        private readonly Lock gate = new();
        private double sum;

        public void Add(double seconds)
        {
            var bucket = 0;
            while (bucket < bounds.Length && seconds > bounds[bucket])
            {
                bucket++;
            }

            lock (gate)
            {
                counts[bucket]++;
                sum += seconds;
            }
        }

        public void Write(StringBuilder text, string name, string labels)
        {
            lock (gate)
            {
                var total = 0L;
                for (var i = 0; i <= bounds.Length; i++)
                {
                    total += counts[i];
                    var bound = i == bounds.Length ? "+Inf" : bounds[i].ToString(CultureInfo.InvariantCulture);
                    text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{{labels},le=\"{bound}\"}} {total}\n");
                }

                text.Append(CultureInfo.InvariantCulture, $"{name}_sum{{{labels}}} {sum}\n{name}_count{{{labels}}} {total}\n");
            }
        }
    }
}
