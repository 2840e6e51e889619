using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Shouwen.Organisation.Contract;
using Shouwen.Organisation.Posts;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.Exchange;

/// <summary>Organisation and staff from a file: shown first, stored on confirmation, never by halves.</summary>
public sealed partial class ImportOrganisation
{
    private const string Page = "/organisation/import";
    private const int Largest = 2 * 1024 * 1024;
    private const int MostShown = 500;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Page, () => Answer.Page<ImportOrganisation>(new View())).RequireAuthorization(Permissions.Administrator);
        routes.MapPost(Page, Preview).RequireAuthorization(Permissions.Administrator).AsksForForm();
        routes.MapPost(Page + "/confirmation", Confirm).RequireAuthorization(Permissions.Administrator).AsksForForm();
    }

    public sealed record View
    {
        public IReadOnlyList<Line> Changes { get; init; } = [];
        public IReadOnlyList<Line> Errors { get; init; } = [];
        public int NotShown { get; init; }

        /// <summary>The file on its way to the confirmation; the server keeps nothing of it in between.</summary>
        public string? Content { get; init; }
        public string? FileName { get; init; }
        public bool Looked { get; init; }
        public Words? Problem { get; init; }
        public Words? Done { get; init; }

        public sealed record Line(Words Where, Words What);
    }

    [Parameter, EditorRequired]
    public required View Model { get; set; }

    private static async Task<IResult> Preview(HttpContext http, [AsParameters] Desk desk, CancellationToken cancellation)
    {
        var form = await http.Request.ReadFormAsync(cancellation);
        if (form.Files.GetFile("file") is not { Length: > 0 } sent)
        {
            return Again(new View { Problem = ExchangeTexts.NoFile });
        }

        if (sent.Length > Largest)
        {
            return Again(new View { Problem = ExchangeTexts.TooLarge });
        }

        var content = new byte[sent.Length];
        await using var stream = sent.OpenReadStream();
        await stream.ReadExactlyAsync(content, cancellation);
        return await desk.Look(content, Path.GetFileName(sent.FileName), store: false, cancellation);
    }

    private static async Task<IResult> Confirm(HttpContext http, [AsParameters] Desk desk, CancellationToken cancellation)
    {
        var form = await http.Request.ReadFormAsync(cancellation);
        var content = new byte[Largest];
        if (!Convert.TryFromBase64String(form["content"].ToString(), content, out var length) || length == 0)
        {
            return Again(new View { Problem = ExchangeTexts.NoFile });
        }

        return await desk.Look(content[..length], Path.GetFileName(form["name"].ToString()), store: true, cancellation);
    }

    private static RazorComponentResult<ImportOrganisation> Again(View view) =>
        Answer.Page<ImportOrganisation>(view, StatusCodes.Status422UnprocessableEntity);

    internal sealed record Desk(
        Database Database,
        Model.Places Places,
        OrganisationTree Tree,
        PostHolders Holders,
        RuleLibrary Rules,
        Reader Reader,
        AccessLog Log
    )
    {
        public async Task<IResult> Look(byte[] content, string name, bool store, CancellationToken cancellation)
        {
            var file = new OrganisationFile(Rules, Reader.Now);
            if (await Read(file, content, name, cancellation) is { } unreadable)
            {
                return Again(new View { Problem = unreadable });
            }

            var report = await new OrganisationImport(Database, Places).Run(file, store, Reader.Now, cancellation);
            if (store && report.Errors.Count == 0)
            {
                Tree.Forget();
                Holders.Forget();
                await Log.Note(Reader.Me!, "organisation.imported", name, cancellation);
                return Answer.Page<ImportOrganisation>(new View { Done = ExchangeTexts.Imported(report.Changes.Count) });
            }

            var view = new View
            {
                Changes = [.. report.Changes.Take(MostShown).Select(each => new View.Line(each.Where, each.What))],
                Errors = [.. report.Errors.Take(MostShown).Select(each => new View.Line(each.Where, each.What))],
                NotShown = Math.Max(0, (report.Errors.Count > 0 ? report.Errors.Count : report.Changes.Count) - MostShown),
                Content = report.Errors.Count == 0 && report.Changes.Count > 0 ? Convert.ToBase64String(content) : null,
                FileName = name,
                Looked = true,
            };
            return report.Errors.Count > 0 ? Again(view) : Answer.Page<ImportOrganisation>(view);
        }

        /// <summary>The readers of tables want a file; it is gone when they are done.</summary>
        private static async Task<Words?> Read(OrganisationFile file, byte[] content, string name, CancellationToken cancellation)
        {
            var folder = Directory.CreateTempSubdirectory("shouwen-import-");
            try
            {
                var path = Path.Combine(
                    folder.FullName,
                    name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase) ? "file.xlsx" : "file.csv"
                );
                await File.WriteAllBytesAsync(path, content, cancellation);
                file.Read(path, name);
                return null;
            }
            catch (UnreadableFileException problem)
            {
                return problem.Sentence;
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }
    }
}
