using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Acting;

/// <summary>
/// Who can answer for a case: those who hold a post at its project or above it at this moment. An order proposes the head
/// of the first department, its leader in charge and the chairman (EG-20, EG-21); whoever issues it may choose others.
/// </summary>
internal sealed class AnswerablePeople
{
    private const string Accountable = "accountable";

    private readonly RuleVersion version;
    private readonly Assignments assignments;
    private readonly IReadOnlyList<string> path;
    private readonly string department;
    private readonly Instant at;
    private readonly List<Staff> staff;

    private AnswerablePeople(
        RuleVersion version,
        Assignments assignments,
        IReadOnlyList<string> path,
        string department,
        Instant at,
        List<Staff> staff
    )
    {
        this.version = version;
        this.assignments = assignments;
        this.path = path;
        this.department = department;
        this.at = at;
        this.staff = staff;
    }

    /// <param name="version">The rule book says which posts each field may name.</param>
    /// <param name="session">Where.</param>
    /// <param name="path">The project and the places above it.</param>
    /// <param name="department">The first department of the case.</param>
    /// <param name="at">Whose posts: those held now.</param>
    public static AnswerablePeople Of(RuleVersion version, Session session, IReadOnlyList<string> path, string department, Instant at)
    {
        var held = Assignments.At(session, path);
        var ids = held.All.Where(each => each.HoldsAt(at)).SelectMany(each => (string[])[each.StaffId, held.ActingFor(each, at).StaffId]);
        return new AnswerablePeople(version, held, path, department, at, Staff.Known(session, ids));
    }

    /// <summary>Everybody who could stand in the field, whatever the department.</summary>
    public IEnumerable<Staff> For(string field) => Holding(version.People.GetValueOrDefault(field) ?? []);

    /// <summary>Everybody who holds one of these posts.</summary>
    public IEnumerable<Staff> Holding(IReadOnlyList<string> roles)
    {
        var posts = PostsOf(roles);
        var ids = assignments
            .All.Where(each => each.HoldsAt(at) && posts.Contains(each.Post))
            .Select(each => assignments.ActingFor(each, at).StaffId)
            .ToHashSet(StringComparer.Ordinal);
        return staff.Where(each => ids.Contains(each.Id));
    }

    /// <summary>
    /// Who stands in the field until somebody chooses another. EG-5: in a major, group or common complaint the chairman is
    /// the responsible person; the leader in charge is named all the same, for the day it turns ordinary again.
    /// </summary>
    public string? Proposed(string field, CaseNature nature) =>
        PostsOf(version.People.GetValueOrDefault(field) ?? []) is [var usual, ..]
            ? Holder(field == Accountable && ChairmanAnswers(nature) ? Post.Chairman : usual)
            : null;

    /// <summary>EG-5, unless the book leaves the head of the department responsible (option natureConsequences).</summary>
    private bool ChairmanAnswers(CaseNature nature) =>
        nature != CaseNature.Ordinary && version.Group is { Nature: NatureConsequences.Chairman };

    /// <summary>A post's code is its role.</summary>
    private static List<Post> PostsOf(IReadOnlyList<string> roles) =>
        [.. roles.SelectMany(role => Enum.GetValues<Post>().Where(post => EnumCode.Of(post) == role))];

    private string? Holder(Post post) => assignments.HolderOf(post, department, path, at)?.StaffId;
}
