namespace Shouwen.Rules.Contract;

/// <summary>SN-7: what the desk reads while on the phone; who writes it, and who publishes which kind of it.</summary>
public sealed record KnowledgeRules(string Clause, IReadOnlyList<string> Writers, IReadOnlyDictionary<string, ArticleKindRule> Kinds);

/// <param name="Name">What people call this kind of article.</param>
/// <param name="Publishers">The roles without whose publication nobody reads it.</param>
public sealed record ArticleKindRule(Words Name, IReadOnlyList<string> Publishers);

/// <summary>SN-3: who turns a closed case into an entry of the casebook, and how entries are sorted.</summary>
/// <param name="Clause">The clause that demands the casebook.</param>
/// <param name="Keepers">The roles that write entries and hold design reviews.</param>
/// <param name="Trades">The trades, by code.</param>
/// <param name="Parts">The parts of a building, by code.</param>
public sealed record CasebookRules(
    string Clause,
    IReadOnlyList<string> Keepers,
    IReadOnlyDictionary<string, Words> Trades,
    IReadOnlyDictionary<string, Words> Parts
);
