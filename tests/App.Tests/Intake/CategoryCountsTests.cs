using System.Diagnostics;
using System.Globalization;
using Shouldly;
using Shouwen.App.Tests.Import;
using Shouwen.Cases.Intake;
using Shouwen.Platform.Contract;
using Xunit;
using Xunit.Abstractions;

namespace Shouwen.App.Tests.Intake;

public sealed class CategoryCountsTests(RealFiles files, ITestOutputHelper output) : IClassFixture<RealFiles>
{
    private const string File = "messages_labelled.csv";
    private const ulong Seed = 7;
    private static readonly string[] Both = ["property.repair", "sales.signing"];

    [Fact]
    public void Demands_are_guessed_from_those_of_the_past()
    {
        var counts = Taught(30);
        var guess = counts.Guess("客厅墙面渗水，天花板有水印", Both)!;
        guess.Category.ShouldBe("property.repair");
        guess.Confidence.ShouldBeInRange(0.6, 1);
        counts.Guess("定金收据与认购书不符", Both)!.Category.ShouldBe("sales.signing");
    }

    [Theory]
    [InlineData(24, false)]
    [InlineData(25, true)]
    public void Nothing_is_guessed_from_fewer_than_fifty_demands(int ofEach, bool guessed) =>
        (Taught(ofEach).Guess("客厅墙面渗水", Both) is not null).ShouldBe(guessed);

    [Theory]
    [InlineData("墙面渗", false)]
    [InlineData("渗水墙面", true)]
    [InlineData("", false)]
    [InlineData("！！？", false)]
    public void Nothing_is_guessed_from_fewer_than_two_known_words(string demand, bool guessed) =>
        (Taught(30).Guess(demand, Both) is not null).ShouldBe(guessed);

    [Fact]
    public void Only_what_can_be_chosen_is_learnt_and_guessed()
    {
        var counts = Taught(30);
        var before = counts.Learnt;
        counts.Learn("plumbing", "水管漏水");
        counts.Learnt.ShouldBe(before);
        counts.Guess("客厅墙面渗水", ["sales.signing"]).ShouldBeNull();
        counts.Guess("客厅墙面渗水", [.. Both, "leasing"])!.Category.ShouldBe("property.repair");
    }

    [Fact]
    public void Words_never_met_say_nothing()
    {
        Taught(30).Guess("abc def ghi jkl", Both).ShouldBeNull();
        var counts = Taught(30);
        counts.Guess("客厅墙面渗水 abc def ghi", Both).ShouldBe(counts.Guess("墙面渗水", Both));
    }

    /// <summary>The category of real messages in seven classes, each tenth guessed from the other nine.</summary>
    [RealDataFact]
    public async Task Three_of_four_real_messages_are_guessed_right_and_the_confidence_is_honest()
    {
        var messages = await Messages();
        messages.Count.ShouldBeGreaterThan(600);
        var guesses = Enumerable.Range(0, Tenths).SelectMany(tenth => HeldOut(messages, tenth)).ToList();
        var right = guesses.Average(guess => guess.Right ? 1.0 : 0);
        var sure = guesses.Where(guess => guess.Confidence >= 0.5).ToList();
        var rightWhenSure = sure.Average(guess => guess.Right ? 1.0 : 0);
        var saysWhenSure = sure.Average(guess => guess.Confidence);
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"right {right:P1}; shown {sure.Count}, of these right {rightWhenSure:P1}, said {saysWhenSure:P1}"
            )
        );
        right.ShouldBeGreaterThan(0.77);
        rightWhenSure.ShouldBeGreaterThan(0.82);
        saysWhenSure.ShouldBe(rightWhenSure, 0.06);
    }

    [Fact]
    public void A_guess_costs_no_more_after_a_hundred_thousand_demands()
    {
        var counts = Taught(50_000);
        var demand = string.Concat(Enumerable.Repeat("客厅墙面渗水，天花板有水印，", 100));
        var fastest = Enumerable.Range(0, 5).Min(_ => Milliseconds(() => counts.Guess(demand, Both)));
        fastest.ShouldBeLessThan(20);
    }

    private const int Tenths = 10;

    private static double Milliseconds(Action work)
    {
        var started = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static IEnumerable<(bool Right, double Confidence)> HeldOut(List<(string Category, string Demand)> messages, int tenth)
    {
        var categories = messages.Select(message => message.Category).Distinct(StringComparer.Ordinal).ToList();
        var counts = new CategoryCounts(categories, Seed);
        foreach (var (category, demand) in messages.Where((_, i) => i % Tenths != tenth))
        {
            counts.Learn(category, demand);
        }

        foreach (var (category, demand) in messages.Where((_, i) => i % Tenths == tenth))
        {
            var guess = counts.Guess(demand, categories)!;
            yield return (guess.Category == category, guess.Confidence);
        }
    }

    /// <summary>Each text once: the file holds some twice, and what was learnt is no guess.</summary>
    private async Task<List<(string Category, string Demand)>> Messages()
    {
        const string Sql =
            "SELECT c.category, t.text FROM cases c JOIN log_text t ON t.month = c.month AND t.case_id = c.case_id AND t.seq = 1"
            + " ORDER BY c.reference";
        await files.Imported(File);
        await using var database = Database.Open(files.Database(File), Shouwen.Tables.Schema, WhenMissing.Complain);
        using var session = database.Read();
        var all = session.Query(Sql, row => (Category: row.Text(0), Demand: TextSeal.Open(row.Text(1))["demand"]));
        return [.. all.DistinctBy(message => message.Demand)];
    }

    private static CategoryCounts Taught(int ofEach)
    {
        string[] leaks = ["飘窗渗漏，墙面起皮", "卫生间天花板渗水", "墙面开裂渗水，要求维修"];
        string[] sales = ["认购书约定的价格与合同不符", "定金迟迟不退，收据写错", "签约时置业顾问承诺的优惠没有写进合同"];
        var counts = new CategoryCounts([.. Both, "leasing"], Seed);
        for (var i = 0; i < ofEach; i++)
        {
            counts.Learn(Both[0], leaks[i % leaks.Length]);
            counts.Learn(Both[1], sales[i % sales.Length]);
        }

        return counts;
    }
}
