namespace Shouwen.Organisation.SigningIn;

/// <summary>Enough for a person to recognise their own device ("Chrome · Windows"); what cannot be recognised is empty.</summary>
internal static class BrowserName
{
    /// <summary>In this order: most browsers also call themselves by the names further down.</summary>
    private static readonly (string Sign, string Name)[] Browsers =
    [
        ("MicroMessenger/", "WeChat"),
        ("DingTalk/", "DingTalk"),
        ("Edg", "Edge"),
        ("HuaweiBrowser/", "Huawei"),
        ("Firefox/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ];

    private static readonly (string Sign, string Name)[] Systems =
    [
        ("Windows", "Windows"),
        ("HarmonyOS", "HarmonyOS"),
        ("OpenHarmony", "HarmonyOS"),
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Mac OS X", "macOS"),
        ("Linux", "Linux"),
    ];

    public static string Of(string userAgent) =>
        string.Join(" · ", new[] { First(Browsers, userAgent), First(Systems, userAgent) }.OfType<string>());

    private static string? First((string Sign, string Name)[] known, string userAgent) =>
        known.FirstOrDefault(entry => userAgent.Contains(entry.Sign, StringComparison.Ordinal)).Name;
}
