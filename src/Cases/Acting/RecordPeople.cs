using System.Text.Json;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Acting;

/// <summary>The staff a record names must hold one of the posts its field asks for, at the case's project or above it.</summary>
internal static class RecordPeople
{
    public static IReadOnlyList<Malformed> Strangers(
        RecordRule rule,
        ReadOnlyMemory<byte> data,
        Database database,
        IReadOnlyList<string> path,
        RuleVersion version,
        Instant at
    )
    {
        if (!rule.Fields.Any(field => field.Kind == RecordFieldKind.Staff))
        {
            return [];
        }

        RecordData.Read(rule, data, out var read);
        var named = read?.Values.Where(value => value.Field.Kind == RecordFieldKind.Staff).ToList() ?? [];
        using var session = database.Read();
        var people = AnswerablePeople.Of(version, session, path, "", at);
        return
        [
            .. named
                .Where(value => people.Holding(value.Field.Roles).All(staff => staff.Id != value.Value.GetString()))
                .Select(value => new Malformed(value.Field.Name, ActingTexts.NotAChoice(value.Field.Label))),
        ];
    }
}
