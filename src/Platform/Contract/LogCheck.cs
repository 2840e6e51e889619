using Shouwen.Platform.Log;
using Shouwen.Rules.Contract;

namespace Shouwen.Platform.Contract;

/// <summary>Where the log ended at some time: what somebody keeps elsewhere to notice that everything since was cut off.</summary>
public readonly record struct LogEnd(long Position, string Hash)
{
    public static bool TryParse(string text, out LogEnd end)
    {
        end = default;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || !long.TryParse(text.AsSpan(0, colon), out var position) || text.Length - colon - 1 != Chain.HashLength * 2)
        {
            return false;
        }

        end = new LogEnd(position, text[(colon + 1)..].ToLowerInvariant());
        return true;
    }

    public override string ToString() => $"{Position}:{Hash}";
}

/// <summary>What a walk over the whole log counted.</summary>
public sealed record LogCount(LogEnd End, long Cases, long Events, long Texts, long Erased);

/// <summary>
/// Computes every hash of the log again: each case's chain, the chain over the heads, the tip, each personal text against
/// its digest. Streams in the order of the keys and holds one case at a time.
/// </summary>
public sealed class LogCheck
{
    private readonly ReadSession session;
    private readonly Action<Words> problem;
    private readonly Chain chain = new();
    private long events;
    private long cases;
    private long texts;
    private long erased;
    private long lastCase;

    private LogCheck(ReadSession session, Action<Words> problem) => (this.session, this.problem) = (session, problem);

    /// <param name="session">One picture of the database.</param>
    /// <param name="expected">The end of an earlier run that must still be part of the log.</param>
    /// <param name="problem">Told of everything that is wrong.</param>
    /// <param name="sound">Given the events of every case whose chain holds.</param>
    public static LogCount Run(ReadSession session, LogEnd? expected, Action<Words> problem, Action<CaseKey, IReadOnlyList<LogEvent>> sound)
    {
        var check = new LogCheck(session, problem);
        check.WalkCases(sound);
        check.FindTextsWithoutEvent();
        return new LogCount(check.WalkHeads(expected), check.cases, check.events, check.texts, check.erased);
    }

    private void WalkCases(Action<CaseKey, IReadOnlyList<LogEvent>> sound)
    {
        using var heads = session.Stream(LogSql.HeadsByCase, LogSql.ReadHead).GetEnumerator();
        var head = heads.MoveNext() ? heads.Current : null;
        foreach (var rows in ByCase(session.Stream(LogSql.AllEvents, LogSql.ReadEventWithText)))
        {
            var key = KeyOf(rows[0].Event);
            while (head is not null && Before(head, key))
            {
                Tell(head, new Words("案件的事件全部不见了", "all events of the case are gone"));
                head = Skip(heads, head);
            }

            var own = new List<LogHead>();
            while (head is not null && new CaseKey(head.Month, head.CaseId) == key)
            {
                own.Add(head);
                head = heads.MoveNext() ? heads.Current : null;
            }

            cases++;
            lastCase = Math.Max(lastCase, key.CaseId);
            if (CaseHolds(rows, own))
            {
                sound(key, [.. rows.Select(row => row.Event)]);
            }
        }

        while (head is not null)
        {
            Tell(head, new Words("案件的事件全部不见了", "all events of the case are gone"));
            head = Skip(heads, head);
        }
    }

    private bool CaseHolds(List<(LogEvent Event, LogText? Text)> rows, List<LogHead> heads)
    {
        var holds = true;
        var previous = Chain.Start;
        for (var i = 0; i < rows.Count; i++)
        {
            var (row, text) = rows[i];
            events++;
            if (row.Seq != i + 1)
            {
                return Tell(row, new Words($"缺少第 {i + 1} 个事件", $"event {i + 1} is missing"));
            }

            if (!chain.OfEvent(previous, row).AsSpan().SequenceEqual(row.Hash))
            {
                holds = Tell(row, new Words("事件与它的哈希不符", "the event does not match its hash"));
            }

            holds &= TextHolds(row, text);
            previous = row.Hash;
        }

        return HeadsHold(rows, heads) && holds;
    }

    private bool HeadsHold(List<(LogEvent Event, LogText? Text)> rows, List<LogHead> heads)
    {
        var holds = true;
        foreach (var head in heads)
        {
            if (head.Seq < 1 || head.Seq > rows.Count)
            {
                holds = Tell(head, new Words($"第 {head.Seq} 个事件不见了", $"event {head.Seq} is gone"));
            }
            else if (!rows[head.Seq - 1].Event.Hash.AsSpan().SequenceEqual(head.CaseHash))
            {
                holds = Tell(head, new Words($"第 {head.Seq} 个事件与总链不符", $"event {head.Seq} does not match the chain of heads"));
            }
        }

        return holds && heads.Count > 0 && heads[^1].Seq == rows.Count
            || (holds && Tell(rows[^1].Event, new Words("最后的事件不在总链里", "the last event is not in the chain of heads")));
    }

    private bool TextHolds(LogEvent row, LogText? text)
    {
        if (text is null)
        {
            return !TextCheck.HasWords(row) || Tell(row, new Words("个人文本的行不见了", "the row of the personal text is gone"));
        }

        texts++;
        erased += text.ErasedAt is null ? 0 : 1;
        return TextCheck.Holds(chain, row, text)
            || Tell(row, new Words("个人文本与它的摘要不符", "the personal text does not match its digest"));
    }

    private LogEnd WalkHeads(LogEnd? expected)
    {
        var position = 0L;
        var previous = Chain.Start;
        var seen = expected is null or { Position: 0 };
        foreach (var head in session.Stream(LogSql.AllHeads, LogSql.ReadHead))
        {
            if (head.Position != position + 1)
            {
                Tell(head, new Words($"总链缺少第 {position + 1} 节", $"link {position + 1} of the chain of heads is missing"));
            }

            if (!chain.OfHead(previous, head.Position, head.Month, head.CaseId, head.Seq, head.CaseHash).AsSpan().SequenceEqual(head.Hash))
            {
                Tell(head, new Words("总链在这里断开", "the chain of heads breaks here"));
            }

            (position, previous) = (head.Position, head.Hash);
            seen |= position == expected?.Position && Convert.ToHexStringLower(previous) == expected.Value.Hash;
        }

        if (!seen)
        {
            problem(
                new Words(
                    $"日志里没有 {expected} 这一节：尾部被截断或改写",
                    $"the log has no {expected}: its tail was cut off or rewritten"
                )
            );
        }

        CheckTip(position, previous);
        return new LogEnd(position, Convert.ToHexStringLower(previous));
    }

    private void CheckTip(long position, byte[] hash)
    {
        var tips = session.Query(LogSql.Tip, row => (Position: row.Long(0), Hash: row.Bytes(1), LastCase: row.Long(2)));
        if (tips.Count != 1 || tips[0].Position != position || !tips[0].Hash.AsSpan().SequenceEqual(hash) || tips[0].LastCase != lastCase)
        {
            problem(new Words("日志的末端与 log_tip 不符", "the end of the log does not match log_tip"));
        }
    }

    private void FindTextsWithoutEvent()
    {
        foreach (var (caseId, seq) in session.Stream(LogSql.TextsWithoutEvent, row => (row.Long(1), row.Int(2))))
        {
            problem(
                new Words($"案件 {caseId} 事件 {seq}：有个人文本而没有事件", $"case {caseId} event {seq}: personal text without an event")
            );
        }
    }

    private static IEnumerable<List<(LogEvent Event, LogText? Text)>> ByCase(IEnumerable<(LogEvent Event, LogText? Text)> rows)
    {
        var group = new List<(LogEvent Event, LogText? Text)>();
        foreach (var row in rows)
        {
            if (group.Count > 0 && KeyOf(group[0].Event) != KeyOf(row.Event))
            {
                yield return group;
                group = [];
            }

            group.Add(row);
        }

        if (group.Count > 0)
        {
            yield return group;
        }
    }

    /// <summary>The next head of another case: one sentence a case is enough.</summary>
    private static LogHead? Skip(IEnumerator<LogHead> heads, LogHead gone)
    {
        while (heads.MoveNext())
        {
            if (heads.Current.CaseId != gone.CaseId || heads.Current.Month != gone.Month)
            {
                return heads.Current;
            }
        }

        return null;
    }

    private static bool Before(LogHead head, CaseKey key) =>
        head.Month < key.Month || (head.Month == key.Month && head.CaseId < key.CaseId);

    private static CaseKey KeyOf(LogEvent row) => new(row.Month, row.CaseId);

    private bool Tell(LogEvent row, Words what) => Tell($"案件 {row.CaseId} 事件 {row.Seq}", $"case {row.CaseId} event {row.Seq}", what);

    private bool Tell(LogHead head, Words what) =>
        Tell($"案件 {head.CaseId}（总链第 {head.Position} 节）", $"case {head.CaseId} (link {head.Position})", what);

    private bool Tell(string whereZh, string whereEn, Words what)
    {
        problem(new Words($"{whereZh}：{what.Zh}", $"{whereEn}: {what.En}"));
        return false;
    }
}
