using Shouwen.Rules.Contract;

namespace Shouwen.Rules.Files;

/// <summary>The options of the procedure "property", beside the clocks already read.</summary>
internal static class PropertyTermsReader
{
    public static PropertyTerms Read(Entry book, VersionReader cited, RuleVersion version)
    {
        var options = book.Map("options");
        var atOnce = options.Map("solvedAtOnce");
        cited.Clause(atOnce);
        var postponements = options.Map("postponements");
        cited.Clause(postponements);
        return new PropertyTerms
        {
            Arrive = VersionReader.Clock<ElapsedClock>(version, "arrive"),
            Reply = VersionReader.Clock<ElapsedClock>(version, "reply"),
            Promise = VersionReader.Clock<DeadlineClock>(version, "promise"),
            Forward = VersionReader.Clock<ElapsedClock>(version, "forward"),
            ResolveMinor = VersionReader.Clock<ElapsedClock>(version, "resolve.minor"),
            ResolveImportant = VersionReader.Clock<WorkingDaysClock>(version, "resolve.important"),
            AnswerMajor = VersionReader.Clock<WorkingDaysClock>(version, "answer"),
            ResolveMajor = VersionReader.Clock<WorkingDaysClock>(version, "resolve.major"),
            AtOnce = atOnce.Limit("value"),
            Postponements = postponements.Number("value", 0, 10),
        };
    }
}
