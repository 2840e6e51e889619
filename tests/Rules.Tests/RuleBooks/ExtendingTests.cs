using Shouldly;
using Shouwen.Rules.Contract;
using Xunit;

namespace Shouwen.Rules.Tests.RuleBooks;

/// <summary>EG-41: a region's book takes over what it does not say, may be stricter, and never looser.</summary>
public sealed class ExtendingTests
{
    private const string East = """
        name: east
        extends: group
        title: {zh: 华东实施细则, en: Rules of the east}
        versions:
          - {effective: 2000-01-01, zh: 首版, en: First version}

        """;

    private static readonly RuleBook Group = RuleBookFile.Read(Path.Combine(Shipped.Rules, "group.yaml")).Value!;

    [Fact]
    public void What_it_does_not_say_is_the_parents()
    {
        var east = Sound("clocks:\n  visit: {limit: 45m}\n");
        east.Extends.ShouldBe("group");
        east.Procedure.ShouldBe(Procedure.Group);
        east.Latest.Group!.Visit.Limit.ShouldBe(TimeSpan.FromMinutes(45));
        east.Latest.Group.Visit.Name.ShouldBe(Group.Latest.Group!.Visit.Name);
        east.Latest.Group.Plan.ShouldBe(Group.Latest.Group.Plan);
        east.Latest.Clauses.Keys.ShouldBe(Group.Latest.Clauses.Keys);
    }

    [Fact]
    public void It_says_which_places_it_governs_and_the_nearest_one_counts()
    {
        var east = Sound("appliesTo: [east]\n");
        var quay = Sound("appliesTo: [LA]\n") with { Name = "quay" };
        var library = new RuleLibrary(
            new Dictionary<string, RuleBook>(StringComparer.Ordinal)
            {
                ["east"] = east,
                ["group"] = Group,
                ["quay"] = quay,
            },
            new WorkCalendar([])
        );
        string Book(string asked, params string[] path) => library.Governing(library.Books[asked], path, Instant.Earliest).Name;

        Book("group", "YT", "east", "group").ShouldBe("east");
        Book("group", "LA", "east", "group").ShouldBe("quay");
        Book("group", "HY", "south", "group").ShouldBe("group");
        Book("group").ShouldBe("group");
        Book("east", "HY", "south", "group").ShouldBe("group", "a book of places is its parent elsewhere");
        Book("east", "YT", "east", "group").ShouldBe("east");
    }

    [Theory]
    [InlineData("appliesTo: []\n")]
    [InlineData("appliesTo: [east, east]\n")]
    [InlineData("appliesTo: east\n")]
    public void The_places_are_a_list_that_names_each_once(string places)
    {
        var finding = Read(places).Findings.Single();
        finding.Key.ShouldStartWith("appliesTo");
        finding.Line.ShouldBe(6);
    }

    [Fact]
    public void Only_a_book_that_extends_another_names_places()
    {
        var text = "appliesTo: [east]\n" + File.ReadAllText(Path.Combine(Shipped.Rules, "group.yaml"));
        RuleBookFile.ReadText(text, "group").Findings.Select(finding => (finding.Line, finding.Key)).ShouldBe([(1, "appliesTo")]);
    }

    [Theory]
    [InlineData("clocks:\n  visit: {limit: 1h}\n", "the same in another unit")]
    [InlineData("clocks:\n  progress: {at: \"17:00\", grace: 30m}\n", "earlier")]
    [InlineData("consequences:\n  missedPlan: {amount: 300.01}\n", "dearer")]
    [InlineData("consequences:\n  missedVisit: {percentOfBonus: 25}\n", "a larger share")]
    [InlineData("consequences:\n  lateIssue: {every: 4m, rounding: started}\n", "sooner")]
    [InlineData("consequences:\n  overdue: {tiering: whole}\n", "all at the highest")]
    [InlineData("messages:\n  daily.slow: {to: [deputyManager, generalManager], at: \"08:30\"}\n", "more are told, earlier")]
    [InlineData("events:\n  order.rejected: {roles: [generalManager]}\n", "fewer may")]
    [InlineData("access:\n  phones: []\n", "nobody sees")]
    [InlineData("options:\n  seriouslyOverdue: {value: 5d}\n", "serious sooner")]
    [InlineData("clauses:\n  EG-22: {zh: 更严, en: Stricter}\n", "words are free")]
    public void Stricter_is_accepted(string own, string why) => Read(own).Findings.ShouldBeEmpty(why);

    [Theory]
    [InlineData("clocks:\n  visit: {limit: 61m}\n", "clocks.visit.limit", 7)]
    [InlineData("clocks:\n  progress: {at: \"18:01\"}\n", "clocks.progress.at", 7)]
    [InlineData("consequences:\n  missedPlan: {amount: 299.99}\n", "consequences.missedPlan.amount", 7)]
    [InlineData("consequences:\n  missedVisit: {percentOfBonus: 19}\n", "consequences.missedVisit.percentOfBonus", 7)]
    [InlineData("consequences:\n  lateIssue: {cap: 10}\n", "consequences.lateIssue.cap", 7)]
    [InlineData("consequences:\n  overdue: {rounding: complete}\n", "consequences.overdue.rounding", 7)]
    [InlineData("messages:\n  daily.reminder: {to: [accountable, leader]}\n", "messages.daily.reminder.to", 7)]
    [InlineData("events:\n  order.issued: {roles: [generalManager, deputyManager]}\n", "events.order.issued.roles", 7)]
    [InlineData("access:\n  rules: [generalManager, administrator, specialist]\n", "access.rules", 7)]
    [InlineData("options:\n  visitHours: {value: \"09:00-18:00\"}\n", "options.visitHours.value", 7)]
    [InlineData("categories:\n  leasing: {lead: sales}\n", "categories.leasing.lead", 7)]
    [InlineData("clocks:\n\n  visit: {limit: 2h}\n", "clocks.visit.limit", 8)]
    public void Looser_is_refused_with_line_and_key(string own, string key, int line)
    {
        var finding = Read(own).Findings.ShouldHaveSingleItem();
        (finding.Key, finding.Line).ShouldBe((key, line));
        finding.Sentence.En.ShouldContain("looser than the parent");
    }

    [Theory]
    [InlineData("clocks.visit.limit")]
    [InlineData("clocks.visit")]
    [InlineData("clocks")]
    public void What_the_parent_leaves_free_may_be_looser(string allowed)
    {
        var parent = RuleBookFile.ReadText($"allowLooser: [{allowed}]\n{Group.Text}", "group").Value!;
        Read("clocks:\n  visit: {limit: 90m}\n", parent).Findings.ShouldBeEmpty();
        Read("clocks:\n  visit: {limit: 90m}\nconsequences:\n  missedPlan: {amount: 1}\n", parent).Findings.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_new_version_of_the_parent_is_one_of_the_book_too()
    {
        var moment = Instant.Parse("2026-12-01T00:00:00+08:00");
        var changed = RuleBookFile.ReadText(Group.Text.Replace("amount: 300}", "amount: 400}", StringComparison.Ordinal), "group").Value!;
        var parent = Group.Amended(changed, moment, new Words("更严", "stricter"));
        var east = Read("clocks:\n  visit: {limit: 45m}\n", parent).Value!;
        east.Versions.Select(version => version.Name).ShouldBe(["2000-01-01", "2026-12-01"]);
        east.Versions.Select(version => version.Group!.MissedPlan.Amount).ShouldBe([300, 400]);
        east.Versions.ShouldAllBe(version => version.Group!.Visit.Limit == TimeSpan.FromMinutes(45));
    }

    [Fact]
    public void Once_the_parent_is_stricter_the_book_is_looser()
    {
        var strict = RuleBookFile
            .ReadText(
                Group.Text.Replace(
                    "name: {zh: 上门, en: Visit}, limit: 60m",
                    "name: {zh: 上门, en: Visit}, limit: 30m",
                    StringComparison.Ordinal
                ),
                "group"
            )
            .Value!;
        var parent = Group.Amended(strict, Instant.Parse("2026-12-01T00:00:00+08:00"), new Words("更严", "stricter"));
        Read("clocks:\n  visit: {limit: 45m}\n", parent).Findings.ShouldHaveSingleItem().Key.ShouldBe("clocks.visit.limit");
    }

    [Theory]
    [InlineData("extends: nobody\nname: east\n")]
    [InlineData("extends: [group]\nname: east\n")]
    [InlineData("extends: group\n")]
    public void Without_a_parent_a_name_or_versions_there_is_no_book(string text) =>
        RuleBookFile.ReadText(text, "east", Find(Group)).Value.ShouldBeNull();

    [Fact]
    public void A_book_extends_one_that_extends_none()
    {
        var east = Sound("");
        RuleBookFile
            .ReadText(East.Replace("extends: group", "extends: east", StringComparison.Ordinal), "x", name => name == "east" ? east : null)
            .Findings.ShouldHaveSingleItem()
            .Key.ShouldBe("extends");
    }

    [Fact]
    public void A_folder_loads_a_book_whatever_the_order_of_the_files()
    {
        var folder = Directory.CreateTempSubdirectory("shouwen-books");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "group.yaml"), Group.Text);
            File.WriteAllText(Path.Combine(folder.FullName, "east.yaml"), East + "clocks:\n  visit: {limit: 45m}\n");
            var loaded = RuleFolder.Load(folder.FullName, Shipped.Calendars);
            loaded.Findings.ShouldBeEmpty();
            loaded.Value!.Books.Keys.Order(StringComparer.Ordinal).ShouldBe(["east", "group"]);
            DataFileCheck.Findings(Path.Combine(folder.FullName, "east.yaml")).ShouldBeEmpty();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static RuleBook Sound(string own)
    {
        var loaded = Read(own);
        loaded.Findings.ShouldBeEmpty();
        return loaded.Value!;
    }

    private static Loaded<RuleBook> Read(string own, RuleBook? parent = null) =>
        RuleBookFile.ReadText(East + own, "east", Find(parent ?? Group));

    private static Func<string, RuleBook?> Find(RuleBook parent) => name => name == parent.Name ? parent : null;
}
