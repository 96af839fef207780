namespace Headless.Community.MemberClasses;

/// <summary>What is known of a member that the rules ask for.</summary>
/// <param name="Orders">Their orders that stand.</param>
/// <param name="FriendsOrders">The orders that stand of people whom they brought.</param>
/// <param name="Invites">How many people they brought.</param>
/// <param name="FirstSeen">The local day of their first stay, or of their record where there is none.</param>
/// <param name="HasNeedTag">Whether they have the tag that says that they need it.</param>
public sealed record ClassFacts(
    IReadOnlyList<ClassOrder> Orders, IReadOnlyList<ClassOrder> FriendsOrders, int Invites, DateOnly FirstSeen, bool HasNeedTag);

/// <summary>An order that stands, as the rules read it.</summary>
/// <param name="Id">The order.</param>
/// <param name="MemberId">The buyer.</param>
/// <param name="Day">The local day of the payment.</param>
/// <param name="Amount">What was paid and has not gone back.</param>
/// <param name="Currency">The ISO 4217 code.</param>
public sealed record ClassOrder(long Id, long MemberId, DateOnly Day, decimal Amount, string Currency);

/// <summary>One thing that a rule asks.</summary>
/// <param name="Name">What is asked, in camelCase; stable.</param>
/// <param name="Actual">What the member has; null: nothing is known.</param>
/// <param name="Limit">What it is held against; null: nobody has said.</param>
/// <param name="Holds">Whether it is met.</param>
public sealed record ClassCheck(string Name, decimal? Actual, decimal? Limit, bool Holds);

/// <summary>What one rule says of a member.</summary>
/// <param name="Class">The class that it gives.</param>
/// <param name="ReasonNotToApply">Why it can match nobody; null where it can.</param>
/// <param name="Checks">What it asks: all must hold.</param>
public sealed record ClassRuleOutcome(MemberClass Class, string? ReasonNotToApply, IReadOnlyList<ClassCheck> Checks)
{
    public bool Matches => ReasonNotToApply is null && Checks.All(check => check.Holds);
}

/// <summary>What the rules say of a member.</summary>
/// <param name="Class">By the first rule that matches.</param>
/// <param name="Conflicts">The other rules that match.</param>
/// <param name="Evidence">What it rests on.</param>
/// <param name="Rules">What each rule says, in the order in which they are asked.</param>
public sealed record Classification(MemberClass Class, ClassSet Conflicts, ClassEvidence Evidence, IReadOnlyList<ClassRuleOutcome> Rules);

/// <summary>
/// The four rules (A-124 to A-127, A.12 #9), asked in the order LOYAL, BARGAIN, NEED, LOW. That somebody acts for the price alone, and satisfaction,
/// are measured by nobody and decide nothing.
/// </summary>
public static class MemberClassifier
{
    /// <summary>So many months and orders are kept as evidence.</summary>
    private const int MaxEvidence = 5;

    /// <summary>The order in which the rules are asked.</summary>
    public static IReadOnlyList<MemberClass> Order { get; } = [MemberClass.Loyal, MemberClass.Bargain, MemberClass.Need, MemberClass.Low];

    public static Classification Classify(ClassFacts facts, MemberClassRules rules, DateOnly today)
    {
        var months = MonthsInARow(facts, today);
        var friends = facts.FriendsOrders.Select(order => order.MemberId).Distinct().Count();
        var ofCurrency = facts.Orders.Where(order => order.Currency == rules.BargainCurrency).Select(order => order.Amount).ToList();
        decimal? average = ofCurrency.Count == 0 ? null : decimal.Round(ofCurrency.Average(), 4);
        var last = facts.Orders.Count == 0 ? (DateOnly?)null : facts.Orders.Max(order => order.Day);
        var observed = today.DayNumber - facts.FirstSeen.DayNumber;
        var outcomes = Order.Select(rule => new ClassRuleOutcome(rule, rules.ReasonNotToApply(rule), rule switch
        {
            MemberClass.Loyal =>
            [
                new("monthsInARow", months.Count, rules.LoyalMonths, months.Count >= rules.LoyalMonths),
                new("friendsWhoBought", friends, 1, friends >= 1),
            ],
            MemberClass.Bargain => [new("averageOrderValue", average, rules.BargainCeiling, average < rules.BargainCeiling)],
            MemberClass.Need =>
            [
                new ClassCheck("orders", facts.Orders.Count, 1, facts.Orders.Count >= 1),
                new("hasNeedTag", facts.HasNeedTag ? 1 : 0, 1, facts.HasNeedTag),
                new("monthsSinceLastOrder", last is { } at ? MonthsBetween(at, today) : null, rules.NeedGapMonths, last?.AddMonths(rules.NeedGapMonths) <= today),
            ],
            _ =>
            [
                new ClassCheck("ordersAtMost", facts.Orders.Count, 1, facts.Orders.Count <= 1),
                new("daysObserved", observed, rules.ObservationDays, observed >= rules.ObservationDays),
            ],
        })).ToList();
        var matches = outcomes.Where(outcome => outcome.Matches).Select(outcome => outcome.Class).ToList();
        var evidence = new ClassEvidence
        {
            Orders = facts.Orders.Count,
            MonthsInARow = months.Count,
            Months = [.. months.Take(MaxEvidence).Select(month => month.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture))],
            Invites = facts.Invites,
            FriendsWhoBought = friends,
            ReferralOrderIds = [.. facts.FriendsOrders.OrderByDescending(order => order.Day).ThenByDescending(order => order.Id).Take(MaxEvidence).Select(order => order.Id)],
            AverageOrderValue = average,
            Currency = average is null ? null : rules.BargainCurrency,
            HasNeedTag = facts.HasNeedTag,
            FirstSeenOn = facts.FirstSeen,
            LastOrderOn = last,
        };
        return new Classification(
            matches.FirstOrDefault(), matches.Skip(1).Aggregate(ClassSet.None, (all, rule) => all | FlagOf(rule)), evidence, outcomes);
    }

    public static ClassSet FlagOf(MemberClass rule) => (ClassSet)(1 << ((int)rule - 1));

    /// <summary>Months with an order in a row, the newest first: up to this month or, where it has none yet, the last one.</summary>
    private static List<DateOnly> MonthsInARow(ClassFacts facts, DateOnly today)
    {
        var months = facts.Orders.Select(order => new DateOnly(order.Day.Year, order.Day.Month, 1)).ToHashSet();
        var month = new DateOnly(today.Year, today.Month, 1);
        var run = new List<DateOnly>();
        for (month = months.Contains(month) ? month : month.AddMonths(-1); months.Contains(month); month = month.AddMonths(-1))
        {
            run.Add(month);
        }

        return run;
    }

    private static int MonthsBetween(DateOnly from, DateOnly to)
    {
        var months = ((to.Year - from.Year) * 12) + to.Month - from.Month;
        return from.AddMonths(months) > to ? months - 1 : months;
    }
}
