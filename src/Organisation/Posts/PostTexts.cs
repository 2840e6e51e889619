using System.Globalization;
using Shouwen.Organisation.Contract;
using Shouwen.Platform.Contract;
using Shouwen.Rules.Contract;

namespace Shouwen.Organisation.Posts;

internal static class PostTexts
{
    private static readonly TextFile Texts = new(typeof(PostTexts));

    public static readonly Words AllDepartments = Texts[nameof(AllDepartments)];
    public static readonly Words Post = Texts[nameof(Post)];
    public static readonly Words Department = Texts[nameof(Department)];
    public static readonly Words Place = Texts[nameof(Place)];
    public static readonly Words Person = Texts[nameof(Person)];
    public static readonly Words From = Texts[nameof(From)];
    public static readonly Words Until = Texts[nameof(Until)];
    public static readonly Words At = Texts[nameof(At)];
    public static readonly Words Successor = Texts[nameof(Successor)];
    public static readonly Words Nobody = Texts[nameof(Nobody)];
    public static readonly Words Reason = Texts[nameof(Reason)];
    public static readonly Words FromBeginning = Texts[nameof(FromBeginning)];
    public static readonly Words ToDate = Texts[nameof(ToDate)];
    public static readonly Words NotYet = Texts[nameof(NotYet)];
    public static readonly Words Ended = Texts[nameof(Ended)];
    public static readonly Words Current = Texts[nameof(Current)];
    public static readonly Words HandOver = Texts[nameof(HandOver)];
    public static readonly Words HandOverHint = Texts[nameof(HandOverHint)];
    public static readonly Words HandOverNow = Texts[nameof(HandOverNow)];
    public static readonly Words Withdraw = Texts[nameof(Withdraw)];
    public static readonly Words WithdrawHint = Texts[nameof(WithdrawHint)];
    public static readonly Words StandIns = Texts[nameof(StandIns)];
    public static readonly Words StandInHint = Texts[nameof(StandInHint)];
    public static readonly Words StandInPerson = Texts[nameof(StandInPerson)];
    public static readonly Words StandInUntil = Texts[nameof(StandInUntil)];
    public static readonly Words AddStandIn = Texts[nameof(AddStandIn)];
    public static readonly Words EndStandIn = Texts[nameof(EndStandIn)];
    public static readonly Words NoStandIns = Texts[nameof(NoStandIns)];
    public static readonly Words Assign = Texts[nameof(Assign)];
    public static readonly Words AssignHint = Texts[nameof(AssignHint)];
    public static readonly Words Save = Texts[nameof(Save)];
    public static readonly Words Cancel = Texts[nameof(Cancel)];
    public static readonly Words Choose = Texts[nameof(Choose)];
    public static readonly Words Assignment = Texts[nameof(Assignment)];
    public static readonly Words Assignments = Texts[nameof(Assignments)];
    public static readonly Words NoAssignments = Texts[nameof(NoAssignments)];
    public static readonly Words NoAssignmentsHint = Texts[nameof(NoAssignmentsHint)];
    public static readonly Words BackToStaff = Texts[nameof(BackToStaff)];
    public static readonly Words NewStaff = Texts[nameof(NewStaff)];
    public static readonly Words StaffId = Texts[nameof(StaffId)];
    public static readonly Words PersonName = Texts[nameof(PersonName)];
    public static readonly Words Title = Texts[nameof(Title)];
    public static readonly Words Phone = Texts[nameof(Phone)];
    public static readonly Words Account = Texts[nameof(Account)];
    public static readonly Words DoneSaved = Texts[nameof(DoneSaved)];
    public static readonly Words DoneAssigned = Texts[nameof(DoneAssigned)];
    public static readonly Words DoneHandedOver = Texts[nameof(DoneHandedOver)];
    public static readonly Words DoneWithdrawn = Texts[nameof(DoneWithdrawn)];
    public static readonly Words DoneStandIn = Texts[nameof(DoneStandIn)];
    public static readonly Words DoneStandInEnded = Texts[nameof(DoneStandInEnded)];

    public static Words Since(string from) => Texts.With(nameof(Since), from);

    public static Words Between(Words from, Words until) => Texts.With(nameof(Between), from, until);

    public static Words StandsIn(string who) => Texts.With(nameof(StandsIn), who);

    public static Words StandsInUntil(string who, string from, string until) => Texts.With(nameof(StandsInUntil), who, from, until);

    public static Words InPlaceOf(string who, Words post) => Texts.With(nameof(InPlaceOf), who, post);

    public static Words AssignTo(string place) => Texts.With(nameof(AssignTo), place);

    public static Words BackToPlace(string place) => Texts.With(nameof(BackToPlace), place);

    public static Words Name(Post post) => Texts["post." + EnumCode.Of(post)];

    public static string Time(Instant at) =>
        at.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + at.TimeOfDay.ToString(" HH:mm", CultureInfo.InvariantCulture);

    public static string Day(Instant at) => at.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static Words Beginning(Instant from) => from == Instant.Earliest ? FromBeginning : new Words(Time(from), Time(from));

    public static Words Span(Assignment assignment) =>
        Between(Beginning(assignment.From), assignment.Until is { } until ? new Words(Time(until), Time(until)) : ToDate);

    public static Words? Done(string? what) => what is null ? null : Texts.Find("Done" + what);
}
