using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Relating;

internal static class RelatingTexts
{
    private static readonly TextFile Texts = new(typeof(RelatingTexts));

    public static readonly Words NothingChosen = Texts[nameof(NothingChosen)];
    public static readonly Words Related = Texts[nameof(Related)];
    public static readonly Words Merge = Texts[nameof(Merge)];
    public static readonly Words Similar = Texts[nameof(Similar)];
    public static readonly Words NoSimilar = Texts[nameof(NoSimilar)];
    public static readonly Words Into = Texts[nameof(Into)];
    public static readonly Words DoMerge = Texts[nameof(DoMerge)];
    public static readonly Words Back = Texts[nameof(Back)];
    public static readonly Words ChooseInto = Texts[nameof(ChooseInto)];
    public static readonly Words MergedHere = Texts[nameof(MergedHere)];
    public static readonly Words SeeMerged = Texts[nameof(SeeMerged)];
    public static readonly Words PartTitle = Texts[nameof(PartTitle)];
    public static readonly Words Part = Texts[nameof(Part)];
    public static readonly Words SameMatter = Texts[nameof(SameMatter)];
    public static readonly Words GroupTitle = Texts[nameof(GroupTitle)];
    public static readonly Words GroupLead = Texts[nameof(GroupLead)];
    public static readonly Words AddToGroup = Texts[nameof(AddToGroup)];
    public static readonly Words AddMembers = Texts[nameof(AddMembers)];
    public static readonly Words ChosenCases = Texts[nameof(ChosenCases)];
    public static readonly Words Lead = Texts[nameof(Lead)];
    public static readonly Words Chosen = Texts[nameof(Chosen)];
    public static readonly Words MoreNumbers = Texts[nameof(MoreNumbers)];
    public static readonly Words MoreNumbersHint = Texts[nameof(MoreNumbersHint)];
    public static readonly Words SimilarOfKind = Texts[nameof(SimilarOfKind)];
    public static readonly Words DoGroup = Texts[nameof(DoGroup)];
    public static readonly Words ChooseLead = Texts[nameof(ChooseLead)];
    public static readonly Words Group = Texts[nameof(Group)];
    public static readonly Words Release = Texts[nameof(Release)];
    public static readonly Words NatureOfAll = Texts[nameof(NatureOfAll)];
    public static readonly Words SetNature = Texts[nameof(SetNature)];
    public static readonly Words Grouped = Texts[nameof(Grouped)];
    public static readonly Words Released = Texts[nameof(Released)];
    public static readonly Words Parted = Texts[nameof(Parted)];
    public static readonly Words ChooseNature = Texts[nameof(ChooseNature)];
    public static readonly Words Linked = Texts[nameof(Linked)];
    public static readonly Words OpenLinked = Texts[nameof(OpenLinked)];
    public static readonly Words ServedBy = Texts[nameof(ServedBy)];
    public static readonly Words ServesCase = Texts[nameof(ServesCase)];
    public static readonly Words DoesMerge = Texts[nameof(DoesMerge)];
    public static readonly Words DoesGroup = Texts[nameof(DoesGroup)];
    public static readonly Words DoesLink = Texts[nameof(DoesLink)];

    public static Words MergeTitle(string number) => Texts.With(nameof(MergeTitle), number);

    public static Words MergeLead(string number) => Texts.With(nameof(MergeLead), number);

    public static Words LeadsTo(string number, string into) => Texts.With(nameof(LeadsTo), number, into);

    public static Words MergedTitle(string number) => Texts.With(nameof(MergedTitle), number);

    public static Words GoOn(string number) => Texts.With(nameof(GoOn), number);

    public static Words PartLead(string number) => Texts.With(nameof(PartLead), number);

    public static Words LeadOf(string number) => Texts.With(nameof(LeadOf), number);

    public static Words LeadsThese(int members, int open) => Texts.With(nameof(LeadsThese), members, open);

    public static Words Natured(int count) => Texts.With(nameof(Natured), count);

    public static Words OpensFor(string number) => Texts.With(nameof(OpensFor), number);
}
