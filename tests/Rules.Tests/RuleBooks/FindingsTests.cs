using System.Text;
using Shouldly;
using Shouwen.Rules.Contract;
using Shouwen.Rules.Files;
using Xunit;

namespace Shouwen.Rules.Tests.RuleBooks;

/// <summary>One mistake in a sound book gives one finding, on the line where a person must look.</summary>
public sealed class FindingsTests
{
    private const string Submit = "order.submit: {clause: EG-14(1), name: {zh: 报批, en: Submit}, limit: 30m}";
    private const string Progress = "progress: {clause: EG-26, name: {zh: 进展, en: Progress}, at: \"18:00\", grace: 60m}";
    private const string Late = "lateSubmission: {clause: EG-18(1), every: 5m, amount: 100, rounding: complete, cap: none}";
    private const string Visit = "missedVisit: {clause: EG-35a, percentOfBonus: 20}";
    private const string Bracket = "- {clause: EG-36(2), through: 15, accountable: 200, leader: 100}";
    private const string Approved =
        "order.approved: {clause: EG-14(2), name: {zh: 审核督办令, en: Order approved}, action: {zh: 审核督办令, en: Approve order}, roles: [deputyManager]}";
    private const string Spot = "case.resolvedOnSpot: {clause: EG-15, without: []}";
    private const string Plan = "plan.recorded: {clause: EG-22, without: [refused, later]}";
    private const string Reopening = "reopening: {clause: EG-4, within: 180d}";
    private const string Anybody = "firstContact: {clause: PM-3, channel: app, desk: [specialist]}";
    private const string OneVersion = "  - effective: 2000-01-01";

    /// <summary>What stands in the book, what is written instead, the key and the sentence of the finding.</summary>
    public static TheoryData<string, string, string, string> OneMistake { get; } =
        new()
        {
            { Submit, Submit.Replace("limit: 30m", "limit: 0m"), "clocks.order.submit.limit", "more than zero" },
            { Submit, Submit.Replace("limit: 30m", "limit: -5m"), "clocks.order.submit.limit", "negative" },
            { Submit, Submit.Replace("limit: 30m", "limit: 367d"), "clocks.order.submit.limit", "longer than 366 days" },
            { Submit, Submit.Replace("limit: 30m", "limit: 2147483647d"), "clocks.order.submit.limit", "longer than 366 days" },
            { Submit, Submit.Replace("limit: 30m", "limit: half an hour"), "clocks.order.submit.limit", "30m, 72h or 7d" },
            { Submit, Submit.Replace("limit: 30m", "limit: [30m]"), "clocks.order.submit.limit", "single value" },
            { Submit, Submit.Replace("limit: 30m", "limit: ''"), "clocks.order.submit.limit", "empty" },
            { Submit, Submit.Replace(", limit: 30m", ""), "clocks.order.submit.limit", "missing" },
            { Submit, Submit.Replace("limit:", "limit: 30m, limits:"), "clocks.order.submit.limits", "unknown key" },
            { Submit, Submit.Replace("limit:", "limit: 30m, limit:"), "clocks.order.submit.limit", "twice" },
            { Submit, Submit.Replace("EG-14(1)", "EG-14(9)"), "clocks.order.submit.clause", "EG-14(9) does not stand in clauses" },
            { Submit, Submit.Replace(", en: Submit", ""), "clocks.order.submit.name.en", "missing" },
            { Submit, Submit.Replace("{zh: 报批, en: Submit}", "报批"), "clocks.order.submit.name", "keys with values" },
            { Submit, "order.submit: 30m", "clocks.order.submit", "keys with values" },
            { Progress, Progress.Replace("18:00", "24:00"), "clocks.progress.at", "00:00 to 23:59" },
            { Progress, Progress.Replace("18:00", "18:60"), "clocks.progress.at", "00:00 to 23:59" },
            { Late, Late.Replace("amount: 100", "amount: -100"), "consequences.lateSubmission.amount", "negative" },
            { Late, Late.Replace("amount: 100", "amount: 0.005"), "consequences.lateSubmission.amount", "two decimals" },
            { Late, Late.Replace("complete", "finished"), "consequences.lateSubmission.rounding", "complete | started" },
            { Late, Late.Replace("cap: none", "cap: 0"), "consequences.lateSubmission.cap", "from 1 to 1000000" },
            { Late, Late.Replace("every: 5m", "every: 0m"), "consequences.lateSubmission.every", "more than zero" },
            { Visit, Visit.Replace("20", "101"), "consequences.missedVisit.percentOfBonus", "from 1 to 100" },
            { Visit, Visit.Replace("20", "0"), "consequences.missedVisit.percentOfBonus", "from 1 to 100" },
            { Bracket, Bracket.Replace("15", "7"), "consequences.overdue.tiers[1].through", "after the one before" },
            {
                "accountable: bonus 50-100% | pay cut | demotion",
                "accountable: bonus 50-101% | pay cut",
                "consequences.overdue.decision.accountable",
                "terms.measures"
            },
            { "leader: bonus 20-50% | pay cut", "leader: bonus 20-50% | exile", "consequences.overdue.decision.leader", "terms.measures" },
            { "  leader: [leader]", "  leader: [captain]", "people.leader[0]", "captain does not stand in terms.roles" },
            { "  leader: [leader]", "  leader: []", "people.leader", "the list is empty" },
            { "  leader: [leader]", "  captain: [leader]\n  leader: [leader]", "people.captain", "unknown key" },
            {
                Approved,
                Approved.Replace("deputyManager", "deputy"),
                "events.order.approved.roles[0]",
                "deputy does not stand in terms.roles"
            },
            { Approved, Approved.Replace(", en: Approve order", ""), "events.order.approved.action.en", "missing" },
            { "    lead: commercial", "    lead: shops", "categories.leasing.lead", "shops does not stand in terms.departments" },
            { "at: \"18:00\", grace: 60m", "at: 18.00, grace: 60m", "clocks.progress.at", "00:00 to 23:59" },
            { "    to: [accountable]", "    to: []", "messages.order.issued.to", "empty" },
            { "    to: [accountable]", "    to: accountable", "messages.order.issued.to", "list" },
            {
                "visitHours: {clause: EG-22, value: none}",
                "visitHours: {clause: EG-22, value: \"18:00-09:00\"}",
                "options.visitHours.value",
                "window"
            },
            { Spot, Spot.Replace("[]", "[later]"), "signatures.case.resolvedOnSpot.without", "cannot be recorded without" },
            { Spot, Spot.Replace("EG-15", "EG-99"), "signatures.case.resolvedOnSpot.clause", "EG-99 does not stand in clauses" },
            { Spot, Spot.Replace("OnSpot", "OnTheSpot"), "signatures.case.resolvedOnTheSpot", "no such event" },
            { Plan, Plan.Replace("later", "never"), "signatures.plan.recorded.without[1]", "must be one of refused | later" },
            { Reopening, Reopening.Replace("180d", "0d"), "owners.reopening.within", "more than zero" },
            { Reopening, Reopening.Replace("EG-4", "EG-99"), "owners.reopening.clause", "EG-99 does not stand in clauses" },
            { Reopening, Reopening.Replace("reopening", "reopenings"), "owners.reopenings", "unknown key" },
            { Anybody, Anybody.Replace("channel: app", "channel: lift"), "firstContact.channel", "lift does not stand in terms.channels" },
            { Anybody, Anybody.Replace("[specialist]", "[]"), "firstContact.desk", "empty" },
            { Anybody, Anybody.Replace("PM-3", "PM-99"), "firstContact.clause", "PM-99 does not stand in clauses" },
            { "procedure: group", "procedure: groups", "procedure", "group | property | historic" },
            { OneVersion, OneVersion.Replace("2000-01-01", "1 January"), "versions[0].effective", "2026-01-31" },
            {
                "milestone: moveIn, months: 3",
                "milestone: moveIn, months: 0",
                "categories.property.repair.exceptions[0].months",
                "1 to 120"
            },
        };

    [Theory]
    [MemberData(nameof(OneMistake))]
    public void A_mistake_is_named_with_its_line_and_key(string stands, string instead, string key, string says)
    {
        var book = Shipped.BookText("group");
        book.Split(stands).Length.ShouldBe(2, "the text to edit stands once in the book");
        var line = book[..book.IndexOf(stands, StringComparison.Ordinal)].Count(c => c == '\n') + 1;

        var loaded = RuleBookFile.ReadText(book.Replace(stands, instead, StringComparison.Ordinal), "draft.yaml");

        loaded.Value.ShouldBeNull();
        var finding = loaded.Findings.Where(found => found.Key == key).ShouldHaveSingleItem();
        finding.Line.ShouldBe(line);
        finding.File.ShouldBe("draft.yaml");
        finding.Sentence.En.ShouldContain(says);
        finding.Sentence.Zh.ShouldNotBeNullOrWhiteSpace();
        loaded.Findings.Count.ShouldBe(1, string.Join('\n', loaded.Findings));
    }

    /// <summary>A key spelt wrong is both: one the book lacks and one nobody knows.</summary>
    [Theory]
    [InlineData("order.submit: {clause", "order.send: {clause", "clocks.order.submit", "clocks.order.send")]
    [InlineData(
        "through: 15, accountable: 200, leader:",
        "through: 15, accountable: 200, lead:",
        "consequences.overdue.tiers[1].leader",
        "consequences.overdue.tiers[1].lead"
    )]
    [InlineData("  order.approved: {", "  order.forgotten: {", "events.order.approved", "events.order.forgotten")]
    [InlineData("  leasing:\n", "  renting:\n", "categories.leasing", "categories.renting")]
    [InlineData("    absent: {", "    away: {", "terms.causes.absent", "terms.causes.away")]
    public void A_key_spelt_wrong_is_missing_and_unknown(string stands, string instead, string missing, string unknown)
    {
        var book = Shipped.BookText("group").Replace(stands, instead, StringComparison.Ordinal);

        var loaded = RuleBookFile.ReadText(book, "draft.yaml");

        loaded.Findings.Select(finding => finding.Key).ShouldBe([missing, unknown], ignoreOrder: true);
    }

    [Fact]
    public void All_mistakes_are_told_at_once_in_the_order_of_the_file()
    {
        var book = Shipped
            .BookText("group")
            .Replace("limit: 72h", "limit: 0h", StringComparison.Ordinal)
            .Replace("effective: 2000-01-01\n", "effective: 2000-01-01\n    by: me\n", StringComparison.Ordinal)
            .Replace("leader: 50}", "leader: -50}", StringComparison.Ordinal);

        var loaded = RuleBookFile.ReadText(book, "draft.yaml");

        loaded
            .Findings.Select(finding => finding.Key)
            .ShouldBe(["versions[0].by", "clocks.claim.report.limit", "consequences.overdue.tiers[0].leader"]);
    }

    [Fact]
    public void A_clause_needs_its_text_in_both_languages()
    {
        const string English = "    en: What is solved on the spot is registered, signed by the customer and uploaded.\n";
        var book = Shipped.BookText("group").Replace(English, "", StringComparison.Ordinal);

        var finding = RuleBookFile.ReadText(book, "draft.yaml").Findings.ShouldHaveSingleItem();

        finding.Key.ShouldBe("clauses.EG-15.en");
    }

    [Theory]
    [InlineData("name: [group", 2, "yaml")]
    [InlineData("name: group\n  procedure: group", 2, "yaml")]
    [InlineData("name: &a group\ntitle: *a", 1, "yaml")]
    [InlineData("a: 1\nb: *a", 2, "yaml")]
    [InlineData("name: !!binary abc", 1, "yaml")]
    [InlineData("name: group\n---\nname: property", 2, "yaml")]
    [InlineData("? [a, b]\n: c", 1, "yaml")]
    [InlineData("", 1, "file")]
    [InlineData("# only a comment\n", 1, "file")]
    [InlineData("- a\n- b", 1, "file")]
    [InlineData("just text", 1, "file")]
    public void What_is_no_book_at_all_is_one_finding(string text, int line, string key)
    {
        var finding = RuleBookFile.ReadText(text, "draft.yaml").Findings.ShouldHaveSingleItem();

        (finding.Line, finding.Key).ShouldBe((line, key));
    }

    [Fact]
    public void A_nest_without_end_is_refused()
    {
        var text = "a: " + string.Concat(Enumerable.Repeat("[", 200)) + string.Concat(Enumerable.Repeat("]", 200));

        RuleBookFile.ReadText(text, "draft.yaml").Findings.ShouldHaveSingleItem().Sentence.En.ShouldBe("nested too deeply");
    }

    [Fact]
    public void A_file_that_is_not_utf8_is_refused_with_the_line()
    {
        var findings = new Findings("draft.yaml");

        DataText.Decode([.. Encoding.UTF8.GetBytes("name: group\ntitle: "), 0xD6, 0xC6], findings).ShouldBeNull();

        var finding = findings.All.ShouldHaveSingleItem();
        (finding.Line, finding.Sentence.En).ShouldBe((2, "the file is not UTF-8"));
    }

    [Fact]
    public void A_file_larger_than_a_mebibyte_is_refused_and_a_byte_order_mark_is_accepted()
    {
        var folder = Directory.CreateTempSubdirectory("shouwen-books");
        try
        {
            var large = Path.Combine(folder.FullName, "large.yaml");
            File.WriteAllText(large, "# " + new string('x', 1024 * 1024));
            RuleBookFile.Read(large).Findings.ShouldHaveSingleItem().Sentence.En.ShouldContain("1 MiB");

            var marked = Path.Combine(folder.FullName, "marked.yaml");
            File.WriteAllText(marked, Shipped.BookText("historic"), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
            RuleBookFile.Read(marked).Findings.ShouldBeEmpty();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void No_text_makes_the_reader_throw()
    {
        var random = new Random(20261008);
        var book = Shipped.BookText("historic");
        const string Pieces = "{}[]:,-#&*!|>'\"%@`\n\t 0a";
        for (var i = 0; i < 2_000; i++)
        {
            var at = random.Next(book.Length);
            var length = random.Next(1, 40);
            var noise = string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            var text = book[..at] + noise + book[Math.Min(book.Length, at + length)..];

            var loaded = RuleBookFile.ReadText(text, "draft.yaml");

            (loaded.Value is null).ShouldBe(loaded.Findings.Count > 0);
        }
    }
}
