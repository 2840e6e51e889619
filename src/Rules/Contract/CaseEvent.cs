namespace Shouwen.Rules.Contract;

/// <summary>
/// Something that happened to a case, reduced to what the rules judge: free text never reaches the engine, so erasing a
/// person's words cannot change a figure.
/// </summary>
public record CaseEvent(EventType Type, Instant At, string? By);

public sealed record CaseOpened(Instant At, string? By, Instant? ContactEndedAt = null, Instant? RequiredBy = null, bool OnSite = false)
    : CaseEvent(EventType.CaseOpened, At, By);

public sealed record CaseNatured(Instant At, string? By, CaseNature Nature) : CaseEvent(EventType.CaseNatured, At, By);

public sealed record OrderSubmitted(Instant At, string? By, Instant RequiredBy) : CaseEvent(EventType.OrderSubmitted, At, By);

public sealed record OrderIssued(Instant At, string? By, string Department, string Accountable, string Leader, string Chairman)
    : CaseEvent(EventType.OrderIssued, At, By);

public sealed record PlanRecorded(Instant At, string? By, Instant? AgreedBy = null) : CaseEvent(EventType.PlanRecorded, At, By);

public sealed record CallbackMade(
    Instant At,
    string? By,
    CallbackPurpose Purpose,
    bool Reached,
    byte? Score = null,
    bool PoorVisit = false,
    bool? Content = null
) : CaseEvent(EventType.CallbackMade, At, By);

public sealed record ArrivalAgreed(Instant At, string? By, Instant For) : CaseEvent(EventType.ArrivalAgreed, At, By);

public sealed record PromiseMade(Instant At, string? By, Instant Until) : CaseEvent(EventType.PromiseMade, At, By);

public sealed record PromisePostponed(Instant At, string? By, Instant Until) : CaseEvent(EventType.PromisePostponed, At, By);

public sealed record CaseClassified(Instant At, string? By, CaseClass Class, bool OtherDepartment)
    : CaseEvent(EventType.CaseClassified, At, By);

/// <param name="At">When it was closed.</param>
/// <param name="By">Who closed it.</param>
/// <param name="Signed">The owner signed; otherwise somebody confirmed by phone.</param>
/// <param name="TimeUsable">False for an imported closing whose time is missing or before the opening.</param>
public sealed record CaseClosed(Instant At, string? By, bool Signed = false, bool TimeUsable = true)
    : CaseEvent(EventType.CaseClosed, At, By);

public enum CaseNature : byte
{
    Ordinary,
    Major,
    Group,
    Common,
}

public enum CallbackPurpose : byte
{
    Refusal,
    Closure,
}

public enum CaseClass : byte
{
    Minor,
    Important,
    Major,
    Impossible,
    Invalid,
}
