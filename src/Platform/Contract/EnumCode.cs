using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Shouwen.Platform.Contract;

/// <summary>The code of an enum's member in tables: its name with a small first letter.</summary>
public static class EnumCode
{
    public static string Of<T>(T value)
        where T : struct, Enum => Names<T>.ByValue[value];

    public static T Parse<T>(string code)
        where T : struct, Enum => Names<T>.ByCode[code];

    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> ByValue = Enum.GetValues<T>().ToDictionary(value => value, CodeOf);
        public static readonly Dictionary<string, T> ByCode = ByValue.ToDictionary(
            pair => pair.Value,
            pair => pair.Key,
            StringComparer.Ordinal
        );

        private static string CodeOf(T value)
        {
            var name = value.ToString();
            return char.ToLowerInvariant(name[0]) + name[1..];
        }
    }
}

/// <summary>Stores an enum as its code.</summary>
public sealed class AsCode<T>() : ValueConverter<T, string>(value => EnumCode.Of(value), code => EnumCode.Parse<T>(code))
    where T : struct, Enum;
