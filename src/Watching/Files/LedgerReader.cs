using Shouwen.Cases.Contract;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Watching.Contract;
using Shouwen.Watching.Model;

namespace Shouwen.Watching.Files;

/// <summary>Reads rules/ledgers.yaml: every key is asked for, every name that points somewhere is followed.</summary>
internal sealed class LedgerReader
{
    private const int Highest = 1_000_000_000;

    private readonly Entry file;
    private readonly Dictionary<string, Clause> clauses;
    private readonly Dictionary<string, DecisionKind> decisions;

    private LedgerReader(Entry file)
    {
        this.file = file;
        clauses = file.Maps("clauses").ToDictionary(each => each.Name, Clause, StringComparer.Ordinal);
        decisions = file.Maps("decisions").ToDictionary(each => each.Name, each => Decision(each.Name, each.Entry), StringComparer.Ordinal);
    }

    public static LedgerBook Read(Entry file)
    {
        file.Words("title");
        file.Words("source");
        return new LedgerReader(file).Book();
    }

    private LedgerBook Book()
    {
        var ledgers = file.Maps("ledgers").ToDictionary(each => each.Name, each => Ledger(each.Name, each.Entry), StringComparer.Ordinal);
        return new LedgerBook(
            clauses,
            file.Map("reminders").TimeOfDay("at"),
            decisions,
            ledgers,
            CentreScore(file.Map("centreScore"), ledgers)
        );
    }

    private ScoreTerms CentreScore(Entry entry, Dictionary<string, Ledger> ledgers)
    {
        var (checks, weights) = (entry.Map("checks"), entry.Map("weights"));
        var code = checks.Text("ledger");
        var good = When(checks.Map("good"));
        if (!ledgers.TryGetValue(code, out var ledger) || !ledger.Places.Contains(PlaceKind.Project))
        {
            checks.Fault("ledger", LedgerFaults.NoProjectLedger);
        }
        else
        {
            CheckCondition(good, [.. ledger.Fields], sentence => checks.Fault("good", sentence));
        }

        var terms = new ScoreTerms(
            ClauseOf(entry),
            code,
            good,
            weights.Number("standard", 0, 100),
            weights.Number("onTheSpot", 0, 100),
            weights.Number("completion", 0, 100)
        );
        if (terms is { Standard: 0, OnTheSpot: 0, Completion: 0 })
        {
            weights.Fault("standard", LedgerFaults.NoWeight);
        }

        return terms;
    }

    private static Clause Clause((string Name, Entry Entry) each) =>
        new(each.Name, new Words(each.Entry.Text("zh"), each.Entry.Text("en")), each.Entry.OptionalWords("reading"));

    private DecisionKind Decision(string code, Entry entry)
    {
        CheckCode(entry, "clause", code);
        var propose = entry.Has("propose") ? Roles(entry, "propose") : [];
        if (propose.Count > 0 && !entry.Has("people"))
        {
            entry.Fault("people", LedgerFaults.PeopleNeeded);
        }

        return new DecisionKind(code, ClauseOf(entry), entry.Words("name"), Role(entry, "decider"))
        {
            SeeRoles = Roles(entry, "see"),
            ProposeRoles = propose,
            People = entry.Has("people") ? Posts(entry, "people") : [],
            InStatement = entry.Has("inStatement") && entry.Boolean("inStatement"),
            Monthly = [.. entry.OptionalList("monthly").Select(Monthly)],
            Slowness = entry.OptionalMap("slowness") is { } slowness ? Slowness(slowness) : null,
            Measures = entry
                .Maps("measures")
                .ToDictionary(each => each.Name, each => Measure(each.Name, each.Entry), StringComparer.Ordinal),
        };
    }

    private static MonthlyRule Monthly(Entry entry)
    {
        var rule = new MonthlyRule(entry.Choice<PersonalResult>("result"), entry.Number("months", 1, 12));
        if (rule.Result != PersonalResult.DeskRanking)
        {
            return rule with { AtLeast = entry.Number("atLeast", 0, 100), Cases = entry.Number("cases", 1, Highest) };
        }

        if (entry.Has("first") == entry.Has("last"))
        {
            entry.Fault("result", LedgerFaults.OneEnd);
        }

        return rule with
        {
            First = entry.Has("first") ? entry.Number("first", 1, Highest) : null,
            Last = entry.Has("last") ? entry.Number("last", 1, Highest) : null,
            OfMoreThan = entry.Number("ofMoreThan", 0, Highest),
        };
    }

    private static SlownessRule Slowness(Entry entry)
    {
        var causes = new List<SlownessCause>();
        foreach (var place in entry.Places("causes"))
        {
            if (Named<SlownessCause>(place.Text) is { } cause)
            {
                causes.Add(cause);
            }
            else
            {
                place.Fault(LedgerFaults.UnknownCause(place.Text));
            }
        }

        if (entry.IsEmptyList("causes"))
        {
            entry.Fault("causes", LedgerFaults.NoPlaces);
        }

        // Only where it is read: a name that nothing uses would be a promise nobody keeps.
        var incident = causes.Contains(SlownessCause.Incident) ? entry.Text("incident") : null;
        return new SlownessRule(entry.Duration("overdue"), entry.Duration("within"), causes, incident);
    }

    private static Measure Measure(string code, Entry entry)
    {
        var unit = entry.OptionalWords("unit");
        var (from, to) = unit is null ? (0, 0) : Range(entry);
        return new Measure(code, entry.Words("name"), unit, from, to);
    }

    private Ledger Ledger(string code, Entry entry)
    {
        CheckCode(entry, "clause", code);
        var fields = entry.Maps("fields").Select(each => Field(each.Name, each.Entry)).ToList();
        if (fields.Count == 0)
        {
            entry.Fault("fields", LedgerFaults.NoFields);
        }

        CheckConditions(entry, fields);
        var ledger = new Ledger(code, ClauseOf(entry), entry.Words("name"), entry.Words("about"))
        {
            Places = Places(entry),
            Every = entry.Has("every") ? entry.Choice<Period>("every") : null,
            WriteRoles = Roles(entry, "write"),
            SeeRoles = Roles(entry, "see"),
            Subject = PersonField(entry, "subject", fields),
            Responsible = PersonField(entry, "responsible", fields),
            Fields = fields,
            Answer = entry.Has("answer") ? Answer(entry.Map("answer"), fields) : null,
            CloseRoles = entry.Has("close") ? Roles(entry.Map("close"), "roles") : [],
            HasActions = entry.Has("actions") && entry.Boolean("actions"),
            Agenda = Agenda(entry),
            Proposals = [.. entry.OptionalList("proposes").Select(each => Proposal(each, fields))],
        };
        if (ledger.Proposals.Count > 0 && ledger.Subject is null)
        {
            entry.Fault("proposes", LedgerFaults.NoSubject);
        }

        if ((ledger.HasActions || ledger.Responsible is not null) && !ledger.HasEnd)
        {
            entry.Fault(ledger.HasActions ? "actions" : "responsible", LedgerFaults.NothingFollows);
        }

        return ledger;
    }

    private static LedgerField Field(string code, Entry entry)
    {
        CheckCode(entry, "kind", code);
        var kind = entry.Choice<LedgerFieldKind>("kind");
        var ranged = kind is LedgerFieldKind.Score or LedgerFieldKind.Number;
        var (from, to) = ranged ? Range(entry) : (0, 0);
        return new LedgerField(code, kind, entry.Words("name"))
        {
            Optional = entry.Has("optional") && entry.Boolean("optional"),
            Choices = kind is LedgerFieldKind.Choice or LedgerFieldKind.Checklist
                ? Choices(entry)
                : new Dictionary<string, Words>(StringComparer.Ordinal),
            Posts = kind == LedgerFieldKind.Staff ? Posts(entry, "posts") : [],
            RequiredWhen = entry.Has("requiredWhen") ? When(entry.Map("requiredWhen")) : null,
            From = from,
            To = to,
        };
    }

    private static Dictionary<string, Words> Choices(Entry entry)
    {
        var map = entry.Map("choices");
        return map.Keys.ToArray().ToDictionary(code => code, map.Words, StringComparer.Ordinal);
    }

    private static (int From, int To) Range(Entry entry)
    {
        var (from, to) = (entry.Number("from", 0, Highest), entry.Number("to", 0, Highest));
        if (from > to)
        {
            entry.Fault("to", LedgerFaults.RangeReversed);
        }

        return (from, to);
    }

    private static AnswerRule Answer(Entry entry, List<LedgerField> fields)
    {
        if (entry.Has("within") == entry.Has("due"))
        {
            entry.Fault("within", LedgerFaults.OneDue);
        }

        var due = entry.Has("due") ? entry.Text("due") : null;
        if (due is not null && !fields.Exists(field => field is { Kind: LedgerFieldKind.Date, Optional: false } && field.Code == due))
        {
            entry.Fault("due", LedgerFaults.NoDateField);
        }

        return new AnswerRule(entry.Words("name"), Roles(entry, "roles"), entry.Has("within") ? entry.Limit("within") : null, due);
    }

    private ProposalRule Proposal(Entry entry, List<LedgerField> fields)
    {
        var decision = entry.Text("decision");
        if (decision.Length > 0 && !decisions.ContainsKey(decision))
        {
            entry.Fault("decision", LedgerFaults.UnknownDecision(decision));
        }

        var when = When(entry.Map("when"));
        CheckCondition(when, fields, sentence => entry.Fault("when", sentence));
        return new ProposalRule(decision, when, entry.Has("moreThan") ? entry.Number("moreThan", 1, 1000) : null);
    }

    private static Condition When(Entry entry) =>
        new(entry.Keys.ToArray().ToDictionary(field => field, entry.Texts, StringComparer.Ordinal));

    private static void CheckConditions(Entry entry, List<LedgerField> fields)
    {
        foreach (var field in fields.Where(field => field.RequiredWhen is not null))
        {
            CheckCondition(field.RequiredWhen!, fields, sentence => entry.Fault("fields", sentence));
        }
    }

    private static void CheckCondition(Condition when, List<LedgerField> fields, Action<Words> fault)
    {
        foreach (var (code, values) in when.Values)
        {
            if (fields.Find(field => field.Code == code && field.Kind == LedgerFieldKind.Choice) is not { } field)
            {
                fault(LedgerFaults.UnknownField(code));
            }
            else if (values.FirstOrDefault(value => !field.Choices.ContainsKey(value)) is { } unknown)
            {
                fault(LedgerFaults.UnknownChoice(code, unknown));
            }
        }
    }

    private static string? PersonField(Entry entry, string key, List<LedgerField> fields)
    {
        if (!entry.Has(key))
        {
            return null;
        }

        var code = entry.Text(key);
        if (!fields.Exists(field => field.Code == code && field.Kind == LedgerFieldKind.Staff))
        {
            entry.Fault(key, LedgerFaults.NoStaffField);
        }

        return code;
    }

    private static Period? Agenda(Entry entry)
    {
        if (!entry.Has("agenda"))
        {
            return null;
        }

        var period = entry.Choice<Period>("agenda");
        if (period is not (Period.Week or Period.Month))
        {
            entry.Fault("agenda", LedgerFaults.AgendaPeriod);
        }

        return period;
    }

    private static List<PlaceKind> Places(Entry entry)
    {
        var kinds = new List<PlaceKind>();
        foreach (var place in entry.Places("places"))
        {
            if (Named<PlaceKind>(place.Text) is { } kind)
            {
                kinds.Add(kind);
            }
            else
            {
                place.Fault(LedgerFaults.UnknownPlace(place.Text));
            }
        }

        if (entry.IsEmptyList("places"))
        {
            entry.Fault("places", LedgerFaults.NoPlaces);
        }

        return kinds;
    }

    private string ClauseOf(Entry entry)
    {
        var clause = entry.Text("clause");
        if (clause.Length > 0 && !clauses.ContainsKey(clause))
        {
            entry.Fault("clause", LedgerFaults.UnknownClause(clause));
        }

        return clause;
    }

    private static string Role(Entry entry, string key)
    {
        var role = entry.Text(key);
        if (role.Length > 0 && Named<Post>(role) is null)
        {
            entry.Fault(key, LedgerFaults.UnknownRole(role));
        }

        return role;
    }

    private static List<string> Roles(Entry entry, string key) => [.. Posts(entry, key).Select(EnumCode.Of)];

    /// <summary>A post's code is its role.</summary>
    private static List<Post> Posts(Entry entry, string key)
    {
        var posts = new List<Post>();
        foreach (var place in entry.Places(key))
        {
            if (Named<Post>(place.Text) is { } post)
            {
                posts.Add(post);
            }
            else
            {
                place.Fault(LedgerFaults.UnknownRole(place.Text));
            }
        }

        return posts;
    }

    private static T? Named<T>(string code)
        where T : struct, Enum
    {
        var found = Enum.GetValues<T>().Where(member => EnumCode.Of(member) == code).ToArray();
        return found.Length == 0 ? null : found[0];
    }

    /// <summary>Codes stand in addresses and in the log.</summary>
    private static void CheckCode(Entry entry, string beside, string code)
    {
        if (!char.IsAsciiLetterLower(code[0]) || !code.All(char.IsAsciiLetterOrDigit))
        {
            entry.Fault(beside, LedgerFaults.BadCode);
        }
    }
}
