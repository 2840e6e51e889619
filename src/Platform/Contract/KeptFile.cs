namespace Shouwen.Platform.Contract;

/// <param name="Token">By which the form names the file when it is sent again.</param>
/// <param name="Name">What its sender called it.</param>
public sealed record KeptFile(string Token, string Name);
