using Microsoft.Data.Sqlite;
using Shouldly;
using Shouwen.CommandLine;
using Shouwen.Rules.Contract;
using Shouwen.Testing;
using Xunit;
using static Shouwen.App.Tests.Store.StoreWorld;

namespace Shouwen.App.Tests.Store;

public sealed class VerifyVerbTests : IAsyncDisposable
{
    private readonly StoreWorld world = new();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task A_sound_database_ends_with_0_and_one_line_that_names_its_end()
    {
        await world.Open(UntilIssued(Morning));
        world.Problems().ShouldBeEmpty();

        var (code, output, _) = await Verify();

        code.ShouldBe(0);
        output.Trim().Split('\n').Length.ShouldBe(1);
        output.ShouldContain("sound: 1 cases, 4 events, 1 personal texts (0 erased); end 1:");
        var end = output.Trim()[(output.LastIndexOf(' ') + 1)..];
        (await Verify("--expect", end)).Code.ShouldBe(0);
        (await Verify("--expect", "2" + end[1..])).Code.ShouldBe(1);
        (await Verify("--expect", "nonsense")).Code.ShouldBe(2);
    }

    [Fact]
    public async Task More_than_a_hundred_problems_are_shown_as_a_hundred_and_their_count()
    {
        await world.Log.OpenMany([.. Enumerable.Range(0, 150).Select(i => Historic(Morning, $"{i}"))]);
        using (var connection = new SqliteConnection($"Data Source={world.File};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "UPDATE cases SET unit = '9-999'";
            command.ExecuteNonQuery();
        }

        var (code, output, _) = await Verify();

        code.ShouldBe(1);
        output.Trim().Split('\n').Length.ShouldBe(101);
        output.ShouldContain("case 1: cases row 1: unit is 9-999 instead of 2-301");
        output.ShouldContain("150 problems found in 150 cases");
    }

    [Fact]
    public async Task What_is_no_database_of_ours_ends_with_2_and_a_sentence()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("letter.db"), new string('x', 5000));

        (await Verify("--database", folder.File("letter.db"))).ShouldSatisfyAllConditions(
            result => result.Code.ShouldBe(2),
            result => result.Error.ShouldContain("not a SQLite database")
        );
        (await Verify("--database", folder.File("none.db"))).Error.ShouldContain("no such database file");
    }

    private async Task<(int Code, string Output, string Error)> Verify(params string[] options)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        string[] database = options.Contains("--database", StringComparer.Ordinal) ? [] : ["--database", world.File];
        var terminal = new Terminal(Stream.Null, Stream.Null, output, error, Language.English, world.Clock);
        var code = await Verbs.Run(["verify", .. database, .. options], terminal);
        return (code, output.ToString(), error.ToString());
    }
}
