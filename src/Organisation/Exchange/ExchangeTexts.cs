using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.Exchange;

internal static class ExchangeTexts
{
    private static readonly TextFile Texts = new(typeof(ExchangeTexts));

    public static readonly Words FileName = Texts[nameof(FileName)];
    public static readonly Words Title = Texts[nameof(Title)];
    public static readonly Words Lead = Texts[nameof(Lead)];
    public static readonly Words File = Texts[nameof(File)];
    public static readonly Words Preview = Texts[nameof(Preview)];
    public static readonly Words Confirm = Texts[nameof(Confirm)];
    public static readonly Words Changes = Texts[nameof(Changes)];
    public static readonly Words NoChanges = Texts[nameof(NoChanges)];
    public static readonly Words NoChangesHint = Texts[nameof(NoChangesHint)];
    public static readonly Words Errors = Texts[nameof(Errors)];
    public static readonly Words ErrorsLead = Texts[nameof(ErrorsLead)];
    public static readonly Words Where = Texts[nameof(Where)];
    public static readonly Words What = Texts[nameof(What)];
    public static readonly Words NoFile = Texts[nameof(NoFile)];
    public static readonly Words TooLarge = Texts[nameof(TooLarge)];

    public static Words Line(Words sheet, int line) => Texts.With(nameof(Line), sheet, line);

    public static Words Imported(int count) => Texts.Counted(nameof(Imported), count);

    public static Words MoreChanges(int count) => Texts.With(nameof(MoreChanges), count);

    public static Words UnknownSheet(string file) => Texts.With(nameof(UnknownSheet), file);

    public static Words Missing(Words column) => Texts.With(nameof(Missing), column);

    public static Words BadKind(string text) => Texts.With(nameof(BadKind), text);

    public static Words BadPost(string text) => Texts.With(nameof(BadPost), text);

    public static Words BadDepartment(string text) => Texts.With(nameof(BadDepartment), text);

    public static Words BadTime(Words column, string text) => Texts.With(nameof(BadTime), column, text);

    public static Words PlaceMoved(string code) => Texts.With(nameof(PlaceMoved), code);

    public static Words EndFixed(string time) => Texts.With(nameof(EndFixed), time);

    public static Words NewPlace(Words kind, string name) => Texts.With(nameof(NewPlace), kind, name);

    public static Words RenamePlace(string from, string to) => Texts.With(nameof(RenamePlace), from, to);

    public static Words CentreDates(string name) => Texts.With(nameof(CentreDates), name);

    public static Words NewStaff(string name) => Texts.With(nameof(NewStaff), name);

    public static Words ChangedStaff(string name) => Texts.With(nameof(ChangedStaff), name);

    public static Words NewAssignment(string who, Words post, string place) => Texts.With(nameof(NewAssignment), who, post, place);

    public static Words EndedAssignment(string who, Words post, string until) => Texts.With(nameof(EndedAssignment), who, post, until);

    public static Words Sheet(SheetKind kind) => Texts["sheet." + EnumCode.Of(kind)];

    public static Words Column(string name) => Texts["column." + name];
}
