using Headless.Community.MemberClasses;

namespace Headless.Community.Tests.MemberClasses;

public sealed class MemberClassifierTests
{
    private static readonly DateOnly s_today = new(2026, 6, 15);

    [Fact]
    public void Who_is_loyal_and_spends_little_is_loyal_with_the_conflict_told()
    {
        var found = Classify(Rules(ceiling: 100), orders: [(4, 1, 50m), (5, 1, 50m), (6, 1, 50m)], friends: 1);
        (found.Class, found.Conflicts).ShouldBe((MemberClass.Loyal, ClassSet.Bargain));
        (found.Evidence.AverageOrderValue, found.Evidence.MonthsInARow, found.Evidence.FriendsWhoBought).ShouldBe((50m, 3, 1));
        found.Evidence.Months.ShouldBe(["2026-06", "2026-05", "2026-04"]);
        found.Evidence.ReferralOrderIds.ShouldBe([1000L]);
    }

    [Theory]
    [InlineData(100, 5, MemberClass.Loyal)]
    [InlineData(100, 0, MemberClass.Unclassified)]
    [InlineData(20, 0, MemberClass.Unclassified)]
    public void Loyalty_needs_a_friend_who_bought_and_months_in_a_row(int amount, int friends, MemberClass expected) =>
        Classify(Rules(ceiling: 20), orders: [(3, 1, amount), (4, 30, amount), (5, 1, amount)], friends: friends).Class.ShouldBe(expected);

    [Fact]
    public void A_month_without_an_order_breaks_the_row_and_this_month_may_still_come()
    {
        Classify(Rules(), orders: [(3, 1, 9m), (4, 1, 9m), (5, 1, 9m)], friends: 1).Class.ShouldBe(MemberClass.Loyal);
        Classify(Rules(), orders: [(2, 1, 9m), (3, 1, 9m), (4, 1, 9m)], friends: 1).Class.ShouldBe(MemberClass.Unclassified);
        Classify(Rules(), orders: [(3, 1, 9m), (5, 1, 9m), (6, 1, 9m)], friends: 1).Class.ShouldBe(MemberClass.Unclassified);
    }

    [Fact]
    public void Without_a_ceiling_nobody_is_after_bargains_and_the_rule_says_so()
    {
        Classify(Rules(), orders: [(5, 1, 1m), (6, 1, 1m)]).Class.ShouldBe(MemberClass.Unclassified);
        Classify(Rules(ceiling: 2), orders: [(5, 1, 1m), (6, 1, 1m)]).Class.ShouldBe(MemberClass.Bargain);
        Classify(Rules(ceiling: 2), orders: [(5, 1, 1m), (6, 1, 1m)], currency: "USD").Class.ShouldBe(MemberClass.Unclassified, "the ceiling is in another currency");
        Classify(Rules(ceiling: 1), orders: [(5, 1, 1m), (6, 1, 1m)]).Class.ShouldBe(MemberClass.Unclassified, "below, not at, the ceiling");
        Rules().ReasonNotToApply(MemberClass.Bargain).ShouldNotBeNull();
        Rules(ceiling: 2).ReasonNotToApply(MemberClass.Bargain).ShouldBeNull();
    }

    [Theory]
    [InlineData(true, 3, 15, MemberClass.Need)]
    [InlineData(true, 3, 16, MemberClass.Unclassified)]
    [InlineData(false, 3, 15, MemberClass.Unclassified)]
    public void Need_is_said_by_a_tag_and_shown_by_a_gap(bool tagged, int month, int day, MemberClass expected) =>
        Classify(Rules(tag: 7), orders: [(1, 1, 9m), (month, day, 9m)], tagged: tagged).Class.ShouldBe(expected);

    [Fact]
    public void Little_is_little_only_after_a_time_of_watching()
    {
        Classify(Rules(), orders: [], firstSeen: s_today.AddDays(-29)).Class.ShouldBe(MemberClass.Unclassified);
        Classify(Rules(), orders: [], firstSeen: s_today.AddDays(-30)).Class.ShouldBe(MemberClass.Low);
        Classify(Rules(), orders: [(6, 1, 9m)], firstSeen: s_today.AddDays(-30)).Class.ShouldBe(MemberClass.Low);
        Classify(Rules(), orders: [(6, 1, 9m), (6, 2, 9m)], firstSeen: s_today.AddDays(-30)).Class.ShouldBe(MemberClass.Unclassified);
        var both = Classify(Rules(ceiling: 10, tag: 7), orders: [(1, 1, 9m)], tagged: true, firstSeen: s_today.AddDays(-300));
        (both.Class, both.Conflicts).ShouldBe((MemberClass.Bargain, ClassSet.Need | ClassSet.Low));
    }

    [Fact]
    public void Each_rule_says_what_it_asks_and_what_it_found()
    {
        var found = Classify(Rules(), orders: [(5, 1, 9m)], firstSeen: s_today.AddDays(-100));
        found.Rules.Select(r => (r.Class, r.Matches)).ShouldBe([(MemberClass.Loyal, false), (MemberClass.Bargain, false), (MemberClass.Need, false), (MemberClass.Low, true)]);
        found.Rules[0].Checks.ShouldBe([new ClassCheck("monthsInARow", 1, 3, false), new ClassCheck("friendsWhoBought", 0, 1, false)]);
        found.Rules[1].Checks.ShouldBe([new ClassCheck("averageOrderValue", null, null, false)]);
        found.Rules[2].Checks[2].ShouldBe(new ClassCheck("monthsSinceLastOrder", 1, 3, false));
        found.Rules[3].Checks.ShouldBe([new ClassCheck("ordersAtMost", 1, 1, true), new ClassCheck("daysObserved", 100, 30, true)]);
    }

    [Theory]
    [InlineData(0, 3, null, null, 30)]
    [InlineData(3, 25, null, null, 30)]
    [InlineData(3, 3, 0, "CNY", 30)]
    [InlineData(3, 3, 5, null, 30)]
    [InlineData(3, 3, null, "CNY", 30)]
    [InlineData(3, 3, null, null, 366)]
    public void Thresholds_that_mean_nothing_are_refused(int months, int gap, int? ceiling, string? currency, int days) =>
        Should.Throw<DomainException>(() => new MemberClassRules().Set(months, gap, null, ceiling, currency, days)).Code.ShouldBe(DomainErrorCodes.InvalidClassRules);

    private static MemberClassRules Rules(decimal? ceiling = null, long? tag = null)
    {
        var rules = new MemberClassRules();
        rules.Set(3, 3, tag, ceiling, ceiling is null ? null : "CNY", 30);
        return rules;
    }

    private static Classification Classify(
        MemberClassRules rules, (int Month, int Day, decimal Amount)[] orders, int friends = 0, bool tagged = false, DateOnly? firstSeen = null, string currency = "CNY") =>
        MemberClassifier.Classify(
            new ClassFacts(
                [.. orders.Select((o, i) => new ClassOrder(i, 1, new DateOnly(2026, o.Month, o.Day), o.Amount, currency))],
                [.. Enumerable.Range(0, friends).Select(i => new ClassOrder(1000 + i, 2 + i, s_today, 9m, currency))],
                friends, firstSeen ?? s_today.AddDays(-10), tagged),
            rules, s_today);
}
