namespace Headless.Server.Features.Metrics;

[GraphQLDescription("What a figure is about; all that is given must hold. Nothing given: everything that the caller may see, orders of no group included.")]
public sealed record MetricScopeInput(
    [property: ID<Group>] [property: GraphQLDescription("These groups, at most 500.")] IReadOnlyList<long>? GroupIds,
    [property: GraphQLDescription("Groups on any of these platforms.")] IReadOnlyList<Platform>? Platforms,
    [property: GraphQLDescription("Groups of any of these types.")] IReadOnlyList<GroupType>? Types,
    [property: GraphQLDescription("Groups for any of these purposes.")] IReadOnlyList<GroupPurpose>? Purposes,
    [property: GraphQLDescription("Groups in any of these phases now.")] IReadOnlyList<GroupPhase>? Phases,
    [property: GraphQLDescription("Groups in any of these states now.")] IReadOnlyList<GroupStatus>? Statuses,
    [property: ID<Operator>] [property: GraphQLDescription("The groups whose staff this operator is among now.")] long? OperatorId,
    [property: ID<Segment>] [property: GraphQLDescription("Only members who are in this segment now.")] long? SegmentId,
    [property: ID<JoinChannel>] [property: GraphQLDescription("Only members who came through this channel, in the groups to which it led them; and its costs.")] long? JoinChannelId,
    [property: ID<Campaign>] [property: GraphQLDescription("Only members whom this campaign made come; of orders, those that are put down to it; and its costs.")] long? CampaignId,
    [property: ID<ContentItem>] [property: GraphQLDescription("Only members whom this content made come; of OPEN_RATE, COMPLETION_RATE, COMMENT_RATE and LIKE_RATE, only this content.")] long? ContentItemId,
    [property: GraphQLDescription("Only members who are in this class now; of orders, those of such members.")] MemberClass? MemberClass = null)
{
    private const int MaxGroups = 500;

    /// <exception cref="GraphQLException">A list is too long.</exception>
    internal MetricScope ToScope()
    {
        if (GroupIds?.Count > MaxGroups)
        {
            throw new GraphQLException(ErrorBuilder.New()
                .SetMessage($"'groupIds' names {GroupIds.Count} groups: name at most {MaxGroups}, or say what they have in common.")
                .SetCode(MetricArguments.InvalidScope).Build());
        }

        var hasGroups = GroupIds is not null || Platforms is not null || Types is not null || Purposes is not null || Phases is not null || Statuses is not null || OperatorId is not null;
        return new MetricScope(
            null,
            hasGroups ? new MetricGroups(GroupIds, Platforms, Types, Purposes, Phases, Statuses, OperatorId) : null,
            new MetricPeople(SegmentId, JoinChannelId, CampaignId, ContentItemId, null, MemberClass));
    }
}

[GraphQLDescription("What a figure depends on besides its scope and its days.")]
public sealed record MetricOptionsInput(
    [property: GraphQLDescription("Only amounts in this currency, an ISO 4217 code; otherwise whatever there is, if it is one.")] string? Currency,
    [property: GraphQLDescription("How many days after the joining RETENTION_RATE looks: 1 to 730, 30 unless given.")] int? HorizonDays,
    [property: GraphQLDescription(
        "The IANA id of another time zone whose days and hours count, such as Europe/Berlin. Right for any; the reporting time zone alone is answered from the rollups, others are counted in the log, at most 366 days.")]
    string? TimeZone);

/// <summary>The arguments of metrics, checked.</summary>
internal static class MetricArguments
{
    public const string InvalidScope = "INVALID_METRIC_SCOPE";
    public const string InvalidOptions = "INVALID_METRIC_OPTIONS";

    /// <summary>The calendar whose days a window means.</summary>
    public static ReportingCalendar CalendarOf(MetricOptionsInput? options, ReportingCalendar calendar) =>
        options?.TimeZone is not { } id ? calendar : calendar.In(id) ?? throw Invalid($"'{id}' is no time zone: give an IANA id such as Europe/Berlin.");

    public static MetricOptions ToOptions(MetricOptionsInput? options, LeaveRateBasis basis, ReportingCalendar calendar)
    {
        if (options?.HorizonDays is < 1 or > MetricOptions.MaxHorizonDays)
        {
            throw Invalid($"'horizonDays' is {options.HorizonDays}: give a number of days from 1 to {MetricOptions.MaxHorizonDays}.");
        }

        if (options?.Currency is { } currency && !(currency.Length == Currency.CodeLength && currency.All(char.IsAsciiLetterUpper)))
        {
            throw Invalid("'currency' is an ISO 4217 code of three capital letters, such as CNY.");
        }

        var zone = CalendarOf(options, calendar);
        return new MetricOptions(basis, options?.Currency, options?.HorizonDays ?? MetricOptions.DefaultHorizonDays, zone == calendar ? null : zone.TimeZone.Id);
    }

    private static GraphQLException Invalid(string message) => new(ErrorBuilder.New().SetMessage(message).SetCode(InvalidOptions).Build());
}
