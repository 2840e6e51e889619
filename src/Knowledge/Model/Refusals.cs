using Shouwen.Rules.Contract;

namespace Shouwen.Knowledge.Model;

/// <summary>Why something about articles or the casebook is not done.</summary>
internal static class Refusals
{
    public static readonly Refusal Unknown = new("article.unknown", new Words("没有这篇文章", "there is no such article"));

    public static Refusal Stale(int latest) =>
        new(
            "article.stale",
            new Words(
                $"别人已保存第 {latest} 版；您填写的内容保留在下面，请对照后再保存",
                $"somebody has saved version {latest}; what you typed is kept below, compare before you save it"
            )
        );

    public static readonly Refusal NothingToPublish = new(
        "article.published",
        new Words("最新一版已经发布", "the newest version is published already")
    );

    public static readonly Refusal NothingToWithdraw = new(
        "article.unpublished",
        new Words("文章没有发布，无需撤下", "the article is not published, there is nothing to withdraw")
    );

    public static Refusal NotYours(string clause, Words doing, Words roles) =>
        new("role.forbidden", new Words($"{doing.Zh}由{roles.Zh}办理（{clause}）", $"{doing.En} is done by: {roles.En} ({clause})"));

    public static readonly Refusal NotEnded = new(
        "casebook.open",
        new Words("案件结案后才能收入案例库", "a case enters the casebook once it is closed")
    );

    public static readonly Refusal ReviewFinished = new(
        "review.finished",
        new Words("这次评审已经完成，不能再改", "this review is finished and is not changed any more")
    );

    public static readonly Refusal NothingTicked = new(
        "review.empty",
        new Words("还没有评审任何案例，不能完成", "no entry has been gone through yet: it is not finished")
    );

    public static readonly Refusal InCasebook = new(
        "casebook.there",
        new Words("本案已收入案例库", "this case is in the casebook already")
    );
}
