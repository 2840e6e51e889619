using Shouwen.Platform.Contract;

namespace Shouwen.Properties.Contract;

/// <summary>Somebody who bought or lives in a home. The columns people search by are kept beside the ones they read.</summary>
public sealed class CustomerRecord
{
    public long Id { get; init; }
    public required string Name { get; init; }

    /// <summary>As it was written down.</summary>
    public string? Phone { get; init; }

    /// <summary>The name as it is typed in pinyin: "lns".</summary>
    public string Initials { get; private init; } = "";

    /// <summary>The digits of the phone backwards, so that its last digits are a beginning, which an index finds.</summary>
    public string? PhoneBackwards { get; private init; }

    public static CustomerRecord Of(string name, string? phone) =>
        new()
        {
            Name = name,
            Phone = phone,
            Initials = Pinyin.Initials(name),
            PhoneBackwards = Backwards(phone),
        };

    /// <summary>Null when there is no digit in it.</summary>
    public static string? Backwards(string? phone) =>
        phone is not null && string.Concat(phone.Where(char.IsAsciiDigit).Reverse()) is { Length: > 0 } digits ? digits : null;
}
