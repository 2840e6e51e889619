using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;
using Shouwen.Rules.Contract;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Api;

/// <summary>The description is true: a client written from it alone compiles, and works against the server.</summary>
public sealed class DescriptionTests : IAsyncLifetime
{
    /// <summary>Written against the generated client; it calls nothing that is not in the description.</summary>
    private const string Visit = """
        using System; using System.Linq; using System.Net.Http; using System.Threading.Tasks;
        namespace Generated;
        public static class Visit
        {
            public static async Task<string> Run(HttpClient http)
            {
                var client = new Client(http);
                var opened = await client.OpenCase(
                    new OpenCase
                    {
                        Channel = OpenCaseChannel.Phone,
                        Category = OpenCaseCategory.PropertyRepair,
                        Unit = "3-2-1201",
                        Demand = "飘窗渗漏",
                        Customer = new OpenCaseCustomer { Name = "李女士", Phone = "13800005678" },
                    },
                    idempotencyKey: "generated-1"
                );
                var recorded = await client.RecordEvent(
                    opened.Id,
                    new OrderSubmitted { Data = new OrderSubmittedData { RequiredBy = DateTimeOffset.Parse("2026-10-15T18:00:00+08:00") } },
                    ifMatch: $"\"{opened.Version}\""
                );
                using var form = new MultipartFormDataContent { { new ByteArrayContent(%PNG%), "file", "a.png" } };
                var files = await client.AddAttachments(opened.Id, form);
                var bytes = await client.ReadAttachment(files.Items[0].Id);
                var read = await client.ReadCase(opened.Id, acceptLanguage: "en");
                var log = await client.ListEvents(opened.Id);
                var why = await client.ReadExplanation(opened.Id);
                var costs = await client.ListPenalties(opened.Id);
                var month = await client.ReadStatement("2026-10");
                var page = await client.ListCases(state: "submitted", sort: "dueAt", limit: 10);
                try
                {
                    await client.RecordEvent(opened.Id, new OrderApproved());
                    return "nobody refused";
                }
                catch (Failure refused)
                {
                    return string.Join(
                        ' ',
                        recorded.State,
                        read.State,
                        read.Clocks.Count(clock => clock.State == ClockState.Running),
                        log.Items.Count,
                        why.Clocks.Count,
                        costs.Items.Count,
                        month.Totals.Count,
                        page.Items.Single().Id == opened.Id,
                        bytes.Length,
                        refused.Problem.Status,
                        refused.Problem.Code
                    );
                }
            }
        }
        """;

    private TestApp app = null!;
    private Caller zhou = null!;
    private JsonNode document = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartWithWorld();
        zhou = await Caller.As(app);
        using var visitor = app.Visitor();
        document = JsonNode.Parse(await visitor.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)))!;
    }

    public async Task DisposeAsync()
    {
        zhou.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task A_client_generated_from_the_description_works_against_the_server()
    {
        using var http = new HttpClient(new WithFormToken(zhou)) { BaseAddress = app.Url };
        var png = "new byte[] {" + string.Join(',', Pictures.Png()) + "}";
        var client = Compile(new ClientSource(document).Write(), Visit.Replace("%PNG%", png, StringComparison.Ordinal));
        var run = client.GetType("Generated.Visit")!.GetMethod("Run", BindingFlags.Public | BindingFlags.Static)!;
        var told = await (Task<string>)run.Invoke(null, [http])!;
        told.ShouldBe($"Submitted Submitted 1 2 2 0 0 True {Pictures.Png().Length} 403 role.forbidden");
    }

    [Fact]
    public void It_is_openapi_3_1_and_every_call_names_its_failures()
    {
        document["openapi"]!.GetValue<string>().ShouldStartWith("3.1");
        var calls = document["paths"]!
            .AsObject()
            .SelectMany(path => path.Value!.AsObject().Select(call => (Path: path.Key, Call: call)))
            .ToList();
        calls.Count.ShouldBeGreaterThanOrEqualTo(10);
        foreach (var (path, (method, operation)) in calls)
        {
            operation!["operationId"].ShouldNotBeNull($"{method} {path}");
            operation["summary"].ShouldNotBeNull($"{method} {path}");
            var answers = operation["responses"]!.AsObject();
            answers.Select(answer => answer.Key).ShouldContain("401");
            foreach (var (status, answer) in answers.Where(answer => answer.Key[0] is '4' or '5'))
            {
                answer!["content"]!["application/problem+json"]!["schema"]!["$ref"]!
                    .GetValue<string>()
                    .ShouldEndWith("/Problem", Case.Sensitive, $"{method} {path} {status}");
            }

            if (method == "post")
            {
                operation["parameters"]!.AsArray().Select(p => p!["name"]!.GetValue<string>()).ShouldContain("Idempotency-Key");
            }
        }
    }

    [Fact]
    public void Every_event_of_the_vocabulary_is_described_with_its_fields()
    {
        var variants = document["components"]!["schemas"]!["NewEvent"]!["oneOf"]!.AsArray();
        var described = variants
            .Select(variant => document["components"]!["schemas"]![variant!["$ref"]!.GetValue<string>().Split('/')[^1]]!)
            .ToLookup(schema => schema["properties"]!["type"]!["enum"]![0]!.GetValue<string>());
        foreach (var shape in new[] { Procedure.Group, Procedure.Property }.SelectMany(book => EventVocabulary.Of(book).Shapes))
        {
            if (shape.Type == EventType.CaseOpened)
            {
                continue;
            }

            described[shape.Type.Name()]
                .ShouldContain(schema => Fields(schema).SequenceEqual(shape.Fields.Select(field => field.Name)), shape.Type.Name());
        }
    }

    [Fact]
    public async Task What_is_answered_is_what_is_described()
    {
        var id = await Complaint.Leak().In(app);
        using var general = await Caller.As(app, World.GeneralManager);
        await Attachments.Add(general, id, ("a.png", Pictures.Png()));
        foreach (
            var (path, schema) in new[]
            {
                ($"/cases/{id}", "Case"),
                ("/cases?limit=1", "CasePage"),
                ($"/cases/{id}/events", "EventList"),
                ($"/cases/{id}/penalties", "PenaltyList"),
                ($"/cases/{id}/explanation", "Explanation"),
                ("/statements/2026-10", "Statement"),
                ("/dashboard", "Dashboard"),
                ("/me", "Caller"),
                ("/cases/none", "Problem"),
            }
        )
        {
            var reply = await general.Get(path);
            Judge(reply.Json, document["components"]!["schemas"]![schema]!, path);
        }
    }

    private static IEnumerable<string> Fields(JsonNode schema) =>
        schema["properties"]!["data"]!["properties"]?.AsObject().Select(field => field.Key) ?? [];

    /// <summary>Every field that came is described, every required one came, every code is one of the list.</summary>
    private void Judge(JsonNode value, JsonNode schema, string where)
    {
        if (schema["$ref"] is { } reference)
        {
            Judge(value, document["components"]!["schemas"]![reference.GetValue<string>().Split('/')[^1]]!, where);
            return;
        }

        if (schema["enum"] is JsonArray codes)
        {
            codes.Select(code => code!.ToString()).ShouldContain(value.ToString(), where);
        }

        switch (value)
        {
            case JsonArray items:
                items.ToList().ForEach(item => Judge(item!, schema["items"]!, where + "[]"));
                break;
            case JsonObject fields when schema["properties"] is JsonObject properties:
                fields.Select(field => field.Key).Except(properties.Select(property => property.Key)).ShouldBeEmpty(where);
                var required = schema["required"]?.AsArray().Select(field => field!.GetValue<string>()) ?? [];
                required.Except(fields.Select(field => field.Key)).ShouldBeEmpty(where);
                fields.ToList().ForEach(field => Judge(field.Value!, properties[field.Key]!, $"{where}.{field.Key}"));
                break;
        }
    }

    private static Assembly Compile(params string[] sources)
    {
        var references = AppDomain
            .CurrentDomain.GetAssemblies()
            .Where(assembly => !assembly.IsDynamic && assembly.Location.Length > 0)
            .Concat([typeof(System.Net.Http.Json.JsonContent).Assembly, typeof(System.Text.Json.JsonSerializer).Assembly])
            .Select(assembly => assembly.Location)
            .Distinct()
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "Generated",
            sources.Select(source => CSharpSyntaxTree.ParseText(source)),
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)
        );
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        result.Success.ShouldBeTrue(
            string.Join('\n', result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Take(10)) + "\n" + sources[0]
        );
        return Assembly.Load(image.ToArray());
    }

    /// <summary>Sends as a page of ours would, so that the generated client needs no token of its own.</summary>
    private sealed class WithFormToken(Caller caller) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var headers = request.Headers.Select(header => (header.Key, string.Join(", ", header.Value))).ToArray();
            var body = request.Content is null ? null : new ByteArrayContent(await request.Content.ReadAsByteArrayAsync(cancellationToken));
            if (body is not null)
            {
                body.Headers.ContentType = request.Content!.Headers.ContentType;
            }

            var reply = await caller.Send(request.Method, request.RequestUri!.PathAndQuery, body, headers);
            var answer = new HttpResponseMessage(reply.Status) { Content = new ByteArrayContent(reply.Bytes) };
            answer.Content.Headers.ContentType = reply.Type is null ? null : new(reply.Type);
            return answer;
        }
    }
}
