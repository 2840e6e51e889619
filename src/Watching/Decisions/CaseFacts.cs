using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Watching.Ledgers;
using Shouwen.Watching.Model;

namespace Shouwen.Watching.Decisions;

/// <summary>The case a decision is about and what of it led there, as far as the reader may open it.</summary>
internal static class CaseFacts
{
    public static IEnumerable<(Words Name, Words Value, string? Href)> Of(DecisionItem item, LedgerDesk desk)
    {
        if (item.Case is not { } number)
        {
            yield break;
        }

        var file = desk.Cases.Load(desk.Me, number);
        yield return (LedgerTexts.Case, FieldWords.Same(number), file is null ? null : HrefOf(number));
        if (item.Cause is not { } cause)
        {
            yield break;
        }

        yield return (DecisionTexts.Cause, DecisionTexts.CauseOf(cause), null);
        if (item.DueAt is { } due)
        {
            yield return (DecisionTexts.Due, FieldWords.Same(Minute(due)), null);
        }

        if (file is not null)
        {
            foreach (var led in item.Events.Select(seq => Told(file, seq, desk.Reader.Now)).OfType<Words>())
            {
                yield return (DecisionTexts.Led, led, null);
            }
        }

        if (item.Sibling is { } sibling)
        {
            yield return (DecisionTexts.Sibling, FieldWords.Same(sibling), IsOpenTo(desk, sibling) ? HrefOf(sibling) : null);
        }
    }

    /// <summary>An event or a record by its place: when it happened and what it is called.</summary>
    private static Words? Told(CaseFile file, int seq, Instant now)
    {
        var version = file.Book.At(now);
        if (file.Events.FirstOrDefault(each => each.Seq == seq) is { } happened)
        {
            return Told(happened.At, version.Events[happened.Type].Name);
        }

        return file.Records.FirstOrDefault(each => each.Seq == seq) is { } record
            ? Told(record.At, version.Records.GetValueOrDefault(record.Name)?.Title ?? FieldWords.Same(record.Name))
            : null;
    }

    private static Words Told(Instant at, Words what) => new($"{Minute(at)} {what.Zh}", $"{Minute(at)} {what.En}");

    private static string Minute(Instant at) => Phrases.Exact(at)[..16];

    private static string HrefOf(string number) => $"/cases/{Uri.EscapeDataString(number)}";

    private static bool IsOpenTo(LedgerDesk desk, string number)
    {
        using var session = desk.Database.Read();
        return CaseNumber.IsInScope(session, number, desk.Me.Scope);
    }
}
