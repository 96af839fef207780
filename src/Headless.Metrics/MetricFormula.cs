namespace Headless.Metrics;

/// <summary>The formulas of <see cref="MetricDefinition"/> over the inputs of one scope and interval.</summary>
internal static class MetricFormula
{
    private const MetricSources CountsPeopleOfDays =
        MetricSources.Days | MetricSources.ActiveMembers | MetricSources.Comers | MetricSources.Leavers | MetricSources.Exposures | MetricSources.Costs
        | MetricSources.Persons | MetricSources.Invites | MetricSources.Retention | MetricSources.Newcomers | MetricSources.Target;

    public static MetricSources SourcesOf(MetricKey key) => key switch
    {
        MetricKey.MemberCount => MetricSources.Members,
        MetricKey.JoinCount or MetricKey.LeaveCount or MetricKey.MessageCount or MetricKey.EffectiveMessageCount => MetricSources.Totals,
        MetricKey.LeaveRate => MetricSources.Members | MetricSources.Comers | MetricSources.Leavers,
        MetricKey.MessagesPerMember => MetricSources.Totals | MetricSources.Members | MetricSources.Comers,
        MetricKey.MessagesPerActiveMember => MetricSources.Totals | MetricSources.ActiveMembers,
        MetricKey.ActiveMemberCount => MetricSources.ActiveMembers,
        MetricKey.ActiveMemberRate => MetricSources.ActiveMembers | MetricSources.Members | MetricSources.Comers,
        MetricKey.InteractionRate => MetricSources.Days,
        MetricKey.JoinRate => MetricSources.Exposures,
        MetricKey.RetentionRate => MetricSources.Retention,
        MetricKey.NewcomerActivationRate => MetricSources.Newcomers,
        MetricKey.OpenRate or MetricKey.CompletionRate or MetricKey.CommentRate or MetricKey.LikeRate => MetricSources.Reactions,
        MetricKey.OrderCount or MetricKey.BuyerCount or MetricKey.Revenue or MetricKey.GrossRevenue or MetricKey.RevenuePerBuyer
            or MetricKey.AverageOrderValue or MetricKey.RepurchaseRate or MetricKey.RepurchaseFrequency => MetricSources.Purchases,
        MetricKey.OrdersPerMember => MetricSources.Purchases | MetricSources.Persons,
        MetricKey.BuyerConversionRate => MetricSources.Purchases | MetricSources.Persons | MetricSources.BuyersAmongMembers,
        MetricKey.Roi or MetricKey.Roas or MetricKey.CostToSales => MetricSources.Purchases | MetricSources.Costs,
        MetricKey.TargetAttainment => MetricSources.Purchases | MetricSources.Target,
        MetricKey.QualifiedInvites => MetricSources.Invites,
        MetricKey.ReferralRate => MetricSources.Invites | MetricSources.Persons,
        MetricKey.CostPerQualifiedJoin => MetricSources.Invites | MetricSources.Costs,
        _ => throw new ArgumentOutOfRangeException(nameof(key), key, null),
    };

    /// <summary>Whether it depends on which messages are effective.</summary>
    public static bool CountsEffectiveMessages(MetricKey key) => key
        is MetricKey.EffectiveMessageCount or MetricKey.MessagesPerActiveMember or MetricKey.ActiveMemberCount or MetricKey.ActiveMemberRate or MetricKey.InteractionRate
        or MetricKey.NewcomerActivationRate;

    /// <summary>Whether the metric has no value for an hour: it counts people, exposures or costs of whole days.</summary>
    public static bool NeedsWholeDays(MetricKey key) => (SourcesOf(key) & CountsPeopleOfDays) != 0;

    public static MetricValue Compute(MetricQuery query, string timeZone, MetricInputs inputs)
    {
        var exposed = inputs.MembersAtStart + inputs.Comers;
        string[] currencies = [.. CurrenciesOf(query.Key, inputs).Distinct().Take(2)];
        var isMixed = currencies.Length > 1;
        return query.Key switch
        {
            MetricKey.MemberCount => Count(inputs.MembersAtEnd),
            MetricKey.JoinCount => Count(inputs.Joins),
            MetricKey.LeaveCount => Count(inputs.Leaves),
            MetricKey.MessageCount => Count(inputs.Messages),
            MetricKey.EffectiveMessageCount => Count(inputs.EffectiveMessages),
            MetricKey.ActiveMemberCount => Count(inputs.ActiveMembers),
            MetricKey.LeaveRate => query.Options.LeaveRateBasis switch
            {
                LeaveRateBasis.Start => Share(inputs.Leavers, inputs.MembersAtStart),

                // The mean of two counts can end in a half; numerator and denominator are both doubled so that both stay whole.
                LeaveRateBasis.Average => Share(2 * inputs.Leavers, inputs.MembersAtStart + inputs.MembersAtEnd),
                _ => Share(inputs.Leavers, exposed),
            },
            MetricKey.MessagesPerMember => Share(inputs.Messages, exposed),
            MetricKey.MessagesPerActiveMember => Share(inputs.EffectiveMessages, inputs.ActiveMembers, MetricNullReason.NoActiveMembers),
            MetricKey.ActiveMemberRate => Share(inputs.ActiveMembers, exposed),
            MetricKey.InteractionRate => MeanOfDays(),
            MetricKey.JoinRate => query.Scope.People is { SegmentId: null, CampaignId: null, ContentItemId: null, ContentCategory: null, Class: null }
                ? Share(inputs.ExposedJoins, inputs.Exposures, MetricNullReason.ExposureNotTracked)
                : Value(0, null, null, MetricNullReason.NotDefinedForScope),
            MetricKey.RetentionRate => Share(
                inputs.Retained, inputs.Cohort, inputs.ImmatureCohort > 0 ? MetricNullReason.Immature : MetricNullReason.NoJoins),
            MetricKey.NewcomerActivationRate => query.Options.TimeZone is not null
                ? Value(0, null, null, MetricNullReason.NotDefinedForScope)
                : Share(inputs.NewcomersWhoSpoke, inputs.Newcomers, inputs.ImmatureNewcomers > 0 ? MetricNullReason.Immature : MetricNullReason.NoJoins),
            MetricKey.OpenRate => React(r => (r.OpenersOfDelivered, r.Delivered)),
            MetricKey.CompletionRate => React(r => (r.Completers, r.Openers)),
            MetricKey.CommentRate => React(r => (r.Commenters, r.Openers)),
            MetricKey.LikeRate => React(r => (r.Likers, r.Openers)),
            MetricKey.OrderCount => Count(inputs.Orders),
            MetricKey.BuyerCount => Count(inputs.Buyers),
            MetricKey.Revenue => Money(inputs.Revenue),
            MetricKey.GrossRevenue => Money(inputs.GrossRevenue),
            MetricKey.OrdersPerMember => Share(inputs.Orders, inputs.Persons),
            MetricKey.BuyerConversionRate => Share(inputs.MembersWhoBought, inputs.Persons),
            MetricKey.RevenuePerBuyer => MoneyShare(inputs.RevenueOfBuyers, inputs.Buyers, inputs.Buyers, MetricNullReason.NoBuyers),
            MetricKey.AverageOrderValue => MoneyShare(inputs.Revenue, inputs.Orders, inputs.Orders, MetricNullReason.NoOrders),
            MetricKey.RepurchaseRate => Share(inputs.RepeatBuyers, inputs.Buyers, MetricNullReason.NoBuyers),
            MetricKey.RepurchaseFrequency => Share(inputs.OrdersOfBuyers, inputs.Buyers, MetricNullReason.NoBuyers),
            MetricKey.Roi => OverCost(inputs.Revenue - inputs.Cost, inputs.Cost, MetricNullReason.CostNotTracked),
            MetricKey.Roas => OverCost(inputs.Revenue, inputs.Cost, MetricNullReason.CostNotTracked),
            MetricKey.CostToSales => OverCost(inputs.Cost, inputs.Revenue, MetricNullReason.NoRevenue),
            MetricKey.TargetAttainment => inputs.Target is not { } target ? Value(inputs.Revenue, null, null, MetricNullReason.TargetNotSet)
                : MoneyShare(inputs.Revenue, target, inputs.Orders, MetricNullReason.TargetNotSet),
            MetricKey.QualifiedInvites => Count(inputs.QualifiedInvites),
            MetricKey.ReferralRate => Share(inputs.Inviters, inputs.Persons),
            MetricKey.CostPerQualifiedJoin => inputs.Cost is not { } cost ? Value(0, null, null, MetricNullReason.CostNotTracked)
                : MoneyShare(cost, inputs.QualifiedInvites, inputs.QualifiedInvites, MetricNullReason.NoQualifiedInvites),
            _ => throw new ArgumentOutOfRangeException(nameof(query), query.Key, null),
        };

        MetricValue Count(long count) => Value(count, null, count, null);

        MetricValue Share(long numerator, long denominator, MetricNullReason reason = MetricNullReason.NoMembers) => denominator == 0
            ? Value(numerator, 0, null, reason)
            : Value(numerator, denominator, (double)numerator / denominator, null, denominator);

        MetricValue React(Func<Reactions, (long Numerator, long Denominator)> parts)
        {
            if (query.Scope.People is not { CampaignId: null, JoinChannelId: null })
            {
                return Value(0, null, null, MetricNullReason.NotDefinedForScope);
            }

            var (numerator, denominator) = inputs.Reactions is { } reactions ? parts(reactions) : (0, 0);
            return Share(numerator, denominator, MetricNullReason.DeliveryNotTracked);
        }

        MetricValue Money(decimal amount) => isMixed
            ? Value(0, null, null, MetricNullReason.MixedCurrencies)
            : Value(amount, null, (double)amount, null);

        MetricValue MoneyShare(decimal numerator, decimal denominator, long sample, MetricNullReason reason) => isMixed
            ? Value(0, null, null, MetricNullReason.MixedCurrencies)
            : denominator == 0
                ? Value(numerator, 0, null, reason)
                : Value(numerator, denominator, (double)(numerator / denominator), null, sample);

        // Without a cost there is nothing to compare, also where the cost stands above.
        MetricValue OverCost(decimal? numerator, decimal? denominator, MetricNullReason reason) => inputs.Cost is null
            ? Value(inputs.Revenue, null, null, MetricNullReason.CostNotTracked)
            : MoneyShare(numerator!.Value, denominator!.Value, inputs.Orders, reason);

        MetricValue MeanOfDays()
        {
            var (active, present, rates, days) = (0L, 0L, 0.0, 0);
            foreach (var day in inputs.Days)
            {
                if (day.Present == 0)
                {
                    continue;
                }

                days++;
                active += day.Active;
                present += day.Present;
                rates += (double)day.Active / day.Present;
            }

            return days == 0
                ? Value(active, 0, null, MetricNullReason.NoMembers)
                : Value(active, present, rates / days, null, present);
        }

        MetricValue Value(decimal numerator, decimal? denominator, double? value, MetricNullReason? reason, long? sample = null) =>
            new(MetricDefinition.Of(query.Key), query.Window, numerator, denominator, value, reason, inputs.ExcludedAccounts)
            {
                Query = query,
                TimeZone = timeZone,
                SampleSize = sample ?? (denominator is null ? null : 0),
                Currency = currencies.Length == 1 ? currencies[0] : null,
                Costs = currencies.Length == 1 && HasCosts(query.Key) ? [.. inputs.CostsByKind.Select(cost => new CostOfKind(cost.Key, cost.Value))] : [],
            };
    }

    /// <summary>The value of an interval for which the metric is not defined.</summary>
    public static MetricValue NotDefined(MetricQuery query, string timeZone, MetricNullReason reason) =>
        new(MetricDefinition.Of(query.Key), query.Window, 0, null, null, reason, 0) { Query = query, TimeZone = timeZone };

    private static bool HasCosts(MetricKey key) => key is MetricKey.Roi or MetricKey.Roas or MetricKey.CostToSales or MetricKey.CostPerQualifiedJoin;

    /// <summary>The currencies of the amounts that a metric is about.</summary>
    private static IEnumerable<string> CurrenciesOf(MetricKey key, MetricInputs inputs) => key switch
    {
        MetricKey.Revenue or MetricKey.GrossRevenue or MetricKey.RevenuePerBuyer or MetricKey.AverageOrderValue or MetricKey.TargetAttainment => inputs.Currencies,
        MetricKey.Roi or MetricKey.Roas or MetricKey.CostToSales => inputs.Currencies.Concat(inputs.CostCurrencies),
        MetricKey.CostPerQualifiedJoin => inputs.CostCurrencies,
        _ => [],
    };
}
