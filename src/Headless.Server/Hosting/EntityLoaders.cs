using Headless.Server.Reading;

namespace Headless.Server.Hosting;

/// <summary>Registers a <see cref="ByIdDataLoader{T}"/> for each entity.</summary>
internal static class EntityLoaders
{
    public static IRequestExecutorBuilder AddEntityLoaders(this IRequestExecutorBuilder builder) => builder
        .AddDataLoader<ByIdDataLoader<AccountControl>>()
        .AddDataLoader<ByIdDataLoader<Alert>>()
        .AddDataLoader<ByIdDataLoader<Announcement>>()
        .AddDataLoader<ByIdDataLoader<GroupSeries>>()
        .AddDataLoader<ByIdDataLoader<GroupTypeTemplate>>()
        .AddDataLoader<ByIdDataLoader<WelcomeMessage>>()
        .AddDataLoader<ByIdDataLoader<ApiKey>>()
        .AddDataLoader<ByIdDataLoader<AttributeDefinition>>()
        .AddDataLoader<ByIdDataLoader<Ban>>()
        .AddDataLoader<ByIdDataLoader<RuleSet>>()
        .AddDataLoader<ByIdDataLoader<RuleSetVersion>>()
        .AddDataLoader<ByIdDataLoader<Rule>>()
        .AddDataLoader<ByIdDataLoader<SensitiveWordList>>()
        .AddDataLoader<ByIdDataLoader<Violation>>()
        .AddDataLoader<ByIdDataLoader<Penalty>>()
        .AddDataLoader<ByIdDataLoader<StrikePolicy>>()
        .AddDataLoader<ByIdDataLoader<Campaign>>()
        .AddDataLoader<ByIdDataLoader<ChannelCost>>()
        .AddDataLoader<ByIdDataLoader<ContentItem>>()
        .AddDataLoader<ByIdDataLoader<EntryPoint>>()
        .AddDataLoader<ByIdDataLoader<Group>>()
        .AddDataLoader<ByIdDataLoader<GroupAssignment>>()
        .AddDataLoader<ByIdDataLoader<GroupHandover>>()
        .AddDataLoader<ByIdDataLoader<Identity>>()
        .AddDataLoader<ByIdDataLoader<JoinChannel>>()
        .AddDataLoader<ByIdDataLoader<JoinPath>>()
        .AddDataLoader<ByIdDataLoader<JoinRequest>>()
        .AddDataLoader<ByIdDataLoader<JoinTerms>>()
        .AddDataLoader<ByIdDataLoader<Member>>()
        .AddDataLoader<ByIdDataLoader<MemberMerge>>()
        .AddDataLoader<ByIdDataLoader<Membership>>()
        .AddDataLoader<ByIdDataLoader<MemberTier>>()
        .AddDataLoader<ByIdDataLoader<Operator>>()
        .AddDataLoader<ByIdDataLoader<Order>>()
        .AddDataLoader<ByIdDataLoader<Segment>>()
        .AddDataLoader<ByIdDataLoader<PlatformCapability>>()
        .AddDataLoader<ByIdDataLoader<PlatformPolicy>>()
        .AddDataLoader<ByIdDataLoader<RoutingRule>>()
        .AddDataLoader<ByIdDataLoader<Tag>>()
        .AddDataLoader<ByIdDataLoader<TagRule>>()
        .AddDataLoader<ByIdDataLoader<TagGroup>>();
}
