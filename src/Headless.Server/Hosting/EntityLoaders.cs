using Headless.Server.Reading;

namespace Headless.Server.Hosting;

/// <summary>Registers a <see cref="ByIdDataLoader{T}"/> for each entity.</summary>
internal static class EntityLoaders
{
    public static IRequestExecutorBuilder AddEntityLoaders(this IRequestExecutorBuilder builder) => builder
        .AddDataLoader<ByIdDataLoader<Alert>>()
        .AddDataLoader<ByIdDataLoader<ApiKey>>()
        .AddDataLoader<ByIdDataLoader<CallAttempt>>()
        .AddDataLoader<ByIdDataLoader<CallEntry>>()
        .AddDataLoader<ByIdDataLoader<CallList>>()
        .AddDataLoader<ByIdDataLoader<Feedback>>()
        .AddDataLoader<ByIdDataLoader<Wish>>()
        .AddDataLoader<ByIdDataLoader<Survey>>()
        .AddDataLoader<ByIdDataLoader<SurveyOption>>()
        .AddDataLoader<ByIdDataLoader<SurveyQuestion>>()
        .AddDataLoader<ByIdDataLoader<SurveyResponse>>()
        .AddDataLoader<ByIdDataLoader<AttributeDefinition>>()
        .AddDataLoader<ByIdDataLoader<Ban>>()
        .AddDataLoader<ByIdDataLoader<Campaign>>()
        .AddDataLoader<ByIdDataLoader<ContentItem>>()
        .AddDataLoader<ByIdDataLoader<Group>>()
        .AddDataLoader<ByIdDataLoader<GroupAssignment>>()
        .AddDataLoader<ByIdDataLoader<Identity>>()
        .AddDataLoader<ByIdDataLoader<Member>>()
        .AddDataLoader<ByIdDataLoader<Membership>>()
        .AddDataLoader<ByIdDataLoader<Operator>>()
        .AddDataLoader<ByIdDataLoader<Order>>()
        .AddDataLoader<ByIdDataLoader<Segment>>()
        .AddDataLoader<ByIdDataLoader<PlatformCapability>>()
        .AddDataLoader<ByIdDataLoader<PlatformPolicy>>()
        .AddDataLoader<ByIdDataLoader<Tag>>()
        .AddDataLoader<ByIdDataLoader<TagGroup>>();
}
