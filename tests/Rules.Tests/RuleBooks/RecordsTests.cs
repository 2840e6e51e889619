using System.Text;
using Shouldly;
using Shouwen.Rules.Contract;
using Xunit;

namespace Shouwen.Rules.Tests.RuleBooks;

/// <summary>The section records: what a book may declare there, and what a filled form of it may hold.</summary>
public sealed class RecordsTests
{
    private const string Section = """
        records:
          spot.check:
            clause: EG-4
            name: {zh: 抽查, en: Spot check}
            roles: [department]
            during: [issued, closed]
            fields:
              - {name: words, kind: text, label: {zh: 说明, en: Words}, heading: {zh: 情况, en: Findings}}
              - {name: who, kind: name, personal: true, optional: true, label: {zh: 在场人, en: Who was there}}
              - {name: since, kind: time, optional: true, label: {zh: 时间, en: Since}}
              - {name: urgent, kind: flag, optional: true, label: {zh: 紧急, en: Urgent}}
              - {name: score, kind: score, optional: true, label: {zh: 评分, en: Score}}
              - {name: cost, kind: amount, optional: true, label: {zh: 费用, en: Cost}}
              - {name: helper, kind: department, optional: true, label: {zh: 部门, en: Department}}
              - {name: inspector, kind: staff, roles: [leader], optional: true, label: {zh: 检查人, en: Inspector}}
              - {name: uniform, kind: check, optional: true, label: {zh: 着装, en: Uniform}}
              - name: result
                kind: choice
                optional: true
                label: {zh: 结论, en: Result}
                choices: {good: {zh: 好, en: Good}, bad: {zh: 差, en: Bad}}

        """;

    private static readonly string Group = With(Section);

    public static TheoryData<string, string, string, string> OneMistake { get; } =
        new()
        {
            { "    clause: EG-4\n    name: {zh: 抽查", "    clause: EG-404\n    name: {zh: 抽查", "records.spot.check.clause", "EG-404" },
            { "    roles: [department]\n    during", "    roles: [visitor]\n    during", "records.spot.check.roles[0]", "terms.roles" },
            { "during: [issued, closed]", "during: [issued, gone]", "records.spot.check.during[1]", "terms.states" },
            { "during: [issued, closed]", "during: []", "records.spot.check.during", "empty" },
            { "kind: score, optional", "kind: stars, optional", "records.spot.check.fields[4].kind", "must be one of text | name" },
            { "name: who,", "name: words,", "records.spot.check.fields[1].name", "another field is named words" },
            { "name: who,", "name: Who is it,", "records.spot.check.fields[1].name", "letters and digits" },
            { "roles: [leader]", "roles: []", "records.spot.check.fields[7].roles", "empty" },
            { "roles: [leader]", "roles: [captain]", "records.spot.check.fields[7].roles[0]", "terms.roles" },
            {
                ", optional: true, label: {zh: 紧急",
                ", optional: maybe, label: {zh: 紧急",
                "records.spot.check.fields[3].optional",
                "true or false"
            },
            { "kind: flag,", "kind: flag, personal: true,", "records.spot.check.fields[3].personal", "unknown key" },
            { "kind: flag,", "kind: flag, roles: [leader],", "records.spot.check.fields[3].roles", "unknown key" },
            {
                "choices: {good: {zh: 好, en: Good}, bad: {zh: 差, en: Bad}}",
                "choices: {}",
                "records.spot.check.fields[9].choices",
                "empty"
            },
            { "label: {zh: 着装, en: Uniform}", "label: {zh: 着装}", "records.spot.check.fields[8].label.en", "missing" },
        };

    [Theory]
    [MemberData(nameof(OneMistake))]
    public void A_mistake_is_named_with_its_line_and_key(string stands, string instead, string key, string says)
    {
        Group.Split(stands).Length.ShouldBe(2, "the text to edit stands once in the book");
        var line = Group[..Group.IndexOf(stands, StringComparison.Ordinal)].Count(c => c == '\n') + 1;

        var loaded = RuleBookFile.ReadText(Group.Replace(stands, instead, StringComparison.Ordinal), "draft.yaml");

        loaded.Value.ShouldBeNull();
        var finding = loaded.Findings.ShouldHaveSingleItem();
        finding.Key.ShouldBe(key);
        finding.Line.ShouldBeInRange(line, line + 1);
        finding.Sentence.En.ShouldContain(says);
    }

    [Theory]
    [InlineData(
        "during: [issued, closed]",
        "during: [issued]\n    tells: [specialist]",
        "records.spot.check.tells[0]",
        "must be one of accountable"
    )]
    [InlineData("    files: [before, during, after]", "    files: [before, xray]", "events.visit.made.files[1]", "must be one of before")]
    [InlineData("    then: [plan.recorded]", "    then: [tea.made]", "events.visit.made.then[0]", "no such event")]
    [InlineData(
        "callbackByAnother: {clause: EG-29, value: true}",
        "callbackByAnother: {clause: EG-29, value: maybe}",
        "options.callbackByAnother.value",
        "true or false"
    )]
    public void What_a_form_holds_besides_is_checked(string stands, string instead, string key, string says)
    {
        Group.Split(stands).Length.ShouldBe(2, "the text to edit stands once in the book");
        var loaded = RuleBookFile.ReadText(Group.Replace(stands, instead, StringComparison.Ordinal), "draft.yaml");
        var finding = loaded.Findings.ShouldHaveSingleItem();
        (finding.Key, finding.Sentence.En.Contains(says, StringComparison.Ordinal)).ShouldBe((key, true), finding.Sentence.En);
    }

    [Fact]
    public void A_form_cannot_hold_a_record_the_book_does_not_have_nor_a_script_for_no_purpose()
    {
        var text = Shipped.BookText("group");
        Keys(text.Replace("records: [plan.text]", "records: [plan.words]", StringComparison.Ordinal))
            .ShouldBe(["events.plan.recorded.records[0]"]);
        Keys(text.Replace("scripts:\n  refusal:", "scripts:\n  birthday:", StringComparison.Ordinal)).ShouldBe(["scripts.birthday"]);

        static string[] Keys(string book) => [.. RuleBookFile.ReadText(book, "draft.yaml").Findings.Select(finding => finding.Key)];
    }

    [Theory]
    [InlineData("spot.check:", "Spot:")]
    [InlineData("spot.check:", "spot..check:")]
    [InlineData("spot.check:", "spot check:")]
    public void A_record_is_named_as_events_are(string stands, string instead)
    {
        var loaded = RuleBookFile.ReadText(Group.Replace(stands, instead, StringComparison.Ordinal), "draft.yaml");
        loaded.Findings.ShouldHaveSingleItem().Sentence.En.ShouldContain("cooperation.refused");
    }

    [Fact]
    public void A_record_that_stands_twice_is_a_mistake()
    {
        var loaded = RuleBookFile.ReadText(
            Group.Replace("  spot.check:", "  spot.check: {}\n  spot.check:", StringComparison.Ordinal),
            "draft.yaml"
        );
        loaded.Findings.ShouldContain(finding => finding.Key == "records.spot.check" && finding.Sentence.En.Contains("twice"));
    }

    [Theory]
    [InlineData("group")]
    [InlineData("property")]
    [InlineData("historic")]
    public void Every_procedure_takes_records(string book)
    {
        var clause = book switch
        {
            "property" => "PM-4",
            "historic" => "HI-1",
            _ => "EG-4",
        };
        var text = $$$"""
            records:
              side.note:
                clause: {{{clause}}}
                name: {zh: 备注, en: Note}
                roles: []
                fields:
                  - {name: words, kind: text, label: {zh: 说明, en: Words}}

            """;
        var loaded = RuleBookFile.ReadText(With(text, book), book + ".yaml");
        loaded.Findings.ShouldBeEmpty();
        loaded.Value!.Latest.Records["side.note"].Type.ShouldBe("record.side.note");
    }

    [Fact]
    public void A_book_without_departments_cannot_offer_one()
    {
        var text = """
            records:
              side.note:
                clause: HI-1
                name: {zh: 备注, en: Note}
                roles: []
                fields:
                  - {name: helper, kind: department, label: {zh: 部门, en: Department}}

            """;
        var loaded = RuleBookFile.ReadText(With(text, "historic"), "historic.yaml");
        loaded.Findings.ShouldHaveSingleItem().Key.ShouldBe("records.side.note.fields[0].kind");
    }

    [Fact]
    public void Diff_tells_a_record_that_changed_with_its_clause()
    {
        var changed = Group.Replace("during: [issued, closed]", "during: [issued]", StringComparison.Ordinal);
        var difference = RuleBookDiff.BetweenTexts(Group, changed).Value!.ShouldHaveSingleItem();
        (difference.Key, difference.Old, difference.New, difference.Clause).ShouldBe(
            ("records.spot.check.during", "[issued, closed]", "[issued]", "EG-4")
        );
    }

    [Theory]
    [InlineData("""{"words":"好"}""", "")]
    [InlineData(
        """{"words":"好","who":null,"since":"2026-10-08T09:00:00+08:00","urgent":false,"score":4.0,"cost":12.50,"helper":"sales","inspector":"p1","uniform":"notApplicable","result":"bad"}""",
        ""
    )]
    [InlineData("{}", "words")]
    [InlineData("""{"words":"  "}""", "words")]
    [InlineData("""{"words":3}""", "words")]
    [InlineData("""{"words":"好","since":"2026-10-08T09:00:00"}""", "since")]
    [InlineData("""{"words":"好","since":"2199-10-08T09:00:00+08:00"}""", "since")]
    [InlineData("""{"words":"好","urgent":"yes"}""", "urgent")]
    [InlineData("""{"words":"好","score":6}""", "score")]
    [InlineData("""{"words":"好","score":0}""", "score")]
    [InlineData("""{"words":"好","score":4.5}""", "score")]
    [InlineData("""{"words":"好","cost":-1}""", "cost")]
    [InlineData("""{"words":"好","cost":0.005}""", "cost")]
    [InlineData("""{"words":"好","cost":1e99}""", "cost")]
    [InlineData("""{"words":"好","helper":"shops"}""", "helper")]
    [InlineData("""{"words":"好","uniform":"perhaps"}""", "uniform")]
    [InlineData("""{"words":"好","result":{}}""", "result")]
    [InlineData("""{"words":"好","who":"一\n二"}""", "who")]
    [InlineData("""{"words":"好","more":1}""", "more")]
    [InlineData("""{"words":"好","words":"坏"}""", "words")]
    [InlineData("""{"score":9,"uniform":1}""", "score uniform words")]
    [InlineData("""["words"]""", "-")]
    [InlineData("""{"words":"\ud800"}""", "-")]
    [InlineData("""{"words":[[[[[1]]]]]}""", "-")]
    [InlineData("{", "-")]
    public void What_does_not_fit_is_told_field_by_field(string json, string fields)
    {
        var rule = RuleBookFile.ReadText(Group, "group.yaml").Value!.Latest.Records["spot.check"];
        var wrong = RecordData.Read(rule, Encoding.UTF8.GetBytes(json), out var data);
        string.Join(' ', wrong.Select(each => each.Field.Length == 0 ? "-" : each.Field).Order(StringComparer.Ordinal)).ShouldBe(fields);
        (data is null).ShouldBe(fields.Length > 0);
    }

    [Theory]
    [InlineData(RecordField.LongestText, true)]
    [InlineData(RecordField.LongestText + 1, false)]
    public void A_text_has_a_longest_length_in_characters_people_see(int length, bool fits)
    {
        var rule = RuleBookFile.ReadText(Group, "group.yaml").Value!.Latest.Records["spot.check"];
        var words = string.Concat(Enumerable.Repeat("𠮷", length));
        (RecordData.Read(rule, Encoding.UTF8.GetBytes($$"""{"words":"{{words}}"}"""), out _).Count == 0).ShouldBe(fits);
    }

    /// <summary>A shipped book with these records beside its own.</summary>
    private static string With(string section, string book = "group")
    {
        const string Own = "\nrecords:\n";
        var text = Shipped.BookText(book);
        return text.Contains(Own, StringComparison.Ordinal)
            ? text.Replace(Own, $"\n{section.TrimEnd()}\n", StringComparison.Ordinal)
            : $"{text}\n{section}";
    }
}
