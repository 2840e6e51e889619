using System.Text.RegularExpressions;
using Shouwen.Messaging.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Messaging.Sending;

/// <summary>The sentences of a message: those of its kind, with its parameters in their places.</summary>
internal static partial class MessageWording
{
    private const string Unknown = "—";

    public static Words Title(NewMessage message) => Fill(MessageTexts.TitleOf(message.Kind), message);

    public static Words Body(NewMessage message) => Fill(MessageTexts.BodyOf(message.Kind), message);

    /// <summary>Title and whole text in the language messages are written in.</summary>
    /// <param name="message">What was put.</param>
    /// <param name="settings">The language, and the address of this application.</param>
    /// <param name="ownPath">The page of whoever is no member of staff; a case's own page is the staff's.</param>
    public static (string Title, string Text) Of(NewMessage message, MessagingSettings settings, string? ownPath = null)
    {
        var body = Body(message).In(settings.Language);
        var link = settings.Address is { } address && (ownPath ?? PathOf(message)) is { } path ? $"\n{address}{path}" : "";
        return (Title(message).In(settings.Language), body + link);
    }

    /// <summary>The page the message is about.</summary>
    public static string? PathOf(NewMessage message) =>
        message.Parameters.GetValueOrDefault(NewMessage.Path) ?? (message.Subject.Length > 0 ? $"/cases/{message.Subject}" : null);

    private static Words Fill(Words sentence, NewMessage message) =>
        new(Fill(sentence.Zh, message, ".zh"), Fill(sentence.En, message, ".en"));

    /// <summary>A place takes the value of its own language where there are two.</summary>
    private static string Fill(string sentence, NewMessage message, string language) =>
        Place()
            .Replace(
                sentence,
                place =>
                {
                    var name = place.Groups["name"].Value;
                    return message.Parameters.GetValueOrDefault(name + language)
                        ?? message.Parameters.GetValueOrDefault(name)
                        ?? (name == "number" ? message.Subject : Unknown);
                }
            );

    [GeneratedRegex(@"\{(?<name>[a-z]+)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();
}
