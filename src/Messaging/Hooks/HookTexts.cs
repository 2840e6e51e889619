using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Messaging.Hooks;

internal static class HookTexts
{
    private static readonly TextFile Texts = new(typeof(HookTexts));

    public static readonly Words Title = Texts[nameof(Title)];
    public static readonly Words Hint = Texts[nameof(Hint)];
    public static readonly Words Lead = Texts[nameof(Lead)];
    public static readonly Words Url = Texts[nameof(Url)];
    public static readonly Words Kinds = Texts[nameof(Kinds)];
    public static readonly Words KindCases = Texts[nameof(KindCases)];
    public static readonly Words KindStatement = Texts[nameof(KindStatement)];
    public static readonly Words NoKind = Texts[nameof(NoKind)];
    public static readonly Words Add = Texts[nameof(Add)];
    public static readonly Words None = Texts[nameof(None)];
    public static readonly Words Secret = Texts[nameof(Secret)];
    public static readonly Words SecretOnce = Texts[nameof(SecretOnce)];
    public static readonly Words Well = Texts[nameof(Well)];
    public static readonly Words Failing = Texts[nameof(Failing)];
    public static readonly Words Disabled = Texts[nameof(Disabled)];
    public static readonly Words FailingSince = Texts[nameof(FailingSince)];
    public static readonly Words Enable = Texts[nameof(Enable)];
    public static readonly Words Disable = Texts[nameof(Disable)];
    public static readonly Words Log = Texts[nameof(Log)];
    public static readonly Words NoDeliveries = Texts[nameof(NoDeliveries)];

    public static Words KindOf(string kind) => kind == Contract.WebHooks.StatementDelivered ? KindStatement : KindCases;

    internal static Words StateOf(WebHook hook) =>
        hook switch
        {
            { DisabledAt: not null } => Disabled,
            { FailingSince: not null } => Failing,
            _ => Well,
        };
}
