using Shouwen.Rules.Contract;

namespace Shouwen.Rules.Procedures;

/// <summary>Every "no" of the state machines, in the sentence its reader sees.</summary>
internal static class Refusals
{
    public static readonly Refusal NotOpened = New(
        "case.notOpened",
        "案件尚未登记，第一条必须是登记",
        "the case is not opened yet; case.opened comes first"
    );
    public static readonly Refusal OpenedTwice = New("case.openedTwice", "案件已经登记过", "the case is already opened");
    public static readonly Refusal UnknownEvent = New("event.unknown", "本制度没有这种事件", "this rule book does not know the event");
    public static readonly Refusal Earlier = New("event.earlier", "时间早于本案上一条记录", "earlier than the case's last event");

    public static readonly Refusal ContactEndsAfterOpening = New(
        "contact.after",
        "来电来访结束时间晚于登记时间",
        "contactEndedAt is after the opening"
    );
    public static readonly Refusal NotBeforeSubmission = New(
        "spot.late",
        "已报批督办令或案件未处于登记状态，不能当场办结",
        "resolved on the spot only while open and before any order is submitted"
    );
    public static readonly Refusal CaseEnded = New("case.ended", "案件已办结", "the case has ended");
    public static readonly Refusal NotEnded = New(
        "case.notEnded",
        "案件尚未办结，不能重开",
        "only a closed or resolved case can be reopened"
    );
    public static readonly Refusal NotOpen = New(
        "order.notOpen",
        "案件不在待报批状态，不能报批督办令",
        "an order is submitted only while the case is open"
    );
    public static readonly Refusal NotSubmitted = New("order.notSubmitted", "没有待审批的督办令", "there is no submitted order");
    public static readonly Refusal NotSubmittedOrApproved = New(
        "order.notPending",
        "没有可退回的督办令",
        "there is no submitted or approved order to reject"
    );
    public static readonly Refusal NotApproved = New("order.notApproved", "督办令尚未审批通过，不能签发", "the order is not approved yet");
    public static readonly Refusal NotIssued = New(
        "order.notIssued",
        "督办令尚未签发，或本轮已结案",
        "the order is not issued, or the cycle is closed"
    );
    public static readonly Refusal NeverIssued = New(
        "claim.early",
        "督办令尚未签发，不能提出索赔",
        "a claim is raised from the issue of the order on"
    );
    public static readonly Refusal NoVisit = New("visit.none", "本轮尚未上门，不能录入方案", "a plan needs a visit in this cycle");
    public static readonly Refusal NoPreventedVisit = New(
        "visit.notPrevented",
        "本轮没有未能上门的记录",
        "there is no prevented visit in this cycle"
    );
    public static readonly Refusal ApplicationPending = New(
        "closure.pending",
        "已有结案申请在审",
        "a closure application is already pending"
    );
    public static readonly Refusal NoApplication = New("closure.none", "没有在审的结案申请", "no closure application is pending");
    public static readonly Refusal NotApplied = New(
        "closure.notApplied",
        "没有待核查的结案申请",
        "no closure application waits for the check"
    );
    public static readonly Refusal NoClosureCallback = New(
        "closure.noCallback",
        "申请结案后尚未回访客户",
        "no closure call-back since the application"
    );
    public static readonly Refusal NotAccepted = New("closure.notAccepted", "结案材料尚未核查通过", "the application is not accepted yet");
    public static readonly Refusal NotReviewed = New("closure.notReviewed", "结案尚未复核", "the application is not reviewed yet");
    public static readonly Refusal ClaimRunning = New("claim.running", "上一笔索赔尚未备案", "the claim before is not filed yet");
    public static readonly Refusal ClaimOutOfOrder = New(
        "claim.order",
        "索赔步骤须依次为提出、报告、决定、备案",
        "a claim goes raised, reported, decided, filed"
    );
    public static readonly Refusal Ordinary = New(
        "nature.ordinary",
        "一般投诉无须开会",
        "a meeting belongs to a major, group or common complaint"
    );
    public static readonly Refusal NoMeeting = New("meeting.none", "尚未开会，不能提交纪要", "minutes need a meeting before");

    public static readonly Refusal ArrivedAlready = New("arrival.made", "人员已到场，不能再约到场时间", "somebody has already arrived");
    public static readonly Refusal PromiseRunning = New("promise.running", "已有一个承诺在执行", "a promise is already running");
    public static readonly Refusal NoPromise = New("promise.none", "没有在执行的承诺可以延期", "no promise is running");
    public static readonly Refusal PostponedAlready = New(
        "promise.postponed",
        "承诺已延期过，不能再延，应上报主管",
        "the promise was postponed before; it goes to the supervisor"
    );
    public static readonly Refusal NothingResolved = New("resolve.none", "尚无处理结果，不能回访为不满意", "nothing was resolved yet");
    public static readonly Refusal MajorNeedsSignature = New(
        "close.signature",
        "重大投诉须业主签字才能结案",
        "a major complaint closes only with the owner's signature"
    );
    public static readonly Refusal MajorNeedsNamedCallback = New(
        "close.namedCallback",
        "重大投诉须有署名的回访且业主满意",
        "a major complaint needs a call-back by a named person that found the owner content"
    );
    public static readonly Refusal OwnerNotHeard = New(
        "close.callback",
        "须回访到业主且业主满意才能结案",
        "closing needs a reached call-back with a content owner"
    );
    public static readonly Refusal StaysOpen = New(
        "close.impossible",
        "暂时无法解决的案件保持未结，须先改定类别",
        "a case that is impossible for now stays open; classify it anew first"
    );

    public static Refusal NoCalendar(int year) =>
        New(
            "calendar.missing",
            $"没有 {year} 年的工作日历，无法计算工作日",
            $"there is no calendar for {year}; working days cannot be counted"
        );

    private static Refusal New(string code, string zh, string en) => new(code, new Words(zh, en));
}
