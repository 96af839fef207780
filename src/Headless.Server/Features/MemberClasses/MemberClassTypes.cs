using Headless.Community.MemberClasses;

namespace Headless.Server.Features.MemberClasses;

/// <summary><c>enum MemberClass</c>.</summary>
public sealed class MemberClassEnumType : EnumType<MemberClass>
{
    protected override void Configure(IEnumTypeDescriptor<MemberClass> descriptor)
    {
        descriptor.Description("What kind of customer a member is. The rules are asked in the order LOYAL, BARGAIN, NEED, LOW; the first that matches decides.");
        descriptor.Value(MemberClass.Unclassified).Description("No rule matches, or nothing has been looked at.");
        descriptor.Value(MemberClass.Loyal).Description("忠实型: an order in each of loyalMonths months in a row, and a friend whom they brought has bought.");
        descriptor.Value(MemberClass.Bargain).Description("羊毛型: an average order value below bargainCeiling. That somebody acts for the price alone is measured by nobody.");
        descriptor.Value(MemberClass.Need).Description("需求型: bought, has the needTag, and has not come back for needGapMonths months.");
        descriptor.Value(MemberClass.Low).Description("低需求: bought once or never, after observationDays days.");
    }
}

/// <summary><c>enum EngagementLevel</c>.</summary>
public sealed class EngagementLevelEnumType : EnumType<EngagementLevel>
{
    protected override void Configure(IEnumTypeDescriptor<EngagementLevel> descriptor)
    {
        descriptor.Description(
            "How much a member takes part, by the days on which they said something effective (Engagement:… of the configuration). Who is at a level keeps it a little below where they came in, so that nobody swings between two.");
        descriptor.Value(EngagementLevel.Unknown).Description("In no group now, or nobody has looked yet.");
        descriptor.Value(EngagementLevel.Silent).Description("Reads along, which is no defect; apart from having muted a group and from having left.");
        descriptor.Value(EngagementLevel.Occasional).Description("Spoke on a day or more.");
        descriptor.Value(EngagementLevel.Active).Description("Spoke on 4 days of 28 or more; kept down to 3.");
        descriptor.Value(EngagementLevel.Core).Description("Spoke on 12 days of 28 or more; kept down to 9.");
    }
}

/// <summary><c>type MemberClassRules</c>.</summary>
public sealed class MemberClassRulesObjectType : ObjectType<MemberClassRules>
{
    protected override void Configure(IObjectTypeDescriptor<MemberClassRules> descriptor)
    {
        descriptor.Description("The thresholds of the classes.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(r => r.LoyalMonths).Description("LOYAL: in how many months in a row an order was paid, the last of them this month or the last one.");
        descriptor.Field(r => r.NeedGapMonths).Description("NEED: after how many months without an order.");
        descriptor.Field(r => r.ObservationDays).Description("LOW: for how many days somebody has been there.");
        descriptor.Field(r => r.UpdatedAt).Description("When they were last changed.");
        descriptor.Field(r => r.Version).Description("Goes up with every change. Send it back with an update to be told when somebody else was faster.");
    }
}

/// <summary><c>type ClassStrategy</c>.</summary>
public sealed class ClassStrategyObjectType : ObjectType<ClassStrategy>
{
    protected override void Configure(IObjectTypeDescriptor<ClassStrategy> descriptor)
    {
        descriptor.Description("What to do for a class of customers, as the organisation says.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(s => s.Class).Description("The class.");
        descriptor.Field(s => s.Text).Description("What to do.");
        descriptor.Field(s => s.UpdatedAt).Description("When it was last changed.");
    }
}

/// <summary><c>type MemberClassChange</c>.</summary>
public sealed class MemberClassChangeObjectType : ObjectType<MemberClassChange>
{
    protected override void Configure(IObjectTypeDescriptor<MemberClassChange> descriptor)
    {
        descriptor.Description("A member came into another class.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(c => c.From).Description("The class before.");
        descriptor.Field(c => c.To).Description("The class after.");
        descriptor.Field(c => c.ChangedAt).Description("When it was found.");
    }
}

/// <summary><c>type ClassEvidence</c>.</summary>
public sealed class ClassEvidenceObjectType : ObjectType<ClassEvidence>
{
    protected override void Configure(IObjectTypeDescriptor<ClassEvidence> descriptor)
    {
        descriptor.Description("What a class rests on, over the whole organisation.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(e => e.Orders).Description("Orders that stand.");
        descriptor.Field(e => e.MonthsInARow).Description("Months with an order in a row, up to this month or the last one.");
        descriptor.Field(e => e.Months).Description("The newest of those months, such as 2026-05; at most five.");
        descriptor.Field(e => e.Invites).Description("People whom they brought.");
        descriptor.Field(e => e.FriendsWhoBought).Description("Those of them who have bought.");
        descriptor.Field(e => e.HasNeedTag).Description("Whether they have the tag that says that they need it.");
        descriptor.Field(e => e.FirstSeenOn).Description("The day from which on they are observed, in the reporting time zone.");
        descriptor.Field(e => e.LastOrderOn).Description("The day of the last order; null: none.");
        descriptor.Field(e => e.AverageOrderValue).Description("The mean of the orders in the currency of the ceiling, in currency; null: no ceiling is set, or there is no such order.");
        descriptor.Field(e => e.Currency).Description("The ISO 4217 code of averageOrderValue.");
    }
}

/// <summary><c>type ClassCheck</c>.</summary>
public sealed class ClassCheckObjectType : ObjectType<ClassCheck>
{
    protected override void Configure(IObjectTypeDescriptor<ClassCheck> descriptor)
    {
        descriptor.Description("One thing that a rule asks.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(c => c.Name).Description("What is asked: monthsInARow, friendsWhoBought, averageOrderValue, orders, hasNeedTag, monthsSinceLastOrder, ordersAtMost, daysObserved.");
        descriptor.Field(c => c.Actual).Description("What the member has, yes is 1 and no is 0; null: nothing is known.");
        descriptor.Field(c => c.Limit).Description("What it is held against; null: nobody has said.");
        descriptor.Field(c => c.Holds).Description("Whether it is met.");
    }
}

/// <summary><c>input MemberClassChangeSortInput</c>.</summary>
public sealed class MemberClassChangeSortInput : SortInputType<MemberClassChange>
{
    protected override void Configure(ISortInputTypeDescriptor<MemberClassChange> descriptor)
    {
        descriptor.Description("The order of a member's class changes; the oldest first among equals.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(c => c.ChangedAt).Description("By time.");
    }
}

[GraphQLDescription("A rule that decides a class.")]
public sealed record MemberClassRule(
    [property: GraphQLDescription("The class.")] MemberClass Class,
    [property: GraphQLDescription("Whether it can apply to anybody.")] bool Applies,
    [property: GraphQLDescription("Why it cannot; null where it can.")] string? Reason);

[GraphQLDescription("What one rule says of a member.")]
public sealed record ClassRuleResult(
    [property: GraphQLDescription("The class that it gives.")] MemberClass Class,
    [property: GraphQLDescription("Whether it can apply and all that it asks holds.")] bool Matches,
    [property: GraphQLDescription("Why it can match nobody; null where it can.")] string? ReasonNotToApply,
    [property: GraphQLDescription("What it asks: all must hold.")] IReadOnlyList<ClassCheck> Checks);

[GraphQLDescription("What the rules say of a member now. The first rule that matches decides.")]
public sealed record ClassExplanation(
    [property: GraphQLDescription("The class.")] MemberClass Class,
    [property: GraphQLDescription("The other rules that match.")] IReadOnlyList<MemberClass> Conflicts,
    [property: GraphQLDescription("Each rule, in the order in which they are asked.")] IReadOnlyList<ClassRuleResult> Rules,
    [property: GraphQLDescription("The article's axis: the mean of their answers to questions about satisfaction, 0 to 100; null: they were not asked. It decides nothing.")] double? Satisfaction,
    [property: GraphQLDescription("The article's other axis: months in a row with an order; null: they have bought nothing. Read from orders, not from words.")] int? Loyalty);

[GraphQLDescription("How many members are in a class.")]
public sealed record ClassShare(
    [property: GraphQLDescription("The class.")] MemberClass Class,
    [property: GraphQLDescription("How many.")] long Members,
    [property: GraphQLDescription("members ÷ all of them; null where there is nobody.")] double? Share);

[GraphQLDescription("The classes of the customers who are members now.")]
public sealed record ClassMix(
    [property: GraphQLDescription("How many customers are members now.")] long Members,
    [property: GraphQLDescription("Each class, also one that nobody is in.")] IReadOnlyList<ClassShare> Shares,
    [property: GraphQLDescription("The class with most members, UNCLASSIFIED left aside; null where nobody is in one or several have as many.")] MemberClass? Dominant,
    [property: GraphQLDescription("Whether they are fewer than 30, too few to compare.")] bool IsLowSample)
{
    internal static ClassMix Of(IReadOnlyDictionary<MemberClass, long> counts)
    {
        var members = counts.Values.Sum();
        var first = counts.Where(c => c.Key != MemberClass.Unclassified && c.Value > 0).OrderByDescending(c => c.Value).Take(2).ToList();
        return new ClassMix(
            members,
            [.. Enum.GetValues<MemberClass>().Select(c => new ClassShare(c, counts.GetValueOrDefault(c), members == 0 ? null : (double)counts.GetValueOrDefault(c) / members))],
            first.Count == 0 || (first.Count == 2 && first[0].Value == first[1].Value) ? null : first[0].Key,
            members < MetricValue.LowSampleBelow);
    }
}
