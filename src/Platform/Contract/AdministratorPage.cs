using Shouwen.Rules.Contract;

namespace Shouwen.Platform.Contract;

/// <summary>A page for administrators, reached from "my account"; modules register theirs. The menu is for everybody's daily work.</summary>
public sealed record AdministratorPage(Words Name, Words Hint, string Href, int Order);
