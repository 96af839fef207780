using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.Routing;

/// <summary><c>type RoutingProposal</c>.</summary>
public sealed class RoutingProposalObjectType : ObjectType<RoutingProposal>
{
    protected override void Configure(IObjectTypeDescriptor<RoutingProposal> descriptor)
    {
        descriptor.Description("Where a member would be sent, and why. It moves nobody.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(p => p.Answers).Description("What each active rule answered, in their order, up to the one that decided; none for somebody whom a ban keeps out of all groups.");
    }
}

/// <summary><c>type RoutingAnswer</c>.</summary>
public sealed class RoutingAnswerObjectType : ObjectType<RoutingAnswer>
{
    protected override void Configure(IObjectTypeDescriptor<RoutingAnswer> descriptor)
    {
        descriptor.Description("What a rule answered.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(a => a.Name).Description("The rule's name.");
        descriptor.Field(a => a.Matched).Description("Whether it decided.");
        descriptor.Field(a => a.Reason).Description("Why, for a person.");
    }
}

[GraphQLDescription("Where many members would be sent, one after the other.")]
public sealed record RoutingPreview(
    [property: GraphQLDescription("How many would be sent somewhere.")] int Routed,
    [property: GraphQLDescription("How many no rule has a group for.")] int Unrouted,
    [property: ListSize(AssumedSize = 10)] [property: GraphQLDescription("How many each group would get.")] IReadOnlyList<RoutedGroup> Groups,
    [property: ListSize(AssumedSize = 100)] [property: GraphQLDescription("Each member who was found, in the order of the argument.")] IReadOnlyList<RoutingProposal> Proposals);

/// <summary>How many a group would get.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="Count">How many it would get.</param>
/// <param name="PlacesLeft">How many places it would have left; null: nobody knows how many it takes.</param>
public sealed record RoutedGroup(long GroupId, int Count, int? PlacesLeft);

/// <summary><c>type RoutedGroup</c>.</summary>
public sealed class RoutedGroupObjectType : ObjectType<RoutedGroup>
{
    protected override void Configure(IObjectTypeDescriptor<RoutedGroup> descriptor)
    {
        descriptor.Description("How many a group would get.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(g => g.Count).Description("How many it would get.");
        descriptor.Field(g => g.PlacesLeft).Description("How many places it would have left; null: nobody knows how many it takes.");
    }
}

/// <summary>What a proposal leads to.</summary>
[ExtendObjectType<RoutingProposal>]
public sealed class RoutingProposalNode
{
    [Cost(1)]
    [GraphQLDescription("The member.")]
    public static Task<Member?> GetMemberAsync([Parent] RoutingProposal proposal, ByIdDataLoader<Member> members, CancellationToken cancellationToken) =>
        members.LoadAsync(proposal.MemberId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The group; null: no rule has one, or the caller may not see it.")]
    public static Task<Group?> GetGroupAsync([Parent] RoutingProposal proposal, ByIdDataLoader<Group> groups, CancellationToken cancellationToken) =>
        groups.LoadAsync(proposal.GroupId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The rule that decided; null: none did.")]
    public static Task<RoutingRule?> GetRuleAsync([Parent] RoutingProposal proposal, ByIdDataLoader<RoutingRule> rules, CancellationToken cancellationToken) =>
        rules.LoadAsync(proposal.RuleId, cancellationToken);
}

/// <summary>The group of a count.</summary>
[ExtendObjectType<RoutedGroup>]
public sealed class RoutedGroupNode
{
    [Cost(1)]
    [GraphQLDescription("The group; null where the caller may not see it.")]
    public static Task<Group?> GetGroupAsync([Parent] RoutedGroup routed, ByIdDataLoader<Group> groups, CancellationToken cancellationToken) =>
        groups.LoadAsync(routed.GroupId, cancellationToken);
}

/// <summary>Asks the rules.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class RoutingQueries
{
    private const int MaxMembers = 100;

    [Authorize(Policies.ReadPersonalData)]
    [Cost(20)]
    [GraphQLDescription("Which group the rules propose for a member, with what each rule answered. Null where the caller does not see the member.")]
    public static async Task<RoutingProposal?> GetRouteMemberAsync(
        [ID<Member>] [GraphQLDescription("The member.")] long memberId,
        [ID<JoinChannel>] [GraphQLDescription("The channel through which they come.")] long? channelId,
        [GraphQLDescription("The word with which is asked.")] string? label,
        CommunityDbContext visible,
        CommunityDatabase database,
        TimeProvider clock,
        CancellationToken cancellationToken) =>
        (await RouteAsync([memberId], channelId, label, visible, database, clock, cancellationToken)).Proposals.FirstOrDefault();

    [Authorize(Policies.ReadPersonalData)]
    [Cost(50)]
    [GraphQLDescription("Where up to 100 members would be sent if they came one after the other in that order: each fills a place. A dry run; it moves nobody.")]
    public static async Task<RoutingPreview> GetRoutingPreviewAsync(
        [ID<Member>] [GraphQLDescription("The members, 1 to 100.")] IReadOnlyList<long> memberIds,
        [ID<JoinChannel>] [GraphQLDescription("The channel through which they come.")] long? channelId,
        [GraphQLDescription("The word with which is asked.")] string? label,
        CommunityDbContext visible,
        CommunityDatabase database,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        if (memberIds.Count is 0 or > MaxMembers)
        {
            throw new GraphQLException(ErrorBuilder.New().SetMessage($"'memberIds' has {memberIds.Count} ids: give 1 to {MaxMembers}.").SetCode("TOO_MANY_IDS").Build());
        }

        var (routing, proposals) = await RouteAsync([.. memberIds.Distinct()], channelId, label, visible, database, clock, cancellationToken);
        return new RoutingPreview(
            proposals.Count(p => p.GroupId is not null),
            proposals.Count(p => p.GroupId is null),
            [.. routing.Filled.Select(f => new RoutedGroup(f.GroupId, f.Proposed, f.Left))],
            proposals);
    }

    /// <summary>The rules look at every group; the members are those that the caller sees.</summary>
    private static async Task<RoutedMembers> RouteAsync(
        long[] memberIds, long? channelId, string? label, CommunityDbContext visible, CommunityDatabase database, TimeProvider clock, CancellationToken ct)
    {
        var seen = await visible.Members.Where(m => EF.Parameter(memberIds).Contains(m.Id)).Select(m => m.Id).ToListAsync(ct);
        await using var db = database.Create(AccessScope.Everything);
        var routing = await GroupRouting.LoadAsync(db, [.. seen], clock.GetUtcNow().UtcDateTime, ct);
        return new RoutedMembers(routing, [.. memberIds.Select(id => routing.Propose(id, channelId, label)).OfType<RoutingProposal>()]);
    }

    private sealed record RoutedMembers(GroupRouting Routing, List<RoutingProposal> Proposals);
}
