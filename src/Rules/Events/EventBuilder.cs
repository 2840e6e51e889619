using Shouwen.Rules.Contract;

namespace Shouwen.Rules.Events;

/// <summary>Turns read fields into the event the rules judge. Positions are those of the procedure's vocabulary.</summary>
internal static class EventBuilder
{
    public static CaseEvent Build(Procedure procedure, EventType type, Instant at, string? by, FieldSlots data) =>
        procedure switch
        {
            Procedure.Group => Group(type, at, by, data),
            Procedure.Property => Property(type, at, by, data),
            Procedure.Historic => Historic(type, at, by, data),
        };

    private static CaseEvent Group(EventType type, Instant at, string? by, FieldSlots data)
    {
        if (type == EventType.CaseOpened)
        {
            return new CaseOpened(at, by, ContactEndedAt: data.Time(2), RequiredBy: data.TimeOrNull(5));
        }

        if (type == EventType.CaseNatured)
        {
            return new CaseNatured(at, by, (CaseNature)data.Number(0));
        }

        if (type == EventType.OrderSubmitted)
        {
            return new OrderSubmitted(at, by, data.Time(0));
        }

        if (type == EventType.OrderIssued)
        {
            return new OrderIssued(at, by, data.Text(0), data.Text(1), data.Text(2), data.Text(3));
        }

        if (type == EventType.PlanRecorded)
        {
            return new PlanRecorded(at, by, data.TimeOrNull(0));
        }

        if (type == EventType.CallbackMade)
        {
            var purpose = data.Number(0) == 0 ? CallbackPurpose.Refusal : CallbackPurpose.Closure;
            return new CallbackMade(at, by, purpose, data.Flag(1), Score(data, 2), PoorVisit: data.Has(3) && data.Number(3) == 1);
        }

        return new CaseEvent(type, at, by);
    }

    private static CaseEvent Property(EventType type, Instant at, string? by, FieldSlots data)
    {
        if (type == EventType.CaseOpened)
        {
            return new CaseOpened(at, by, RequiredBy: data.TimeOrNull(4), OnSite: data.Flag(5));
        }

        if (type == EventType.ArrivalAgreed)
        {
            return new ArrivalAgreed(at, by, data.Time(0));
        }

        if (type == EventType.PromiseMade)
        {
            return new PromiseMade(at, by, data.Time(0));
        }

        if (type == EventType.PromisePostponed)
        {
            return new PromisePostponed(at, by, data.Time(0));
        }

        if (type == EventType.CaseClassified)
        {
            return new CaseClassified(at, by, (CaseClass)data.Number(0), data.Flag(1));
        }

        if (type == EventType.CallbackMade)
        {
            return new CallbackMade(at, by, CallbackPurpose.Closure, data.Flag(1), Score(data, 2), Content: data.FlagOrNull(3));
        }

        if (type == EventType.CaseClosed)
        {
            return new CaseClosed(at, by, Signed: data.Flag(0));
        }

        return new CaseEvent(type, at, by);
    }

    private static CaseEvent Historic(EventType type, Instant at, string? by, FieldSlots data) =>
        type == EventType.CaseClosed ? new CaseClosed(at, by, TimeUsable: !data.Has(1)) : new CaseOpened(at, by);

    private static byte? Score(FieldSlots data, int field) => data.Has(field) ? (byte)data.Number(field) : null;
}
