using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Attachments;

/// <summary>A multipart form with one or several files, read part by part and never held whole.</summary>
internal sealed record AttachmentForm(IReadOnlyList<AttachmentForm.Part> Files, int? Event, AttachmentKind? Kind)
{
    public const int MostFiles = 10;
    public const long Largest = 64L * 1024 * 1024;
    private const int LongestName = 120;
    private const int LongestField = 20;

    /// <summary>Cleaning needs a file whole in memory; so many at a time are enough for two cores.</summary>
    private static readonly SemaphoreSlim Cleaning = new(2);

    private static readonly Malformed NoFile = new("file", new Words("没有文件", "there is no file"));

    private static readonly Malformed TooMany = new(
        "file",
        new Words($"一次最多 {MostFiles} 个文件", $"at most {MostFiles} files at a time")
    );

    private static readonly Malformed BadEvent = new(
        "event",
        new Words("event 是本案一条记录的序号", "event is the number of an event of the case")
    );

    private static readonly Malformed BadKind = new(
        "kind",
        new Words("kind 只能是 before, during, after, paper, signature", "kind must be one of before, during, after, paper, signature")
    );

    private static readonly Words Broken = new("表单不完整或格式有误", "the form is incomplete or malformed");

    private static readonly Words TooLarge = new(
        $"一个文件最大 {SentFile.Largest / 1024 / 1024} MiB",
        $"a file has at most {SentFile.Largest / 1024 / 1024} MiB"
    );

    /// <summary>One file, clean and kept.</summary>
    internal sealed record Part(string Name, string Type, long Size, string File);

    /// <summary>What makes two forms the same, whatever boundary they were sent with.</summary>
    public byte[] Digest()
    {
        var lines = Files.Select(file => $"{file.Name}\n{file.File}\n").Append($"{Event}\n{Kind}");
        return SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines)));
    }

    public static async Task<(AttachmentForm? Form, Problem? Problem)> Read(
        HttpRequest request,
        FileStore store,
        CancellationToken cancellation
    )
    {
        var boundary = MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            ? HeaderUtilities.RemoveQuotes(type.Boundary).Value
            : null;
        if (string.IsNullOrEmpty(boundary) || boundary.Length > 70)
        {
            return (null, new Problem(StatusCodes.Status400BadRequest, "body.malformed", Broken));
        }

        try
        {
            return await Read(new MultipartReader(boundary, request.Body), store, cancellation);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return (null, new Problem(StatusCodes.Status400BadRequest, "body.malformed", Broken));
        }
    }

    /// <summary>The same from a form of one of our pages, which was read whole to find the page's token in it.</summary>
    public static async Task<(AttachmentForm? Form, Problem? Problem)> Read(
        IFormCollection form,
        FileStore store,
        CancellationToken cancellation
    )
    {
        var fields = new Fields();
        return fields.Take("kind", form["kind"].ToString()) is { } wrong
            ? (null, wrong)
            : await Read([.. form.Files.Where(file => file.Length > 0 || file.FileName.Length > 0)], fields.Kind, store, cancellation);
    }

    private static async Task<(AttachmentForm? Form, Problem? Problem)> Read(
        IReadOnlyList<IFormFile> sent,
        AttachmentKind? kind,
        FileStore store,
        CancellationToken cancellation
    )
    {
        var files = new List<Part>();
        foreach (var file in sent)
        {
            await using var body = file.OpenReadStream();
            if (await ReadFile(body, NameOf(file.FileName), store, files, cancellation) is { } problem)
            {
                return (null, problem);
            }
        }

        return Whole(files, null, kind);
    }

    /// <summary>Takes what can be taken behind what was kept before; says what is wrong with the first that cannot.</summary>
    public static async Task<(IReadOnlyList<Part> Files, Problem? Problem)> Take(
        IEnumerable<IFormFile> sent,
        IReadOnlyList<Part> kept,
        FileStore store,
        CancellationToken cancellation
    )
    {
        List<Part> files = [.. kept];
        Problem? first = null;
        foreach (var file in sent)
        {
            await using var body = file.OpenReadStream();
            var problem = await ReadFile(body, NameOf(file.FileName), store, files, cancellation);
            first ??= problem;
        }

        return (files, first);
    }

    /// <summary>The photos that came with a report, or were kept from the last time it was sent; null when there is none.</summary>
    public static async Task<(AttachmentForm? Photos, Words? Problem)> ReadPhotos(
        IFormCollection form,
        string field,
        KeptFiles.FormFiles kept,
        CancellationToken cancellation
    )
    {
        var sent = form.Files.GetFiles(field).Where(file => file.Length > 0);
        var (files, problem) = await Take(sent, kept.Sent(form, field), kept.Store, cancellation);
        List<Part> photos = [.. files.Where(file => file.Type != SentFile.Pdf)];
        return (
            photos.Count == 0 ? null : new AttachmentForm(photos, Event: 1, AttachmentKind.Before),
            problem is not null ? AttachFiles.Said(problem)
            : photos.Count < files.Count ? AttachmentTexts.PhotosOnly
            : null
        );
    }

    /// <summary>One file of such a form.</summary>
    public static async Task<(Part? File, Problem? Problem)> Read(IFormFile file, FileStore store, CancellationToken cancellation)
    {
        var files = new List<Part>(1);
        await using var body = file.OpenReadStream();
        var problem = await ReadFile(body, NameOf(file.FileName), store, files, cancellation);
        return (files.SingleOrDefault(), problem);
    }

    private static async Task<(AttachmentForm? Form, Problem? Problem)> Read(
        MultipartReader reader,
        FileStore store,
        CancellationToken cancellation
    )
    {
        var files = new List<Part>();
        var fields = new Fields();
        while (await reader.ReadNextSectionAsync(cancellation) is { } section)
        {
            var header = section.GetContentDispositionHeader();
            if (header is null || !header.DispositionType.Equals("form-data", StringComparison.OrdinalIgnoreCase))
            {
                return (null, new Problem(StatusCodes.Status400BadRequest, "body.malformed", Broken));
            }

            var problem = header.IsFileDisposition()
                ? await ReadFile(section.Body, NameOf(header), store, files, cancellation)
                : await ReadField(section, HeaderUtilities.RemoveQuotes(header.Name).ToString(), fields, cancellation);
            if (problem is not null)
            {
                return (null, problem);
            }
        }

        return Whole(files, fields.Event, fields.Kind);
    }

    /// <summary>A PDF is a paper, whatever was said of the files it came with.</summary>
    private static (AttachmentForm? Form, Problem? Problem) Whole(List<Part> files, int? happened, AttachmentKind? kind) =>
        files.Count == 0 ? (null, Problem.Of(NoFile)) : (new AttachmentForm(files, happened, kind), null);

    public AttachmentKind? KindOf(Part file) => file.Type == SentFile.Pdf ? AttachmentKind.Paper : Kind;

    private static async Task<Problem?> ReadField(MultipartSection section, string name, Fields fields, CancellationToken cancellation)
    {
        var buffer = new byte[LongestField + 1];
        var length = await section.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        return fields.Take(name, Encoding.ASCII.GetString(buffer, 0, length));
    }

    /// <summary>What was said about the files beside them.</summary>
    private sealed class Fields
    {
        public int? Event { get; private set; }
        public AttachmentKind? Kind { get; private set; }

        public Problem? Take(string name, string text) =>
            name switch
            {
                "event" => TakeEvent(text) ? null : Problem.Of(BadEvent),
                "kind" => text.Length == 0 || TakeKind(text) ? null : Problem.Of(BadKind),
                _ => Problem.Of(Api.JsonFaults.Unknown(name)),
            };

        private bool TakeEvent(string text)
        {
            var sound =
                text.Length <= LongestField
                && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && (Event = number) >= 1;
            return sound;
        }

        private bool TakeKind(string text)
        {
            Kind = Enum.GetValues<AttachmentKind>()
                .Where(kind => EnumCode.Of(kind) == text)
                .Select(kind => (AttachmentKind?)kind)
                .FirstOrDefault();
            return Kind is not null;
        }
    }

    private static async Task<Problem?> ReadFile(
        Stream body,
        string name,
        FileStore store,
        List<Part> files,
        CancellationToken cancellation
    )
    {
        if (files.Count == MostFiles)
        {
            return Problem.Of(TooMany);
        }

        await using var incoming = store.Incoming();
        var buffer = new byte[1 << 16];
        int read;
        while ((read = await body.ReadAsync(buffer, cancellation)) > 0)
        {
            if (incoming.Length + read > SentFile.Largest)
            {
                return new Problem(StatusCodes.Status413PayloadTooLarge, "file.tooLarge", TooLarge);
            }

            await incoming.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }

        await Cleaning.WaitAsync(cancellation);
        try
        {
            incoming.Position = 0;
            var bytes = new byte[incoming.Length];
            await incoming.ReadExactlyAsync(bytes, cancellation);
            if (SentFile.Read(bytes, out var refusal) is not { } clean)
            {
                return Problem.Of(StatusCodes.Status422UnprocessableEntity, refusal!) with
                {
                    Errors = [new Malformed(name, refusal!.Sentence)],
                };
            }

            files.Add(new Part(name, clean.Type, clean.Bytes.Length, await store.Keep(clean.Bytes, cancellation)));
            return null;
        }
        finally
        {
            Cleaning.Release();
        }
    }

    /// <summary>The last part of what the sender called it, on one line; only shown, never used as a path.</summary>
    private static string NameOf(ContentDispositionHeaderValue header) =>
        NameOf(header.FileNameStar.HasValue ? header.FileNameStar.ToString() : HeaderUtilities.RemoveQuotes(header.FileName).ToString());

    private static string NameOf(string given)
    {
        var last = given[(given.LastIndexOfAny(['/', '\\']) + 1)..];
        var shown = string.Concat(last.Where(c => !char.IsControl(c) && !char.IsSurrogate(c))).Trim();
        return shown.Length switch
        {
            0 => "file",
            > LongestName => shown[^LongestName..],
            _ => shown,
        };
    }
}
