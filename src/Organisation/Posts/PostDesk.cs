using Microsoft.EntityFrameworkCore;
using Shouwen.Organisation.Contract;
using Shouwen.Organisation.Forms;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.Posts;

/// <summary>What the pages about posts need.</summary>
internal sealed record PostDesk(Db Db, Database Database, RuleLibrary Rules, PostHolders Holders, AccessLog Log, Reader Reader)
{
    /// <summary>More than this nobody finds in a list; Excel does it then.</summary>
    private const int MostPeople = 1000;

    public async Task<IReadOnlyList<FormFields.View.Option>> People(CancellationToken cancellation)
    {
        var staff = await Db.Set<Staff>().AsNoTracking().OrderBy(each => each.Name).Take(MostPeople).ToListAsync(cancellation);
        return
        [
            .. staff.Select(each =>
            {
                var text = each.Post.Length == 0 ? $"{each.Name} ({each.Id})" : $"{each.Name} ({each.Id}) · {each.Post}";
                return new FormFields.View.Option(each.Id, new Words(text, text));
            }),
        ];
    }

    /// <summary>Who changed which post is kept: it decides who is charged and who sees what.</summary>
    public async Task Changed(string action, string subject, CancellationToken cancellation)
    {
        Holders.Forget();
        await Log.Note(Reader.Me!, action, subject, cancellation);
    }
}
