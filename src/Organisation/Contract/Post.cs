namespace Shouwen.Organisation.Contract;

/// <summary>What somebody is at a place. The codes are the roles of the rule books, which say what each may record and see.</summary>
public enum Post
{
    /// <summary>Works there; the rule books give no right for it.</summary>
    Member,
    Specialist,

    /// <summary>The head of a department: the responsible person of its orders (EG-5, EG-21).</summary>
    Department,

    /// <summary>The leader in charge of a department, or of all departments of the place.</summary>
    Leader,

    /// <summary>Of a region or property company.</summary>
    Chairman,
    DeputyManager,
    GeneralManager,
    Hr,
    Finance,
    Reader,
    Administrator,
}

public static class PostQuestions
{
    /// <summary>Posts of which a place has one: an order and a charge name one person.</summary>
    public static bool HasOneHolder(this Post post) =>
        post is Post.Department or Post.Leader or Post.Chairman or Post.DeputyManager or Post.GeneralManager;

    public static bool NeedsDepartment(this Post post) => post == Post.Department;

    /// <summary>Posts that may be for one department or for all.</summary>
    public static bool MayHaveDepartment(this Post post) => post is Post.Department or Post.Leader or Post.Chairman or Post.Member;

    /// <summary>Posts of the group centre whose holders EG-18(2) charges: who held one in the past is settled.</summary>
    public static bool IsCharged(this Post post) => post is Post.DeputyManager or Post.GeneralManager;
}
