using Shouwen.Rules.Contract;

namespace Shouwen.Messaging.Hooks;

/// <summary>Which addresses we post to: https anywhere, and plain http to this machine only.</summary>
internal static class HookAddress
{
    private const int Longest = 500;

    public static readonly Words Refused = new(
        "地址须以 https:// 开头；http:// 只能指向本机；不能带用户名和 # 部分",
        "the address begins with https://; http:// may point to this machine only; no user name and no # part"
    );

    public static bool IsAllowed(string text) =>
        text.Length <= Longest
        && Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address is { UserInfo: "", Fragment: "", Host.Length: > 0 }
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
}
