using System.Text;
using Shouwen.Cases.Model;
using Shouwen.Cases.Search;
using Shouwen.Platform.Contract;

namespace Shouwen.Cases.Contract;

/// <summary>
/// Keeps the text index behind the log: which appends it has seen stands beside it, so that it goes on where it was, after
/// an import, a restart or a kill. Words are read and cut on the caller's thread; the writer only puts them in. A case with
/// new events is put in anew as a whole.
/// </summary>
public sealed class CaseIndex(Database database)
{
    /// <summary>Small while people wait for the writer, about ten milliseconds of it.</summary>
    public const int WhileServing = 200;

    /// <summary>Large when nobody does: every commit leaves a piece of index that must be merged later.</summary>
    public const int AtOnce = 5_000;

    /// <summary>Puts in what was appended since the last time; returns how many appends that were.</summary>
    public async Task<long> CatchUp(int batch, Action<long>? progress = null, CancellationToken cancellation = default)
    {
        var done = 0L;
        while (true)
        {
            var next = Read(batch);
            if (next.To == next.From.Position)
            {
                return done;
            }

            if (await database.Writer.Write(session => Store(session, next), cancellation))
            {
                done += next.To - next.From.Position;
                progress?.Invoke(done);
            }
        }
    }

    /// <summary>
    /// Takes the personal words of a case out, in the request that erases them. A batch that was read before is turned away
    /// by the count of erasures: it may still hold them.
    /// </summary>
    internal static void Forget(WriteSession session, CaseKey key)
    {
        if (SearchSql.About(session, key.CaseId) is { } about)
        {
            SearchSql.Index.Put(session, key.CaseId, CaseWords.Of(about.Number, about.Project, about.Unit, []));
            if (about.MergedInto is not null && RelatedCase.Behind(session, about.Number, Scope.WholeGroup) is { } stays)
            {
                SearchSql.Index.Put(session, stays.Key.CaseId, WordsOf(session, stays.Key) ?? "");
            }
        }

        session.Run(SearchSql.CountErasure);
    }

    private Batch Read(int size)
    {
        using var session = database.Read();
        var from = SearchSql.Mark(session);
        var heads = SearchSql.HeadsAfter(session, from.Position, size);
        var cases = new Dictionary<long, string>();
        foreach (var key in heads.Select(head => head.Key).Distinct())
        {
            if (WordsOf(session, key) is { } words)
            {
                cases.Add(key.CaseId, words);
            }
        }

        return new Batch(from, heads.Count == 0 ? from.Position : heads[^1].Position, cases);
    }

    /// <summary>
    /// What a case is found by: its own words and those of the cases merged into it. A merged case is found by its number alone.
    /// </summary>
    private static string? WordsOf(Session session, CaseKey key)
    {
        if (SearchSql.About(session, key.CaseId) is not { } about)
        {
            return null;
        }

        if (about.MergedInto is not null)
        {
            return CaseWords.Of(about.Number, about.Project, about.Unit, []);
        }

        var texts = TextsOf(session, key).ToList();
        var words = new StringBuilder();
        foreach (var alias in RelatedCase.Aliases(session, about.Number))
        {
            texts.AddRange(TextsOf(session, alias.Key));
            words.Append(CaseWords.Number(alias.Number)).Append(' ');
        }

        return words.Insert(0, CaseWords.Of(about.Number, about.Project, about.Unit, texts)).ToString();
    }

    private static IEnumerable<string> TextsOf(Session session, CaseKey key) =>
        EventLog.Texts(session, key).Select(text => text.Text).OfType<string>();

    /// <summary>False when somebody else was faster, or when words were erased meanwhile: the batch is read again.</summary>
    private static bool Store(WriteSession session, Batch batch)
    {
        if (SearchSql.Mark(session) != batch.From)
        {
            return false;
        }

        foreach (var (caseId, words) in batch.Cases)
        {
            SearchSql.Index.Put(session, caseId, words);
        }

        session.Run(SearchSql.MoveMark, batch.To);
        return true;
    }

    private sealed record Batch(SearchMarkRow From, long To, Dictionary<long, string> Cases);
}
