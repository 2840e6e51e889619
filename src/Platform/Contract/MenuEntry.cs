using Shouwen.Rules.Contract;

namespace Shouwen.Platform.Contract;

/// <summary>A place in the frame: one entry of the rail and of the bar at the foot of a phone. Modules register theirs.</summary>
public sealed record MenuEntry(Words Name, string Icon, string Href, int Order);
