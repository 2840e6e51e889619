using Microsoft.AspNetCore.Http;
using Shouwen.Cases.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Api;

/// <summary>Every "no" of the API that is not one of the rules, and which status a refusal has.</summary>
internal static class ApiRefusals
{
    public static readonly Refusal Future = new("at.future", new Words("at 不能晚于现在", "at must not be in the future"));

    public static readonly Refusal TooLate = new("at.tooLate", new Words("at 不能早于 7 天前", "at must not be more than 7 days ago"));

    public static readonly Refusal PastIsNotYours = new(
        "at.forbidden",
        new Words("您的角色不能补记过去的事，请不要给出 at", "your role may not record the past; leave at out")
    );

    public static readonly Refusal ChargesAreNotYours = new(
        "charges.forbidden",
        new Words("您的角色不能查看扣罚", "your role may not see charges")
    );

    public static readonly Refusal RankingIsNotOut = new(
        "ranking.notOut",
        new Words("本月排名尚未公布，次月 1 日起可查", "the ranking of this month is not out; it is from the 1st of the following month on")
    );

    public static readonly Refusal AttachingIsNotYours = new(
        "attachment.forbidden",
        new Words("您的角色不在本案办理之列，不能添加附件", "your role records nothing in this case, so it adds no files")
    );

    public static readonly Malformed NoProject = new(
        "project",
        new Words("您负责多个项目，请用 project 写明是哪一个", "you answer for several projects; say in project which one it is")
    );

    public static readonly Malformed UnknownProject = new(
        "project",
        new Words("您的范围内没有这个项目", "there is no such project in your scope")
    );

    public static readonly Malformed UnknownRules = new("rules", new Words("没有这本制度", "there is no such rule book"));

    public static Malformed NoSuchEvent(int seq) => new("event", new Words($"本案没有第 {seq} 条记录", $"the case has no event {seq}"));

    public static Problem NoCase(string number) => Problem.Of(StatusCodes.Status404NotFound, Model.Refusals.NoSuchCase(Shown(number)));

    /// <summary>What became of a write, when nothing did.</summary>
    public static Problem ProblemOf(CaseAnswer answer) =>
        answer switch
        {
            { Malformed: { } wrong } => Problem.Of(wrong),
            { RecordFaults: { Count: > 0 } faults } => Problem.Of([.. faults.Select(fault => InData(fault.Wrong))]),
            { Refusal: { } refusal } => Problem.Of(StatusOf(refusal), refusal) with { Errors = ErrorsOf(refusal) },
            _ => throw new InvalidOperationException("a case that was opened is no problem"),
        };

    /// <summary>Fields of a record lie in data, as those of an event do; only the type of a record is no field of it.</summary>
    public static Malformed InData(Malformed wrong) =>
        wrong == Model.Refusals.NoSuchRecord || wrong.Field.Length == 0 ? wrong : wrong with { Field = $"data.{wrong.Field}" };

    private static int StatusOf(Refusal refusal) =>
        refusal.Code switch
        {
            "case.unknown" => StatusCodes.Status404NotFound,
            "version.stale" => StatusCodes.Status412PreconditionFailed,
            "role.forbidden"
            or Claims.ClaimRefusals.AboveAuthorityCode
            or "at.forbidden"
            or "attachment.forbidden"
            or Model.Refusals.HandlerCode => StatusCodes.Status403Forbidden,
            "at.future" or "at.tooLate" or "contact.after" => StatusCodes.Status422UnprocessableEntity,
            _ => StatusCodes.Status409Conflict,
        };

    /// <summary>Refusals that one field of the request is to blame for.</summary>
    private static IReadOnlyList<Malformed> ErrorsOf(Refusal refusal) =>
        refusal.Code switch
        {
            "at.future" or "at.tooLate" => [new Malformed("at", refusal.Sentence)],
            "contact.after" => [new Malformed("contactEndedAt", refusal.Sentence)],
            _ => [],
        };

    private static string Shown(string number) => number.Length > 60 ? number[..60] : number;
}
