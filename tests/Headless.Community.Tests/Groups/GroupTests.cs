using static Headless.Community.Tests.RuleAssertions;

namespace Headless.Community.Tests.Groups;

public sealed class GroupTests
{
    [Fact]
    public void A_group_takes_these_steps_and_no_other() => AllowedSteps(new Dictionary<GroupStatus, Action<GroupStatus>>
    {
        [GroupStatus.Active] = from => New(status: from).Open(Noon),
        [GroupStatus.Closed] = from => New(status: from).Close(Noon),
        [GroupStatus.Archived] = from => New(status: from).Archive(),
    }).ShouldBe(["Draft → Active", "Draft → Archived", "Active → Closed", "Closed → Active", "Closed → Archived"]);

    [Fact]
    public void A_refused_step_says_what_is_possible()
    {
        var refusal = Should.Throw<InvalidTransitionException>(() => New(status: GroupStatus.Active).Archive());
        (refusal.Subject, refusal.From, refusal.To).ShouldBe(("group", "ACTIVE", "ARCHIVED"));
        refusal.Allowed.ShouldBe(["CLOSED"]);
        refusal.Message.ShouldBe("A group that is ACTIVE cannot become ARCHIVED. From ACTIVE it can become CLOSED.");
        Should.Throw<InvalidTransitionException>(() => New(status: GroupStatus.Archived).Close(Noon))
            .Message.ShouldBe("A group that is ARCHIVED cannot become CLOSED: ARCHIVED is final.");
    }

    [Fact]
    public void Opening_and_closing_set_the_times()
    {
        var group = New();
        group.Open(Noon);
        (group.Status, group.OpensAt, group.ClosesAt).ShouldBe((GroupStatus.Active, Noon, null));
        group.Close(Noon.AddDays(1));
        (group.Status, group.OpensAt, group.ClosesAt).ShouldBe((GroupStatus.Closed, Noon, Noon.AddDays(1)));
        group.Open(Noon.AddDays(2));
        (group.Status, group.OpensAt, group.ClosesAt).ShouldBe((GroupStatus.Active, Noon, null));
    }

    [Fact]
    public void A_flash_group_opens_only_with_an_end_in_the_future()
    {
        var group = New(GroupType.Flash);
        ShouldBeRefused(() => group.Open(Noon), "FLASH_GROUP_NEEDS_CLOSES_AT");
        group.Reschedule(null, Noon.AddHours(-1));
        ShouldBeRefused(() => group.Open(Noon), "FLASH_GROUP_NEEDS_CLOSES_AT");
        group.Status.ShouldBe(GroupStatus.Draft);
        group.Reschedule(null, Noon.AddHours(48));
        group.Open(Noon);
        ShouldBeRefused(() => group.Reschedule(Noon, null), "FLASH_GROUP_NEEDS_CLOSES_AT");
        group.ClosesAt.ShouldBe(Noon.AddHours(48));
    }

    [Fact]
    public void A_group_opens_only_with_six_answers_and_says_which_are_missing()
    {
        var group = New();
        (group.Positioning.Who, group.Positioning.How) = (" ", null);
        var refusal = Should.Throw<PositioningIncompleteException>(() => group.Open(Noon));
        refusal.Missing.ShouldBe([PositioningQuestion.Who, PositioningQuestion.How]);
        refusal.Message.ShouldBe("A group opens once its positioning says why, what, who, where, when and how. Missing: who, how. Answer with updateGroup.");
        group.Status.ShouldBe(GroupStatus.Draft);
        (group.Positioning.Who, group.Positioning.How) = ("mothers", "softly");
        group.Open(Noon);
        group.Status.ShouldBe(GroupStatus.Active);
    }

    [Fact]
    public void Phases_have_a_usual_order_and_tired_groups_grow_again() =>
        Enum.GetValues<GroupPhase>().Select(Group.SuggestPhaseAfter).ShouldBe(
        [
            GroupPhase.Trust, GroupPhase.IceBreak, GroupPhase.Active, GroupPhase.Seed, GroupPhase.SeedFission, GroupPhase.Content, GroupPhase.Growth, null, GroupPhase.Growth,
        ]);

    [Fact]
    public void A_group_cannot_close_before_it_opens() =>
        ShouldBeRefused(() => New().Reschedule(Noon, Noon), "INVALID_INTERVAL");

    [Fact]
    public void Any_phase_may_follow_any_other_and_each_change_is_kept()
    {
        var group = New();
        group.ChangePhase(GroupPhase.Fatigued, Noon, "no new people", 7);
        group.ChangePhase(GroupPhase.Growth, Noon.AddDays(1));
        group.Phase.ShouldBe(GroupPhase.Growth);
        group.PhaseChanges.Select(change => (change.From, change.To, change.ChangedAt, change.Reason, change.ChangedById)).ShouldBe(
        [
            (GroupPhase.Build, GroupPhase.Fatigued, Noon, "no new people", 7),
            (GroupPhase.Fatigued, GroupPhase.Growth, Noon.AddDays(1), null, null),
        ]);
        ShouldBeRefused(() => group.ChangePhase(GroupPhase.Growth, Noon), "PHASE_UNCHANGED");
    }

    [Fact]
    public void A_fourth_administrator_has_to_be_forced()
    {
        var group = New();
        for (var number = 1; number <= 3; number++)
        {
            group.Assign(Staff(number), AssignmentRole.Admin, Noon);
        }

        ShouldBeRefused(() => group.Assign(Staff(4), AssignmentRole.Admin, Noon), "TOO_MANY_ADMINS");
        group.Assign(Staff(4), AssignmentRole.Admin, Noon, force: true);
        group.Assign(Staff(5), AssignmentRole.Owner, Noon);
        group.Assignments.Count.ShouldBe(5);
    }

    [Fact]
    public void An_assignment_that_has_ended_makes_room()
    {
        var group = New();
        var staff = Staff(1);
        group.Assign(staff, AssignmentRole.Admin, Noon).End(Noon.AddDays(1));
        ShouldBeRefused(() => group.Assign(staff, AssignmentRole.Admin, Noon.AddHours(1)), "ALREADY_ASSIGNED");
        group.Assign(staff, AssignmentRole.Admin, Noon.AddDays(1)).IsCurrent(Noon.AddDays(1)).ShouldBeTrue();
        group.Assignments[0].IsCurrent(Noon.AddDays(1)).ShouldBeFalse();
        group.Assignments[0].IsCurrent(Noon).ShouldBeTrue();
    }

    [Fact]
    public void An_inactive_operator_is_not_assigned()
    {
        var staff = Staff(1);
        staff.Deactivate();
        ShouldBeRefused(() => New().Assign(staff, AssignmentRole.Owner, Noon), "OPERATOR_INACTIVE");
    }

    [Fact]
    public void Purposes_are_a_set()
    {
        var group = New();
        group.Purposes.ShouldBeEmpty();
        group.Purposes = [GroupPurpose.Activate, GroupPurpose.Acquire, GroupPurpose.Activate];
        group.Purposes.ShouldBe([GroupPurpose.Acquire, GroupPurpose.Activate]);
    }

    private static Group New(GroupType type = GroupType.General, GroupStatus status = GroupStatus.Draft) =>
        new()
        {
            Platform = Platform.Wechat, ExternalId = "g", Name = "g", Type = type, Status = status,
            Positioning = { Why = "why", What = "what", Who = "who", Where = "where", When = "when", How = "how" },
        };

    private static Operator Staff(int number) => new() { Id = number, Name = $"staff {number}" };
}
