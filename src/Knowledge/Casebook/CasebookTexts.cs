using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Knowledge.Casebook;

internal static class CasebookTexts
{
    private static readonly TextFile Texts = new(typeof(CasebookTexts));

    public static readonly Words Title = Texts[nameof(Title)];
    public static readonly Words Lead = Texts[nameof(Lead)];
    public static readonly Words Keep = Texts[nameof(Keep)];
    public static readonly Words KeepLead = Texts[nameof(KeepLead)];
    public static readonly Words InCasebook = Texts[nameof(InCasebook)];
    public static readonly Words Edit = Texts[nameof(Edit)];
    public static readonly Words Save = Texts[nameof(Save)];
    public static readonly Words Cancel = Texts[nameof(Cancel)];
    public static readonly Words Name = Texts[nameof(Name)];
    public static readonly Words Trade = Texts[nameof(Trade)];
    public static readonly Words Part = Texts[nameof(Part)];
    public static readonly Words Cause = Texts[nameof(Cause)];
    public static readonly Words Prevention = Texts[nameof(Prevention)];
    public static readonly Words Cost = Texts[nameof(Cost)];
    public static readonly Words CostName = Texts[nameof(CostName)];
    public static readonly Words Photo = Texts[nameof(Photo)];
    public static readonly Words NoPhoto = Texts[nameof(NoPhoto)];
    public static readonly Words NoPhotos = Texts[nameof(NoPhotos)];
    public static readonly Words AllTrades = Texts[nameof(AllTrades)];
    public static readonly Words AllParts = Texts[nameof(AllParts)];
    public static readonly Words Search = Texts[nameof(Search)];
    public static readonly Words SearchHint = Texts[nameof(SearchHint)];
    public static readonly Words Nothing = Texts[nameof(Nothing)];
    public static readonly Words NothingHint = Texts[nameof(NothingHint)];
    public static readonly Words NothingFound = Texts[nameof(NothingFound)];
    public static readonly Words NothingFoundHint = Texts[nameof(NothingFoundHint)];
    public static readonly Words Unfinished = Texts[nameof(Unfinished)];
    public static readonly Words NotYet = Texts[nameof(NotYet)];
    public static readonly Words Back = Texts[nameof(Back)];
    public static readonly Words OpenCase = Texts[nameof(OpenCase)];
    public static readonly Words Case = Texts[nameof(Case)];
    public static readonly Words Saved = Texts[nameof(Saved)];
    public static readonly Words TradeMissing = Texts[nameof(TradeMissing)];
    public static readonly Words PartMissing = Texts[nameof(PartMissing)];
    public static readonly Words CostWrong = Texts[nameof(CostWrong)];
    public static readonly Words PhotoWrong = Texts[nameof(PhotoWrong)];
    public static readonly Words Personal = Texts[nameof(Personal)];
    public static readonly Words Choose = Texts[nameof(Choose)];
    public static readonly Words Reviews = Texts[nameof(Reviews)];
    public static readonly Words DoingKeep = Texts[nameof(DoingKeep)];

    public static Words PhotoOf(object a) => Texts.With(nameof(PhotoOf), a);
}
