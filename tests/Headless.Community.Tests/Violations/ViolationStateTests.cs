namespace Headless.Community.Tests.Violations;

/// <summary>Every step of violations and penalties, and that no other is taken.</summary>
public sealed class ViolationStateTests
{
    private static readonly DateTime s_noon = new(2026, 11, 22, 12, 0, 0, DateTimeKind.Utc);

    private static readonly Dictionary<ViolationStatus, Action<Violation>> s_violationSteps = new()
    {
        [ViolationStatus.Confirmed] = violation => violation.Confirm(s_noon, 1),
        [ViolationStatus.Dismissed] = violation => violation.Dismiss(s_noon, 1, "no"),
        [ViolationStatus.Appealed] = violation => violation.Appeal(s_noon, "not me"),
        [ViolationStatus.Upheld] = violation => violation.DecideAppeal(true, s_noon, 2, false, null),
        [ViolationStatus.Overturned] = violation => violation.DecideAppeal(false, s_noon, 2, false, null),
    };

    private static readonly Dictionary<PenaltyStatus, Action<Penalty>> s_penaltySteps = new()
    {
        [PenaltyStatus.Applied] = penalty => penalty.Done(s_noon, 1),
        [PenaltyStatus.Failed] = penalty => penalty.Fail("offline"),
        [PenaltyStatus.Due] = penalty => penalty.Retry(),
        [PenaltyStatus.Cancelled] = penalty => penalty.TakeBack(s_noon),
    };

    public static TheoryData<ViolationStatus[], ViolationStatus[]> Violations => new()
    {
        { [], [ViolationStatus.Confirmed, ViolationStatus.Dismissed] },
        { [ViolationStatus.Confirmed], [ViolationStatus.Appealed] },
        { [ViolationStatus.Dismissed], [] },
        { [ViolationStatus.Confirmed, ViolationStatus.Appealed], [ViolationStatus.Upheld, ViolationStatus.Overturned] },
        { [ViolationStatus.Confirmed, ViolationStatus.Appealed, ViolationStatus.Upheld], [] },
        { [ViolationStatus.Confirmed, ViolationStatus.Appealed, ViolationStatus.Overturned], [] },
    };

    public static TheoryData<PenaltyStatus[], PenaltyStatus[]> Penalties => new()
    {
        { [], [PenaltyStatus.Applied, PenaltyStatus.Failed, PenaltyStatus.Cancelled] },
        { [PenaltyStatus.Failed], [PenaltyStatus.Applied, PenaltyStatus.Due, PenaltyStatus.Cancelled] },
        { [PenaltyStatus.Applied], [PenaltyStatus.Cancelled] },
        { [PenaltyStatus.Cancelled], [] },
        { [PenaltyStatus.Applied, PenaltyStatus.Cancelled], [PenaltyStatus.Applied] },
        { [PenaltyStatus.Applied, PenaltyStatus.Cancelled, PenaltyStatus.Applied], [] },
    };

    [Theory]
    [MemberData(nameof(Violations))]
    public void A_violation_takes_its_steps_and_no_other(ViolationStatus[] path, ViolationStatus[] allowed)
    {
        foreach (var (to, step) in s_violationSteps)
        {
            var violation = new Violation();
            Array.ForEach(path, taken => s_violationSteps[taken](violation));
            if (allowed.Contains(to))
            {
                step(violation);
                violation.Status.ShouldBe(to);
                violation.IsStrike.ShouldBe(to is ViolationStatus.Confirmed or ViolationStatus.Appealed or ViolationStatus.Upheld);
            }
            else
            {
                Should.Throw<InvalidTransitionException>(() => step(violation));
                violation.Status.ShouldBe(path.LastOrDefault());
            }
        }
    }

    [Theory]
    [MemberData(nameof(Penalties))]
    public void A_penalty_takes_its_steps_and_no_other(PenaltyStatus[] path, PenaltyStatus[] allowed)
    {
        foreach (var (to, step) in s_penaltySteps)
        {
            var penalty = new Penalty();
            Array.ForEach(path, taken => s_penaltySteps[taken](penalty));
            var before = penalty.Status;
            if (allowed.Contains(to))
            {
                step(penalty);
                penalty.Status.ShouldBe((before, to) switch
                {
                    (PenaltyStatus.Applied, PenaltyStatus.Cancelled) => PenaltyStatus.ReversalDue,
                    (PenaltyStatus.ReversalDue, PenaltyStatus.Applied) => PenaltyStatus.Reversed,
                    _ => to,
                });
            }
            else
            {
                Should.Throw<InvalidTransitionException>(() => step(penalty));
                penalty.Status.ShouldBe(before);
            }
        }
    }

    [Fact]
    public void Whoever_confirmed_a_violation_does_not_decide_about_the_appeal_unless_a_lead()
    {
        var violation = new Violation();
        violation.Confirm(s_noon, 1);
        violation.Appeal(s_noon, "not me");
        Should.Throw<DomainException>(() => violation.DecideAppeal(false, s_noon, 1, false, null)).Code.ShouldBe("DECIDER_OF_APPEAL");
        (violation.Status, violation.IsStrike).ShouldBe((ViolationStatus.Appealed, true));
        violation.DecideAppeal(false, s_noon, 1, isLead: true, null);
        violation.Status.ShouldBe(ViolationStatus.Overturned);
    }

    [Theory]
    [InlineData(RuleSeverity.Normal, 1, null)]
    [InlineData(RuleSeverity.Normal, 2, PenaltyKind.Remove)]
    [InlineData(RuleSeverity.Normal, 3, PenaltyKind.Remove)]
    [InlineData(RuleSeverity.ImmediateRemoval, 1, PenaltyKind.Remove)]
    public void Without_a_policy_the_second_strike_removes_and_a_severe_rule_at_once(RuleSeverity severity, int strikes, PenaltyKind? penalty) =>
        (new StrikePolicy().PenaltyFor(severity, strikes)?.Kind).ShouldBe(penalty);

    [Fact]
    public void A_ladder_leads_up_to_the_limit()
    {
        var policy = new StrikePolicy { Limit = 4, Action = PenaltyKind.Blacklist };
        policy.Steps.AddRange([new PenaltyStep { Strike = 1, Kind = PenaltyKind.Warn }, new PenaltyStep { Strike = 3, Kind = PenaltyKind.Mute, MuteMinutes = 15 }]);
        Enumerable.Range(1, 5).Select(strikes => policy.PenaltyFor(RuleSeverity.Normal, strikes)).ShouldBe(
            [(PenaltyKind.Warn, null), null, (PenaltyKind.Mute, 15), (PenaltyKind.Blacklist, null), (PenaltyKind.Blacklist, null)]);
        policy.PenaltyFor(RuleSeverity.ImmediateRemoval, 1).ShouldBe((PenaltyKind.Remove, null));
        policy.PenaltyFor(RuleSeverity.ImmediateRemoval, 4).ShouldBe((PenaltyKind.Blacklist, null));
    }

    [Fact]
    public void A_notice_fills_in_what_it_names_once()
    {
        var policy = new StrikePolicy { NoticeTemplate = "{member} in {group}: {rule} → {penalty} ({strikes}/{limit})" };
        policy.NoticeOf("{group}", "VIP 群", "no ads", PenaltyKind.Remove, 2).ShouldBe("{group} in VIP 群: no ads → REMOVE (2/2)");
    }
}
