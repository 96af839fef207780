using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Routing;

[GraphQLDescription("A rule to make.")]
public sealed record CreateRoutingRuleInput(
    [property: GraphQLDescription("What staff call it, at most 200 characters.")] string Name,
    [property: ID<Group>] [property: GraphQLDescription("The group that it proposes.")] long GroupId,
    [property: GraphQLDescription("Its place; after all others unless given.")] int? Position,
    [property: ID<Segment>] [property: GraphQLDescription("Only members of this segment.")] long? SegmentId,
    [property: GraphQLDescription("Only members of this region.")] string? Region,
    [property: GraphQLDescription("Only members who have an account on this platform.")] Platform? Platform,
    [property: ID<JoinChannel>] [property: GraphQLDescription("Only whoever comes through this channel.")] long? ChannelId,
    [property: GraphQLDescription("Only whoever is asked about with this word, at most 100 characters.")] string? Label,
    [property: GraphQLDescription("Whether the groups that were replicated from the group, and those of its series, follow when it is full; false unless given.")] bool? IncludesReplicas,
    [property: GraphQLDescription("How many accounts each group is filled to; what the group takes unless given.")] int? Capacity);

[GraphQLDescription("A change of a rule. A field that is not given stays as it is; null clears it where it may be empty.")]
public sealed record UpdateRoutingRuleInput(
    [property: ID<RoutingRule>] [property: GraphQLDescription("The rule.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version,
    [property: GraphQLDescription("What staff call it.")] Optional<string?> Name,
    [property: GraphQLDescription("Whether it is asked at all.")] Optional<bool?> IsActive,
    [property: ID<Group>] [property: GraphQLDescription("The group that it proposes.")] Optional<long?> GroupId,
    [property: GraphQLDescription("Its place.")] Optional<int?> Position,
    [property: ID<Segment>] [property: GraphQLDescription("Only members of this segment.")] Optional<long?> SegmentId,
    [property: GraphQLDescription("Only members of this region.")] Optional<string?> Region,
    [property: GraphQLDescription("Only members who have an account on this platform.")] Optional<Platform?> Platform,
    [property: ID<JoinChannel>] [property: GraphQLDescription("Only whoever comes through this channel.")] Optional<long?> ChannelId,
    [property: GraphQLDescription("Only whoever is asked about with this word.")] Optional<string?> Label,
    [property: GraphQLDescription("Whether the groups that were replicated from the group, and those of its series, follow when it is full.")] Optional<bool?> IncludesReplicas,
    [property: GraphQLDescription("How many accounts each group is filled to.")] Optional<int?> Capacity);

[GraphQLDescription("A rule to take away.")]
public sealed record DeleteRoutingRuleInput(
    [property: ID<RoutingRule>] [property: GraphQLDescription("The rule.")] long Id);

/// <summary>The rules of <see cref="CreateRoutingRuleInput"/>.</summary>
public sealed class CreateRoutingRuleValidator : AbstractValidator<CreateRoutingRuleInput>
{
    public CreateRoutingRuleValidator()
    {
        RuleFor(i => i.Name).NotEmpty().MaximumLength(RoutingRule.NameMaxLength).PlainText();
        RuleFor(i => i.Position).InclusiveBetween(0, 1_000_000);
        RuleFor(i => i.Region).MaximumLength(RoutingRule.RegionMaxLength).PlainText();
        RuleFor(i => i.Label).MaximumLength(RoutingRule.LabelMaxLength).PlainText();
        RuleFor(i => i.Capacity).GreaterThan(0);
    }
}

/// <summary>The rules of <see cref="UpdateRoutingRuleInput"/>.</summary>
public sealed class UpdateRoutingRuleValidator : AbstractValidator<UpdateRoutingRuleInput>
{
    public UpdateRoutingRuleValidator()
    {
        RuleFor(i => i.Version).GreaterThan(0);
        RuleFor(i => i.Name.Value).NotEmpty().MaximumLength(RoutingRule.NameMaxLength).PlainText().When(i => i.Name.HasValue).OverridePropertyName("name");
        RuleFor(i => i.IsActive.Value).NotNull().When(i => i.IsActive.HasValue).OverridePropertyName("isActive");
        RuleFor(i => i.GroupId.Value).NotNull().When(i => i.GroupId.HasValue).OverridePropertyName("groupId");
        RuleFor(i => i.Position.Value).NotNull().InclusiveBetween(0, 1_000_000).When(i => i.Position.HasValue).OverridePropertyName("position");
        RuleFor(i => i.Region.Value).MaximumLength(RoutingRule.RegionMaxLength).PlainText().OverridePropertyName("region");
        RuleFor(i => i.Label.Value).MaximumLength(RoutingRule.LabelMaxLength).PlainText().OverridePropertyName("label");
        RuleFor(i => i.IncludesReplicas.Value).NotNull().When(i => i.IncludesReplicas.HasValue).OverridePropertyName("includesReplicas");
        RuleFor(i => i.Capacity.Value).GreaterThan(0).OverridePropertyName("capacity");
    }
}

/// <summary>The rules of <see cref="DeleteRoutingRuleInput"/>: none.</summary>
public sealed class DeleteRoutingRuleValidator : AbstractValidator<DeleteRoutingRuleInput>;

/// <summary>Makes, changes and takes away rules.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class ChangeRoutingRuleMutations
{
    [Authorize(Policies.Administer)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<DomainException>]
    [GraphQLDescription("Makes a rule that proposes a group. LEAD only: rules are for the whole organisation.")]
    public static Task<RoutingRule> CreateRoutingRuleAsync(CreateRoutingRuleInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                if (await session.Db.RoutingRules.CountAsync(session.CancellationToken) >= RoutingRule.Max)
                {
                    throw new DomainException(DomainErrorCodes.TooManyRoutingRules, $"There are {RoutingRule.Max} rules, which is the most: all are asked for every member.");
                }

                var rule = new RoutingRule
                {
                    Name = input.Name,
                    GroupId = (await session.FindAsync<Group>(input.GroupId, "groupId")).Id,
                    Position = input.Position ?? (await session.Db.RoutingRules.MaxAsync(r => (int?)r.Position, session.CancellationToken) ?? 0) + 1,
                    SegmentId = (await session.FindAsync<Segment>(input.SegmentId, "segmentId"))?.Id,
                    Region = input.Region,
                    Platform = input.Platform,
                    JoinChannelId = (await session.FindAsync<JoinChannel>(input.ChannelId, "channelId"))?.Id,
                    Label = input.Label,
                    IncludesReplicas = input.IncludesReplicas ?? false,
                    Capacity = input.Capacity,
                };
                session.Db.RoutingRules.Add(rule);
                return rule;
            },
            cancellationToken);

    [Authorize(Policies.Administer)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [GraphQLDescription("Changes a rule, or its place among the others. LEAD only.")]
    public static Task<RoutingRule> UpdateRoutingRuleAsync(UpdateRoutingRuleInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var rule = await session.FindAsync<RoutingRule>(input.Id, "id");
                session.Expect(rule, input.Version);
                rule.Name = input.Name.Or(rule.Name)!;
                rule.IsActive = input.IsActive.Or(rule.IsActive)!.Value;
                rule.GroupId = (await session.FindAsync<Group>(input.GroupId.Or(rule.GroupId)!.Value, "groupId")).Id;
                rule.Position = input.Position.Or(rule.Position)!.Value;
                rule.SegmentId = (await session.FindAsync<Segment>(input.SegmentId.Or(rule.SegmentId), "segmentId"))?.Id;
                rule.Region = input.Region.Or(rule.Region);
                rule.Platform = input.Platform.Or(rule.Platform);
                rule.JoinChannelId = (await session.FindAsync<JoinChannel>(input.ChannelId.Or(rule.JoinChannelId), "channelId"))?.Id;
                rule.Label = input.Label.Or(rule.Label);
                rule.IncludesReplicas = input.IncludesReplicas.Or(rule.IncludesReplicas)!.Value;
                rule.Capacity = input.Capacity.Or(rule.Capacity);
                return rule;
            },
            cancellationToken);

    [Authorize(Policies.Administer)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [GraphQLDescription("Takes a rule away. LEAD only.")]
    public static Task<RoutingRule> DeleteRoutingRuleAsync(DeleteRoutingRuleInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var rule = await session.FindAsync<RoutingRule>(input.Id, "id");
                session.Db.RoutingRules.Remove(rule);
                return rule;
            },
            cancellationToken);
}
