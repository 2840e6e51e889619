namespace Shouwen.Organisation.Contract;

/// <summary>What an endpoint may demand of its caller.</summary>
public static class Permissions
{
    /// <summary>An administrator, signed in or by token.</summary>
    public const string Administrator = "administrator";

    /// <summary>A person at a browser. The data scope decides what is seen, the rule book what may be recorded.</summary>
    public const string Desk = "desk";

    /// <summary>A person at a browser: a token may not change its owner's password.</summary>
    public const string OwnAccount = "own-account";

    /// <summary>An owner who came in by a code. Opens the owners' pages and nothing else; no member of staff has it.</summary>
    public const string Owner = "owner";

    /// <summary>An owner who came in by a code or by the link to a case. Which cases that opens is decided where they are read.</summary>
    public const string OwnerOfCase = "owner-of-case";

    /// <summary>Anybody known, by session or by token.</summary>
    public const string Api = "api";
}
