using Shouwen.Rules.Contract;

namespace Shouwen.Platform.Contract;

/// <summary>The round button in the middle of a phone's bar, and the key n on every page. The module that keeps cases registers it.</summary>
/// <param name="Name">What it says.</param>
/// <param name="Href">Where it leads whom at what time: not everybody registers the same.</param>
public sealed record RegisterButton(Words Name, Func<Me, Instant, string> Href);
