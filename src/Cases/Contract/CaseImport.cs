using Shouwen.Cases.Import;
using Shouwen.Cases.Model;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Contract;

/// <summary>What became of the rows: read is the sum of the next three. Warnings are of imported rows, one for each kind.</summary>
public sealed record ImportCounts(long Read, long Imported, long AlreadyThere, long Rejected, long Warnings);

/// <summary>
/// Imports the past cases of one file. The file and its map are checked from end to end before the first case is stored;
/// after that every batch of rows is one durable commit, so that an import cut off at any moment is completed by a second
/// run: what is there is found by (source, reference).
/// </summary>
public sealed class CaseImport
{
    /// <summary>Rows to a commit; while one batch is written the next is read and judged.</summary>
    private const int BatchSize = 2000;

    private readonly string file;
    private readonly TableFile table;
    private readonly CaseMap map;
    private readonly RejectedRows rejected = new();
    private readonly Dictionary<ImportRemark, long> remarks = [];
    private long read;
    private long imported;
    private long alreadyThere;
    private long warnings;

    private CaseImport(string file, TableFile table, CaseMap map)
    {
        this.file = file;
        this.table = table;
        this.map = map;
    }

    public ImportCounts Counts => new(read, imported, alreadyThere, rejected.Count, warnings);

    /// <summary>What was noticed, with the number of rows, for people.</summary>
    public IEnumerable<Words> Remarks =>
        ImportRemarks
            .All.Where(remarks.ContainsKey)
            .Select(remark => (Rows: remarks[remark], Sentence: ImportRemarks.Sentence(remark)))
            .Select(noticed => new Words($"{noticed.Rows} {noticed.Sentence.Zh}", $"{noticed.Rows} {noticed.Sentence.En}"));

    /// <summary>The first rejected rows, with their reasons.</summary>
    public IEnumerable<Words> FirstRejected(int count) =>
        rejected.First(count).Select(row => new Words($"第 {row.Key} 行：{row.Value.Zh}", $"line {row.Key}: {row.Value.En}"));

    /// <summary>Opens the file and reads its map; without a map the columns must have our own names.</summary>
    /// <exception cref="UnreadableFileException">The file or the map cannot be read.</exception>
    public static Loaded<CaseImport> Prepare(string file, string? mapFile, RuleLibrary rules)
    {
        var opened = TableFile.Open(file);
        var reader = new CaseMapReader(opened, rules);
        var loaded = mapFile is null ? reader.WithoutMap(file) : ReadMap(mapFile, reader);
        return new Loaded<CaseImport>(loaded.Value is { } map ? new CaseImport(file, opened, map) : null, loaded.Findings);
    }

    /// <summary>Stores what is not there yet.</summary>
    /// <param name="log">Where the cases go.</param>
    /// <param name="progress">Told the rows read so far, now and then.</param>
    /// <param name="cancellation">Stops after the batch under way.</param>
    public Task Run(CaseLog log, Action<long>? progress = null, CancellationToken cancellation = default) =>
        log.Fill(() => Store(log, progress, cancellation), cancellation);

    private async Task Store(CaseLog log, Action<long>? progress, CancellationToken cancellation)
    {
        var rows = new CaseRowReader(map);
        var batch = new List<MappedRow>(BatchSize);
        Task<IReadOnlyList<CaseAnswer>>? writing = null;
        var written = batch;
        foreach (var row in table.Rows())
        {
            if (Accept(rows.Read(row)) is { } accepted)
            {
                batch.Add(accepted);
            }

            if (batch.Count < BatchSize)
            {
                continue;
            }

            var next = log.OpenMany([.. batch.Select(r => r.Case!)], cancellation);
            if (writing is not null)
            {
                Count(written, await writing);
            }

            (writing, written, batch) = (next, batch, new List<MappedRow>(BatchSize));
            progress?.Invoke(read);
        }

        if (writing is not null)
        {
            Count(written, await writing);
        }

        if (batch.Count > 0)
        {
            Count(batch, await log.OpenMany([.. batch.Select(r => r.Case!)], cancellation));
        }
    }

    /// <summary>Counts what <see cref="Run"/> would do and stores nothing.</summary>
    /// <param name="existing">The database, if there is one.</param>
    public void Rehearse(ReadSession? existing)
    {
        var rows = new CaseRowReader(map);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in table.Rows())
        {
            if (Accept(rows.Read(row)) is not { } accepted)
            {
                continue;
            }

            var (source, reference) = (accepted.Case!.Source!, accepted.Case.Reference!);
            var there = !seen.Add(reference) || (existing is not null && ProjectionSql.Find(existing, source, reference) is not null);
            Count(accepted, there);
        }
    }

    /// <summary>Writes the rejected rows to FILE.rejected.csv; null when there are none or it cannot be written.</summary>
    public string? WriteRejected(Language language) => rejected.Count == 0 ? null : rejected.Write(table, file, language);

    private static Loaded<CaseMap> ReadMap(string mapFile, CaseMapReader reader)
    {
        try
        {
            return DataFile.Read(mapFile, reader.Read);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableFileException(
                new Words($"{mapFile}：打不开（{e.Message}）", $"{mapFile}: cannot be opened ({e.Message})"),
                e
            );
        }
    }

    private MappedRow? Accept(MappedRow row)
    {
        read++;
        if (row.Case is not null)
        {
            return row;
        }

        rejected.Add(row.Line, row.Reason!);
        return null;
    }

    private void Count(List<MappedRow> batch, IReadOnlyList<CaseAnswer> answers)
    {
        for (var i = 0; i < batch.Count; i++)
        {
            var (row, answer) = (batch[i], answers[i]);
            var refused = answer.Malformed?.Sentence ?? answer.Refusal?.Sentence;
            if (refused is not null)
            {
                rejected.Add(row.Line, refused);
            }
            else
            {
                Count(row, answer.AlreadyThere);
            }
        }
    }

    private void Count(MappedRow row, bool there)
    {
        if (there)
        {
            alreadyThere++;
            return;
        }

        imported++;
        warnings += ImportRemarks.Warnings(row.Remarks);
        foreach (var remark in ImportRemarks.All)
        {
            if (row.Remarks.HasFlag(remark))
            {
                remarks[remark] = remarks.GetValueOrDefault(remark) + 1;
            }
        }
    }
}
