using Shouwen.Organisation.Contract;
using Shouwen.Organisation.Posts;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.Model;

/// <summary>Why something about places, posts and people is not done; each carries the sentence the reader sees.</summary>
internal static class Refusals
{
    public static readonly Refusal NobodyThere = new("staff.unknown", RefusalTexts.NobodyThere);
    public static readonly Refusal NoSuchPlace = new("place.unknown", RefusalTexts.NoSuchPlace);
    public static readonly Refusal PlaceClosed = new("place.closed", RefusalTexts.PlaceClosed);
    public static readonly Refusal EndsFirst = new("time.endsFirst", RefusalTexts.EndsFirst);
    public static readonly Refusal DepartmentMissing = new("department.missing", RefusalTexts.DepartmentMissing);
    public static readonly Refusal OnlyAtGroup = new("post.onlyAtGroup", RefusalTexts.OnlyAtGroup);
    public static readonly Refusal OverBefore = new("assignment.over", RefusalTexts.OverBefore);
    public static readonly Refusal BeforeBeginning = new("assignment.notBegun", RefusalTexts.BeforeBeginning);
    public static readonly Refusal Begun = new("assignment.begun", RefusalTexts.Begun);
    public static readonly Refusal SamePerson = new("assignment.samePerson", RefusalTexts.SamePerson);
    public static readonly Refusal StandInForOneself = new("standIn.oneself", RefusalTexts.StandInForOneself);
    public static readonly Refusal StandInOutside = new("standIn.outside", RefusalTexts.StandInOutside);
    public static readonly Refusal StandInOver = new("standIn.over", RefusalTexts.StandInOver);
    public static readonly Refusal GroupStays = new("place.group", RefusalTexts.GroupStays);
    public static readonly Refusal CentreOpen = new("centre.open", RefusalTexts.CentreOpen);
    public static readonly Refusal CentreMissing = new("centre.missing", RefusalTexts.CentreMissing);
    public static readonly Refusal CentreClosed = new("centre.closed", RefusalTexts.CentreClosed);
    public static readonly Refusal NoHandover = new("centre.noHandover", RefusalTexts.NoHandover);
    public static readonly Refusal HandoverFirst = new("centre.handoverFirst", RefusalTexts.HandoverFirst);
    public static readonly Refusal ParentWrong = new("place.parent", RefusalTexts.ParentWrong);
    public static readonly Refusal CodeTaken = new("place.codeTaken", RefusalTexts.CodeTaken);

    public static Refusal Taken(string who, Assignment assignment) =>
        new("assignment.taken", RefusalTexts.Taken(who, PostTexts.Span(assignment)));

    public static Refusal AlreadyHeld(Assignment assignment) =>
        new("assignment.alreadyHeld", RefusalTexts.AlreadyHeld(PostTexts.Span(assignment)));

    public static Refusal ChargedPast(Instant earliest) =>
        new("assignment.chargedPast", RefusalTexts.ChargedPast(PostTexts.Time(earliest)));

    public static Refusal StandInTaken(string who) => new("standIn.taken", RefusalTexts.StandInTaken(who));

    public static Refusal ChildrenOpen(int count) => new("place.childrenOpen", RefusalTexts.ChildrenOpen(count));

    public static Refusal StillPosted(int count) => new("place.stillPosted", RefusalTexts.StillPosted(count));

    public static Refusal OpenCases(long count) => new("centre.openCases", RefusalTexts.OpenCases(count));

    public static Refusal TransferTooEarly(Instant closes) =>
        new("centre.transferTooEarly", RefusalTexts.TransferTooEarly(PostTexts.Day(closes)));

    public static Refusal TakerWithoutCentre(string name) => new("centre.taker", RefusalTexts.TakerWithoutCentre(name));

    public static Refusal CentreTooEarly(Instant closes) => new("centre.tooEarly", RefusalTexts.CentreTooEarly(PostTexts.Day(closes)));
}
