using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Acting;

/// <summary>
/// One event on a form, with the records filled in and the files added together with it. The rule book says which; a form
/// may hold further steps behind its first, each of them left alone when nothing of it is filled in.
/// </summary>
/// <param name="Version">The book as it stands now.</param>
/// <param name="Shape">The event.</param>
/// <param name="Rule">What the book says of it.</param>
/// <param name="Prefix">What the names of its fields begin with; nothing for the first step.</param>
internal sealed record Step(RuleVersion Version, EventShape Shape, EventRule Rule, string Prefix)
{
    public bool IsFirst => Prefix.Length == 0;

    public IEnumerable<RecordRule> Records => Rule.Records.Select(name => Version.Records[name]);

    public SignatureRule? Signature => Version.Signatures.GetValueOrDefault(Shape.Type);

    /// <summary>The name of the field that takes files of this kind.</summary>
    public string FileField(AttachmentKind kind) => $"{Prefix}file.{EnumCode.Of(kind)}";

    public static IReadOnlyList<Step> Of(RuleVersion version, EventVocabulary vocabulary, EventShape shape)
    {
        var rule = version.Events[shape.Type];
        return
        [
            new Step(version, shape, rule, ""),
            .. rule.Then.Select(type => new Step(version, vocabulary.Find(type)!, version.Events[type], type.Name() + ".")),
        ];
    }
}
