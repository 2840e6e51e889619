using Shouwen.Platform.Contract;

namespace Shouwen;

/// <summary>All tables of the application: the modules that contribute them and the assembly that migrates them.</summary>
internal static class Tables
{
    public static readonly Schema Schema = new(
        [
            typeof(Database).Assembly,
            typeof(Organisation.Contract.Staff).Assembly,
            typeof(Properties.Contract.Project).Assembly,
            typeof(Messaging.Contract.Outbox).Assembly,
            typeof(Cases.Contract.CaseLog).Assembly,
            typeof(RuleDesk.RuleDeskModule).Assembly,
            typeof(Watching.Contract.LedgerBook).Assembly,
            typeof(Knowledge.KnowledgeModule).Assembly,
        ],
        typeof(Tables).Assembly
    );
}
