using System.Security.Cryptography;

namespace Shouwen.Platform.Contract;

/// <summary>
/// Files by their content, in a folder beside the database: the name is the SHA-256, so the same photo sent twice lies there
/// once, and a file is whole or not there. Rows name files, never the other way round: a file without a row is swept up.
/// A file's age is told by the disk's clock, so here and nowhere else the machine's own time is asked.
/// </summary>
public sealed class FileStore(string folder)
{
    private const string Unfinished = ".part";

    /// <summary>Where the files of a database lie: "shouwen.db" has "shouwen.files".</summary>
    public static FileStore Beside(Database database) => new(Path.ChangeExtension(database.File, ".files"));

    /// <summary>Keeps the bytes; when this returns they are on the disk. The name is for <see cref="PathOf"/>.</summary>
    public async Task<string> Keep(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        var path = PathOf(name);
        if (File.Exists(path))
        {
            // Young again: the sweep leaves it alone until the row is written.
            File.SetLastWriteTimeUtc(path, TimeProvider.System.GetUtcNow().UtcDateTime);
            return name;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var part = NewPart();
        try
        {
            await using (var file = new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                await file.WriteAsync(bytes, cancellation);
                file.Flush(flushToDisk: true);
            }

            File.Move(part, path, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }

        return name;
    }

    public bool Has(string name) => File.Exists(PathOf(name));

    public string PathOf(string name) => Path.Combine(folder, name[..2], name);

    /// <summary>A file for what is still coming in; deleted when it is closed, swept up after a crash.</summary>
    public FileStream Incoming()
    {
        Directory.CreateDirectory(folder);
        return new FileStream(
            NewPart(),
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            FileShare.None,
            bufferSize: 1 << 16,
            FileOptions.DeleteOnClose | FileOptions.Asynchronous
        );
    }

    /// <summary>The names of files not touched since.</summary>
    public IEnumerable<string> NotTouchedSince(DateTimeOffset moment) =>
        Files().Where(file => file.Extension.Length == 0 && file.LastWriteTimeUtc < moment.UtcDateTime).Select(file => file.Name);

    public void Remove(string name) => File.Delete(PathOf(name));

    /// <summary>What a crash left half written.</summary>
    public void RemoveUnfinishedSince(DateTimeOffset moment)
    {
        foreach (var file in Files().Where(file => file.Extension == Unfinished && file.LastWriteTimeUtc < moment.UtcDateTime))
        {
            file.Delete();
        }
    }

    private IEnumerable<FileInfo> Files() =>
        Directory.Exists(folder) ? new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories) : [];

    private string NewPart() => Path.Combine(folder, Guid.NewGuid().ToString("N") + Unfinished);
}
