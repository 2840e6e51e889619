using Shouwen.Rules.Contract;

namespace Shouwen.Rules.Files;

/// <summary>
/// Reads a book as it stands from one date on. Clauses and terms come first, because everything after names them; what
/// it returns is only worth something if no finding was made.
/// </summary>
internal sealed class VersionReader(Entry book, ProcedureShape shape)
{
    private const int LongestTermOfMonths = 120;

    private Dictionary<string, Clause> clauses = new(StringComparer.Ordinal);
    private Dictionary<string, IReadOnlyDictionary<string, Words>> terms = new(StringComparer.Ordinal);
    private Dictionary<string, RecordRule> records = new(StringComparer.Ordinal);

    public RuleVersion Read(string name, DateOnly effective, Words note)
    {
        clauses = ByKey(book.Maps("clauses"), (id, clause) => new Clause(id, TextOf(clause), clause.OptionalWords("reading")));
        terms = Terms(book.Map("terms"));
        records = new RecordsReader(this).Read(book);
        var knowledge = new KnowledgeReader(book, this);
        var version = new RuleVersion(name, effective, note)
        {
            Clauses = clauses,
            Terms = terms,
            Clocks = Clocks(book.Map("clocks")),
            Events = Events(book.Map("events")),
            Access = Access(book.Map("access")),
            Turns = book.Has("turns") ? Turns(book.Map("turns")) : new Dictionary<CaseStage, IReadOnlyList<EventType>>(),
            People = People(),
            FirstContact = FirstContactReader.Read(book, this, records),
            Owners = OwnersReader.Read(book, this),
            Signatures = new SignaturesReader(shape, this).Read(book),
            Messages = Messages(),
            Categories = Categories(),
            Leadership = ByKey(book.OptionalMaps("leadership"), Leadership),
            Records = records,
            Knowledge = knowledge.Knowledge(),
            Casebook = knowledge.Casebook(),
            Scripts = Scripts(book.OptionalMap("scripts")),
        };
        version = version with { Relations = new RelationsReader(this, version.Records).Read(book) };
        return shape.Procedure switch
        {
            Procedure.Group => version with
            {
                Group = new GroupTermsReader(book, this).Read(version),
                Authority = new AuthorityReader(book, this).Read(version.Records),
            },
            Procedure.Property => version with { Property = PropertyTermsReader.Read(book, this, version) },
            Procedure.Historic => version with { Historic = new HistoricTerms { Resolve = Clock<ElapsedClock>(version, "resolve") } },
        };
    }

    /// <summary>The clause an entry cites; it must stand among the clauses.</summary>
    public string Clause(Entry entry)
    {
        var id = entry.Text("clause");
        if (id.Length > 0 && !clauses.ContainsKey(id))
        {
            entry.Fault("clause", Faults.UnknownClause(id));
        }

        return id;
    }

    /// <summary>The codes of a group and their words; none where the book has no such group.</summary>
    public IReadOnlyDictionary<string, Words> Terms(string group) =>
        terms.GetValueOrDefault(group) ?? new Dictionary<string, Words>(StringComparer.Ordinal);

    public string RoleOf(Entry entry, string key) => Code(entry, key, "roles");

    /// <summary>Roles of which there must be one: what nobody may do is never done.</summary>
    public string[] Roles(Entry entry, string key)
    {
        var roles = Codes(entry, key, "roles");
        if (entry.IsEmptyList(key))
        {
            entry.Fault(key, Faults.NoItems);
        }

        return roles;
    }

    public bool HasTerm(string group, string code) => terms.TryGetValue(group, out var known) && known.ContainsKey(code);

    /// <summary>A clock of the version; one that could not be read has left its finding, so its stand-in is never used.</summary>
    public static T Clock<T>(RuleVersion version, string key)
        where T : ClockRule => version.Clocks.GetValueOrDefault(key) as T ?? null!;

    private static Words TextOf(Entry clause) => new(clause.Text("zh"), clause.Text("en"));

    private static Dictionary<string, T> ByKey<T>(IEnumerable<(string Name, Entry Entry)> entries, Func<string, Entry, T> read) =>
        entries.ToDictionary(entry => entry.Name, entry => read(entry.Name, entry.Entry), StringComparer.Ordinal);

    private Dictionary<string, IReadOnlyDictionary<string, Words>> Terms(Entry all)
    {
        var read = new Dictionary<string, IReadOnlyDictionary<string, Words>>(StringComparer.Ordinal);
        foreach (var group in shape.OpenTerms)
        {
            read[group] = ByKey(all.Maps(group), (_, term) => TextOf(term));
        }

        foreach (var (group, codes) in shape.ClosedTerms())
        {
            var entry = all.Map(group);
            read[group] = codes.ToDictionary(code => code, entry.Words, StringComparer.Ordinal);
        }

        return read;
    }

    private Dictionary<string, ClockRule> Clocks(Entry all) =>
        shape.Clocks.ToDictionary(clock => clock.Key, clock => Clock(clock, all.Map(clock.Key)), StringComparer.Ordinal);

    private ClockRule Clock(ClockShape clock, Entry entry)
    {
        var clause = Clause(entry);
        var name = entry.Words("name");
        return clock.Kind switch
        {
            ClockKind.Elapsed => new ElapsedClock(clock.Id, clause, name, entry.Limit("limit")),
            ClockKind.WorkingDays => new WorkingDaysClock(clock.Id, clause, name, entry.Number("workingDays", 1, 366)),
            ClockKind.Daily => new DailyClock(clock.Id, clause, name, entry.TimeOfDay("at"), entry.Duration("grace")),
            ClockKind.Deadline => new DeadlineClock(clock.Id, clause, name),
        };
    }

    private Dictionary<EventType, EventRule> Events(Entry all)
    {
        foreach (var name in all.Keys)
        {
            if (!EventTypes.TryFind(name, out var type) || !shape.Events.Contains(type))
            {
                all.Fault(name, Faults.UnknownEvent(shape.Procedure));
                all.Skip(name);
            }
        }

        return shape.Events.ToDictionary(type => type, type => Event(type, all.Map(type.Name())));
    }

    private EventRule Event(EventType type, Entry entry) =>
        new(type, Clause(entry), entry.Words("name"), Codes(entry, "roles", "roles"))
        {
            Verb = entry.OptionalWords("action"),
            Records = FilledWith(entry),
            Files = entry.Has("files") ? Files(entry) : [],
            Then = entry.Has("then") ? Steps(entry, "then") : [],
        };

    private List<string> FilledWith(Entry entry)
    {
        var places = entry.Has("records") ? entry.Places("records") : [];
        foreach (var place in places.Where(place => !records.ContainsKey(place.Text)))
        {
            place.Fault(Faults.UnknownRecord(place.Text));
        }

        return [.. places.Select(place => place.Text)];
    }

    private static List<AttachmentKind> Files(Entry entry)
    {
        var kinds = Enum.GetValues<AttachmentKind>().ToDictionary(Scalars.Code, StringComparer.Ordinal);
        var places = entry.Places("files");
        foreach (var place in places.Where(place => !kinds.ContainsKey(place.Text)))
        {
            place.Fault(Faults.Choice(kinds.Keys));
        }

        return [.. places.Where(place => kinds.ContainsKey(place.Text)).Select(place => kinds[place.Text])];
    }

    private Dictionary<string, Script> Scripts(Entry? all) =>
        Terms("purposes")
            .Keys.Where(purpose => all?.Has(purpose) == true)
            .ToDictionary(purpose => purpose, purpose => Script(all!.Map(purpose)), StringComparer.Ordinal);

    private Script Script(Entry entry) => new(Clause(entry), TextOf(entry));

    private AccessRules Access(Entry entry) =>
        new(Codes(entry, "charges", "roles"), Codes(entry, "phones", "roles"), Codes(entry, "pastEvents", "roles"))
        {
            Rules = Codes(entry, "rules", "roles"),
            DeskRatings = entry.Has("deskRatings") ? Codes(entry, "deskRatings", "roles") : [],
        };

    private Dictionary<CaseStage, IReadOnlyList<EventType>> Turns(Entry all)
    {
        var turns = new Dictionary<CaseStage, IReadOnlyList<EventType>>();
        foreach (var stage in Enum.GetValues<CaseStage>().Where(stage => all.Has(Contract.Codes.Of(stage))))
        {
            var code = Contract.Codes.Of(stage);
            if (!HasTerm("states", code))
            {
                all.Fault(code, Faults.UnknownTerm("states", code));
            }

            if (all.IsEmptyList(code))
            {
                all.Fault(code, Faults.NoItems);
            }

            turns[stage] = Steps(all, code);
        }

        return turns;
    }

    private List<EventType> Steps(Entry all, string stage)
    {
        var steps = new List<EventType>();
        foreach (var place in all.Places(stage))
        {
            if (EventTypes.TryFind(place.Text, out var type) && shape.Events.Contains(type))
            {
                steps.Add(type);
            }
            else
            {
                place.Fault(Faults.UnknownEvent(shape.Procedure));
            }
        }

        return steps;
    }

    private Dictionary<string, IReadOnlyList<string>> People()
    {
        if (!shape.People.Any())
        {
            return new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        }

        var all = book.Map("people");
        return shape.People.ToDictionary(field => field, field => (IReadOnlyList<string>)Roles(all, field), StringComparer.Ordinal);
    }

    private Dictionary<string, MessageRule> Messages()
    {
        if (shape.Messages.Count == 0)
        {
            return new Dictionary<string, MessageRule>(StringComparer.Ordinal);
        }

        var all = book.Map("messages");
        return shape.Messages.ToDictionary(kind => kind, kind => Message(kind, all.Map(kind)), StringComparer.Ordinal);
    }

    private MessageRule Message(string kind, Entry entry)
    {
        return new MessageRule(kind, Clause(entry), entry.Words("name"), Roles(entry, "to"), entry.ValueOrNone("at", entry.TimeOfDay));
    }

    private Dictionary<string, CategoryRule> Categories()
    {
        if (shape.Categories.Count == 0)
        {
            return new Dictionary<string, CategoryRule>(StringComparer.Ordinal);
        }

        var all = book.Map("categories");
        return shape.Categories.ToDictionary(code => code, code => Category(code, all.Map(code)), StringComparer.Ordinal);
    }

    private CategoryRule Category(string code, Entry entry) =>
        new(
            code,
            Clause(entry),
            entry.Words("name"),
            Code(entry, "lead", "departments"),
            Codes(entry, "supports", "departments"),
            Codes(entry, "answers", "departments")
        )
        {
            Plain = entry.OptionalWords("plain"),
            Exceptions = [.. entry.OptionalList("exceptions").Select(Exception)],
        };

    private CategoryException Exception(Entry entry) =>
        new(
            Code(entry, "milestone", "milestones"),
            entry.Number("months", 1, LongestTermOfMonths),
            Code(entry, "lead", "departments"),
            Clause(entry)
        );

    private LeadershipRule Leadership(string code, Entry entry) =>
        new(code, Clause(entry), entry.Words("name"), entry.Words("accountable"), entry.Words("leader"));

    private string Code(Entry entry, string key, string group)
    {
        var code = entry.Text(key);
        if (code.Length > 0 && !HasTerm(group, code))
        {
            entry.Fault(key, Faults.UnknownTerm(group, code));
        }

        return code;
    }

    /// <summary>A list of codes, each of which must stand among the terms of the group.</summary>
    public string[] Codes(Entry entry, string key, string group)
    {
        var places = entry.Places(key);
        foreach (var place in places.Where(place => !HasTerm(group, place.Text)))
        {
            place.Fault(Faults.UnknownTerm(group, place.Text));
        }

        return [.. places.Select(place => place.Text)];
    }
}
