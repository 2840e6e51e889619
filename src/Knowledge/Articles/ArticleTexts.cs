using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Knowledge.Articles;

internal static class ArticleTexts
{
    private static readonly TextFile Texts = new(typeof(ArticleTexts));

    public static readonly Words Title = Texts[nameof(Title)];
    public static readonly Words Lead = Texts[nameof(Lead)];
    public static readonly Words New = Texts[nameof(New)];
    public static readonly Words Edit = Texts[nameof(Edit)];
    public static readonly Words Search = Texts[nameof(Search)];
    public static readonly Words SearchHint = Texts[nameof(SearchHint)];
    public static readonly Words AllKinds = Texts[nameof(AllKinds)];
    public static readonly Words Drafts = Texts[nameof(Drafts)];
    public static readonly Words Draft = Texts[nameof(Draft)];
    public static readonly Words NotPublished = Texts[nameof(NotPublished)];
    public static readonly Words Nothing = Texts[nameof(Nothing)];
    public static readonly Words NothingHint = Texts[nameof(NothingHint)];
    public static readonly Words NothingFound = Texts[nameof(NothingFound)];
    public static readonly Words NothingFoundHint = Texts[nameof(NothingFoundHint)];
    public static readonly Words NoDrafts = Texts[nameof(NoDrafts)];
    public static readonly Words NoDraftsHint = Texts[nameof(NoDraftsHint)];
    public static readonly Words Kind = Texts[nameof(Kind)];
    public static readonly Words Category = Texts[nameof(Category)];
    public static readonly Words AnyCategory = Texts[nameof(AnyCategory)];
    public static readonly Words Name = Texts[nameof(Name)];
    public static readonly Words Tags = Texts[nameof(Tags)];
    public static readonly Words TagsHint = Texts[nameof(TagsHint)];
    public static readonly Words ValidFrom = Texts[nameof(ValidFrom)];
    public static readonly Words ValidUntil = Texts[nameof(ValidUntil)];
    public static readonly Words Text = Texts[nameof(Text)];
    public static readonly Words TextHint = Texts[nameof(TextHint)];
    public static readonly Words Save = Texts[nameof(Save)];
    public static readonly Words SaveAndPublish = Texts[nameof(SaveAndPublish)];
    public static readonly Words Publish = Texts[nameof(Publish)];
    public static readonly Words Withdraw = Texts[nameof(Withdraw)];
    public static readonly Words Cancel = Texts[nameof(Cancel)];
    public static readonly Words History = Texts[nameof(History)];
    public static readonly Words Changes = Texts[nameof(Changes)];
    public static readonly Words FirstVersion = Texts[nameof(FirstVersion)];
    public static readonly Words NoChanges = Texts[nameof(NoChanges)];
    public static readonly Words Back = Texts[nameof(Back)];
    public static readonly Words BackToArticle = Texts[nameof(BackToArticle)];
    public static readonly Words Done = Texts[nameof(Done)];
    public static readonly Words WasPublished = Texts[nameof(WasPublished)];
    public static readonly Words WasWithdrawn = Texts[nameof(WasWithdrawn)];
    public static readonly Words Current = Texts[nameof(Current)];
    public static readonly Words Beside = Texts[nameof(Beside)];
    public static readonly Words BesideHint = Texts[nameof(BesideHint)];
    public static readonly Words BesideNone = Texts[nameof(BesideNone)];
    public static readonly Words OpenAll = Texts[nameof(OpenAll)];
    public static readonly Words KindMissing = Texts[nameof(KindMissing)];
    public static readonly Words CategoryWrong = Texts[nameof(CategoryWrong)];
    public static readonly Words DateWrong = Texts[nameof(DateWrong)];
    public static readonly Words DatesCrossed = Texts[nameof(DatesCrossed)];
    public static readonly Words DoingWrite = Texts[nameof(DoingWrite)];
    public static readonly Words DoingPublish = Texts[nameof(DoingPublish)];
    public static readonly Words Removed = Texts[nameof(Removed)];
    public static readonly Words Added = Texts[nameof(Added)];
    public static readonly Words OutOfDate = Texts[nameof(OutOfDate)];

    public static Words Missing(object a) => Texts.With(nameof(Missing), a);

    public static Words TooLong(object a, object b) => Texts.With(nameof(TooLong), a, b);

    public static Words Version(object a) => Texts.With(nameof(Version), a);

    public static Words Waiting(object a) => Texts.With(nameof(Waiting), a);

    public static Words PublishedLine(object a) => Texts.With(nameof(PublishedLine), a);

    public static Words Until(object a) => Texts.With(nameof(Until), a);

    public static Words From(object a) => Texts.With(nameof(From), a);

    public static Words ResultsFor(object a) => Texts.With(nameof(ResultsFor), a);
}
