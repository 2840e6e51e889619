namespace Shouwen.Platform.Contract;

/// <summary>The bell at the top of every page. The module that keeps messages registers it.</summary>
/// <param name="Href">The reader's own messages.</param>
/// <param name="Unread">How many a member of staff has not read; counted as far as anybody looks.</param>
/// <param name="Name">What it says to those who do not see it, by that number.</param>
public sealed record Bell(string Href, Func<string, int> Unread, Func<int, Rules.Contract.Words> Name);
