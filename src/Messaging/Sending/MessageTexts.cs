using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Messaging.Sending;

/// <summary>What is written to people, by kind. A kind of a newer rule book that has no sentences yet is told in general words.</summary>
internal static class MessageTexts
{
    private const string Any = "any";
    private static readonly TextFile Texts = new(typeof(MessageTexts));

    public static readonly Words AnyTitle = Texts[Any + ".title"];

    public static Words TitleOf(string kind) => Texts.Find(kind + ".title") ?? AnyTitle;

    public static Words BodyOf(string kind) => Texts.Find(kind + ".body") ?? Texts[Any + ".body"];
}
