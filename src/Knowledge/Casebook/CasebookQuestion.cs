using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Shouwen.Knowledge.Model;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Knowledge.Casebook;

/// <summary>What the casebook is asked: words, a trade, a part of the building, and how far it was read.</summary>
internal sealed record CasebookQuestion(string? Asked, string? Trade, string? Part, long? Below)
{
    private const int LongestText = 100;

    /// <summary>As many as one question takes from the index before trade and part are looked at.</summary>
    private const int MostFound = 500;

    public bool IsNarrowed => Asked is not null || Trade is not null || Part is not null;

    /// <summary>What does not read is as not asked.</summary>
    public static CasebookQuestion Read(IQueryCollection query, CasebookRules rules)
    {
        string? OneOf(string name, IReadOnlyDictionary<string, Words> codes) =>
            query[name].ToString() is { Length: > 0 } code && codes.ContainsKey(code) ? code : null;
        return new CasebookQuestion(
            query["q"].ToString().Trim() is { Length: > 0 and <= LongestText } text ? text : null,
            OneOf("trade", rules.Trades),
            OneOf("part", rules.Parts),
            long.TryParse(query["after"], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null
        );
    }

    /// <summary>Newest first.</summary>
    public IQueryable<CasebookEntry> Find(Db db, Database database)
    {
        var (trade, part, below) = (Trade, Part, Below);
        var entries = db.Set<CasebookEntry>()
            .AsNoTracking()
            .Where(entry => below == null || entry.Id < below)
            .Where(entry => (trade == null || entry.Trade == trade) && (part == null || entry.Part == part));
        if (Asked is { } asked)
        {
            using var session = database.Read();
            var found = KnowledgeIndex.Casebook.Find(session, KnowledgeIndex.Question(asked), below ?? long.MaxValue, MostFound);
            entries = entries.Where(entry => found.Contains(entry.Id));
        }

        return entries.OrderByDescending(entry => entry.Id);
    }

    /// <summary>The same question on a page.</summary>
    public string Address(string page) =>
        QueryHelpers.AddQueryString(
            page,
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["q"] = Asked,
                ["trade"] = Trade,
                ["part"] = Part,
                ["after"] = Below?.ToString(CultureInfo.InvariantCulture),
            }.Where(each => each.Value is not null)
        );
}
