using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Cases.Claims;

/// <summary>Why a step of a claim is not taken, each with the clause.</summary>
internal sealed class ClaimRefusals(ClaimTerms terms)
{
    /// <summary>More than somebody may decide: forbidden, not merely untimely.</summary>
    public const string AboveAuthorityCode = "claim.aboveAuthority";

    private string Clause => terms.Authority.Clause;

    public Refusal NoClaim => Of("claim.none", "客户没有提出索赔", "the customer has raised no claim");

    public Refusal ReportMissing =>
        Of(
            "claim.reportMissing",
            "索赔报告要写明原因、施工单位、金额和依据，请在索赔页面填写",
            "a claim is reported with cause, contractor, amount and basis; fill in the report"
        );

    public Refusal AlreadyReported => Of("claim.reported", "索赔已经报告，正在审批", "the claim is reported and being approved");

    public Refusal NotReported => Of("claim.notReported", "索赔还没有报告", "the claim is not reported yet");

    public Refusal Returned => Of("claim.returned", "索赔已被退回，请先重新报告", "the claim was returned; report it anew first");

    public Refusal AlreadyDecided => Of("claim.decided", "索赔已经决定", "the claim is decided");

    public Refusal ReasonMissing => Of("claim.reasonMissing", "退回或不予赔付要写明原因", "returning or refusing needs a reason");

    public Refusal DecisionMissing =>
        Of(
            "claim.decisionMissing",
            "最后一级审批同时作出决定，请在索赔页面办理",
            "the last level decides at once; do it on the page of the claim"
        );

    public Refusal NotGranted => Of("claim.notGranted", "没有同意的赔付可以支付", "nothing was granted that could be paid");

    public Refusal AlreadyPaid => Of("claim.paid", "赔付已经支付", "the compensation is paid");

    public Refusal PaymentMissing => Of("claim.paymentMissing", "赔付支付后才能备案", "it is filed once it is paid");

    public Refusal NothingToSign => Of("claim.signed", "没有待您补签的电话审批", "no approval by telephone waits for your signature");

    public Refusal Future => Of("claim.future", "电话时间和支付时间不能晚于现在", "the call and the payment cannot lie in the future");

    public Refusal OnlyLastRefuses(string last) =>
        Of(
            "claim.onlyLastRefuses",
            $"不予赔付由{terms.Role(last).Zh}决定；不同意的请退回",
            $"only the {terms.Role(last).En} refuses; who disagrees returns it"
        );

    public Refusal MoreThan(decimal most) =>
        Of("claim.amount", $"金额不能超过 {Phrases.Money(most)}", $"the amount must not exceed {Phrases.Money(most)}");

    public Refusal LowerFirst(string level) =>
        Of("claim.lowerFirst", $"先由{terms.Role(level).Zh}审批", $"the {terms.Role(level).En} approves first");

    public Refusal NotThisLevel(string level) =>
        Of(Model.Refusals.NotYoursCode, $"这一级由{terms.Role(level).Zh}审批", $"this level is approved by the {terms.Role(level).En}");

    public Refusal WrongPerson(string level) =>
        Of("claim.wrongPerson", $"督办令指定的{terms.Role(level).Zh}不是此人", $"the order names somebody else as {terms.Role(level).En}");

    /// <param name="amount">The amount proposed.</param>
    /// <param name="held">The highest level of the person; null when the nature decides.</param>
    /// <param name="last">Who decides.</param>
    public Refusal AboveAuthority(decimal amount, AuthorityLevel? held, string last)
    {
        var decides = terms.Role(last);
        return held is { UpTo: { } most }
            ? Of(
                AboveAuthorityCode,
                $"索赔金额 {Phrases.Money(amount)} 超出{terms.Role(held.Role).Zh}的审批权限 {Phrases.Money(most)}，由{decides.Zh}决定",
                $"{Phrases.Money(amount)} is above the authority of the {terms.Role(held.Role).En}, {Phrases.Money(most)}; the {decides.En} decides"
            )
            : Of(
                AboveAuthorityCode,
                $"重大、群体性、共性投诉的索赔不论金额均由{decides.Zh}决定",
                $"claims in major, group and common complaints are decided by the {decides.En}, whatever the amount"
            );
    }

    private Refusal Of(string code, string zh, string en) => new(code, new Words($"{zh}（{Clause}）", $"{en} ({Clause})"));
}
