namespace Headless.Metrics;

/// <summary>The formulas of <see cref="MetricDefinition"/> over the inputs of one scope and interval.</summary>
internal static class MetricFormula
{
    public static MetricSources SourcesOf(MetricKey key) => key switch
    {
        MetricKey.MemberCount => MetricSources.Members,
        MetricKey.JoinCount or MetricKey.LeaveCount or MetricKey.MessageCount or MetricKey.EffectiveMessageCount => MetricSources.Hours,
        MetricKey.LeaveRate => MetricSources.Members | MetricSources.Comers | MetricSources.Leavers,
        MetricKey.MessagesPerMember => MetricSources.Hours | MetricSources.Members | MetricSources.Comers,
        MetricKey.MessagesPerActiveMember => MetricSources.Hours | MetricSources.ActiveMembers,
        MetricKey.ActiveMemberCount => MetricSources.ActiveMembers,
        MetricKey.ActiveMemberRate => MetricSources.ActiveMembers | MetricSources.Members | MetricSources.Comers,
        MetricKey.InteractionRate => MetricSources.Days,
        MetricKey.JoinRate => MetricSources.Exposures,
        _ => throw new ArgumentOutOfRangeException(nameof(key), key, null),
    };

    /// <summary>Whether the metric counts distinct people or exposures, so that it has no value for an hour: those are rolled up by day.</summary>
    public static bool NeedsWholeDays(MetricKey key) =>
        (SourcesOf(key) & (MetricSources.Days | MetricSources.ActiveMembers | MetricSources.Comers | MetricSources.Leavers | MetricSources.Exposures)) != 0;

    public static MetricValue Compute(MetricKey key, MetricWindow window, LeaveRateBasis basis, MetricInputs inputs)
    {
        var exposed = inputs.MembersAtStart + inputs.Comers;
        return key switch
        {
            MetricKey.MemberCount => Count(inputs.MembersAtEnd),
            MetricKey.JoinCount => Count(inputs.Joins),
            MetricKey.LeaveCount => Count(inputs.Leaves),
            MetricKey.MessageCount => Count(inputs.Messages),
            MetricKey.EffectiveMessageCount => Count(inputs.EffectiveMessages),
            MetricKey.ActiveMemberCount => Count(inputs.ActiveMembers),
            MetricKey.LeaveRate => basis switch
            {
                LeaveRateBasis.Start => Share(inputs.Leavers, inputs.MembersAtStart),
                LeaveRateBasis.Average => Average(),
                _ => Share(inputs.Leavers, exposed),
            },
            MetricKey.MessagesPerMember => Share(inputs.Messages, exposed),
            MetricKey.MessagesPerActiveMember => Share(inputs.EffectiveMessages, inputs.ActiveMembers, MetricNullReason.NoActiveMembers),
            MetricKey.ActiveMemberRate => Share(inputs.ActiveMembers, exposed),
            MetricKey.InteractionRate => MeanOfDays(),
            MetricKey.JoinRate => Share(inputs.ExposedJoins, inputs.Exposures, MetricNullReason.ExposureNotTracked),
            _ => throw new ArgumentOutOfRangeException(nameof(key), key, null),
        };

        MetricValue Count(long count) => Value(count, null, count, null);

        MetricValue Share(long numerator, long denominator, MetricNullReason reason = MetricNullReason.NoMembers) => denominator == 0
            ? Value(numerator, 0, null, reason)
            : Value(numerator, denominator, (double)numerator / denominator, null);

        // The mean of two counts can end in a half; numerator and denominator are both doubled so that both stay whole.
        MetricValue Average() => Share(2 * inputs.Leavers, inputs.MembersAtStart + inputs.MembersAtEnd);

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
                : Value(active, present, rates / days, null);
        }

        MetricValue Value(long numerator, long? denominator, double? value, MetricNullReason? reason) =>
            new(MetricDefinition.Of(key), window, numerator, denominator, value, reason, inputs.ExcludedAccounts);
    }

    /// <summary>The value of an interval for which the metric is not defined.</summary>
    public static MetricValue NotDefined(MetricKey key, MetricWindow window, MetricNullReason reason) =>
        new(MetricDefinition.Of(key), window, 0, null, null, reason, 0);
}
