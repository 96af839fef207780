using static Headless.Community.Tests.RuleAssertions;

namespace Headless.Community.Tests.Memberships;

public sealed class MembershipTests
{
    private static readonly DateTime s_later = Noon.AddHours(1);

    private readonly Membership _stay = new() { JoinedAt = Noon };

    [Fact]
    public void A_stay_ends_once()
    {
        _stay.IsOpen.ShouldBeTrue();
        _stay.Leave(Noon, LeaveKind.Removed, "spam");
        (_stay.IsOpen, _stay.LeftAt, _stay.LeaveKind, _stay.LeaveReason).ShouldBe((false, Noon, LeaveKind.Removed, "spam"));
        ShouldBeRefused(() => _stay.Leave(Noon, LeaveKind.Self), "MEMBERSHIP_ENDED");
    }

    [Fact]
    public void Nobody_leaves_before_they_came()
    {
        ShouldBeRefused(() => _stay.Leave(Noon.AddTicks(-1), LeaveKind.Self), "LEAVE_BEFORE_JOIN");
        _stay.IsOpen.ShouldBeTrue();
    }

    [Fact]
    public void Strikes_are_counted_and_taken_back() =>
        new[] { _stay.AddStrike(), _stay.AddStrike(), _stay.RemoveStrike(), _stay.RemoveStrike(), _stay.RemoveStrike() }.ShouldBe([1, 2, 1, 0, 0]);

    [Theory]
    [InlineData(AccountKind.Service)]
    [InlineData(AccountKind.Vest)]
    [InlineData(AccountKind.Atmosphere)]
    public void An_account_of_staff_names_who_controls_it(AccountKind kind)
    {
        ShouldBeRefused(() => _stay.SetAccountKind(kind, null, s_later), "CONTROLLING_OPERATOR_REQUIRED");
        _stay.IsCounted.ShouldBeTrue();
        _stay.SetAccountKind(kind, 4, s_later);
        (_stay.IsCounted, _stay.ControlledById).ShouldBe((false, 4));
        _stay.SetAccountKind(AccountKind.Customer, 4, s_later);
        (_stay.IsCounted, _stay.ControlledById).ShouldBe((true, null));
    }

    [Theory]
    [InlineData(AccountKind.Staff)]
    [InlineData(AccountKind.Bot)]
    public void Staff_and_bots_count_in_no_metric(AccountKind kind)
    {
        _stay.SetAccountKind(kind, null, s_later);
        _stay.IsCounted.ShouldBeFalse();
    }
}
