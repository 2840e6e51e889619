using Shouldly;
using Shouwen.Organisation.Contract;
using Shouwen.Rules.Contract;
using Shouwen.Testing;
using Xunit;

namespace Shouwen.App.Tests.Organisation;

/// <summary>Who held which post when, asked without a database.</summary>
public sealed class AssignmentsTests
{
    private static readonly string[] FromProject = ["LA", "east", Place.Group];

    [Theory]
    [InlineData("2026-10-11 23:59", "old")]
    [InlineData("2026-10-12 00:00", "new")]
    [InlineData("2026-10-31 23:59", "new")]
    [InlineData("2026-11-01 00:00", null)]
    public void A_post_changes_hands_at_the_instant_and_not_before(string at, string? holder)
    {
        var assignments = new Assignments(
            [
                Held(1, "old", Post.Department, "LA", "property", until: "2026-10-12 00:00"),
                Held(2, "new", Post.Department, "LA", "property", "2026-10-12 00:00", "2026-11-01 00:00"),
            ],
            []
        );
        assignments.HolderOf(Post.Department, "property", FromProject, Complaint.At(at))?.StaffId.ShouldBe(holder);
        (assignments.HolderOf(Post.Department, "property", FromProject, Complaint.At(at)) is null).ShouldBe(holder is null);
    }

    [Fact]
    public void Whoever_is_nearest_answers_and_the_department_comes_before_all_departments()
    {
        var assignments = new Assignments(
            [
                Held(1, "regional", Post.Leader, "east"),
                Held(2, "project", Post.Leader, "LA"),
                Held(3, "property", Post.Leader, Place.Group, "property"),
                Held(4, "head", Post.Department, "LA", "sales"),
            ],
            []
        );
        var now = TestApp.Monday;
        assignments.HolderOf(Post.Leader, "sales", FromProject, now)!.StaffId.ShouldBe("project");
        assignments.HolderOf(Post.Leader, "sales", ["YT", "east", Place.Group], now)!.StaffId.ShouldBe("regional");
        assignments.HolderOf(Post.Leader, "property", FromProject, now)!.StaffId.ShouldBe("property");
        assignments.HolderOf(Post.Department, "property", FromProject, now).ShouldBeNull("the head of sales does not answer for property");
    }

    [Fact]
    public void A_stand_in_acts_and_the_post_stays_the_holders()
    {
        var post = Held(1, "deputy", Post.DeputyManager, Place.Group);
        var standIn = new StandIn
        {
            AssignmentId = 1,
            StaffId = "other",
            From = Complaint.At("2026-10-12 09:00"),
            Until = Complaint.At("2026-10-13 09:00"),
        };
        var assignments = new Assignments([post], [standIn]);
        Acting("2026-10-12 08:59").ShouldBe(("deputy", null));
        Acting("2026-10-12 09:00").ShouldBe(("other", "deputy"));
        Acting("2026-10-13 09:00").ShouldBe(("deputy", null));

        var history = assignments.HistoryOf(Post.DeputyManager, Place.Group, "nobody");
        history
            .Between(Complaint.At("2026-10-12 08:00"), Complaint.At("2026-10-12 10:00"))
            .Select(each => each.Person)
            .ShouldBe(["deputy", "other"]);

        (string, string?) Acting(string at)
        {
            var holder = assignments.HolderOf(Post.DeputyManager, "", [Place.Group], Complaint.At(at))!;
            return (holder.StaffId, holder.InPlaceOf);
        }
    }

    [Theory]
    [InlineData("2026-09-30 12:00", CentreState.Planned)]
    [InlineData("2026-10-01 00:00", CentreState.Open)]
    [InlineData("2027-05-02 23:59", CentreState.Open)]
    [InlineData("2027-05-03 00:00", CentreState.ClosingSoon)]
    [InlineData("2027-07-01 23:59", CentreState.ClosingSoon)]
    [InlineData("2027-07-02 00:00", CentreState.Overdue)]
    public void EG_7_a_centre_opens_by_its_date_warns_sixty_days_ahead_and_is_to_close_six_months_after_handover(
        string at,
        CentreState expected
    )
    {
        var terms = RuleFolderLocation.Load().Value!.Books["group"].At(TestApp.Monday).Group!.ServiceCentre;
        var centre = new ServiceCentre
        {
            Place = "LA",
            OpensAt = Complaint.At("2026-10-01 00:00"),
            LastHandoverAt = Complaint.At("2027-01-02 00:00"),
        };
        centre.StateAt(Complaint.At(at), terms).ShouldBe(expected);
    }

    private static Assignment Held(
        long id,
        string who,
        Post post,
        string place,
        string department = "",
        string? from = null,
        string? until = null
    ) =>
        new()
        {
            Id = id,
            StaffId = who,
            Post = post,
            Place = place,
            Department = department,
            From = from is null ? Instant.Earliest : Complaint.At(from),
            Until = until is null ? null : Complaint.At(until),
        };
}
