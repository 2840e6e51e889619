using System.Security.Cryptography;
using System.Text;

namespace Shouwen.Organisation.Contract;

/// <summary>The one-time address at which the first administrator is made. It lives as long as this process and no account exists.</summary>
public sealed class FirstLink
{
    private string? token;

    /// <summary>Opens the link anew and says its path.</summary>
    public string Open()
    {
        token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        return $"/first-administrator/{token}";
    }

    public bool Opens(string offered) =>
        token is { } expected && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(offered));

    public void Close() => token = null;
}
