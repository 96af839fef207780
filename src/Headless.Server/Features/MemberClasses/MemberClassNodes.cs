using Headless.Community.MemberClasses;
using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.MemberClasses;

/// <summary>A member's class.</summary>
[ExtendObjectType<Member>]
public sealed class ClassOfMember
{
    [ListSize(AssumedSize = 4)]
    [GraphQLDescription("The other rules that match: a member who is LOYAL and spends little has BARGAIN here.")]
    public static IReadOnlyList<MemberClass> GetClassConflicts([Parent(nameof(Member.ClassConflicts))] Member member) =>
        [.. MemberClassifier.Order.Where(rule => member.ClassConflicts.HasFlag(MemberClassifier.FlagOf(rule)))];

    [GraphQLDescription("What the class rests on; null before anything has been looked at, and for who sees some groups only: it counts the orders of all.")]
    public static ClassEvidence? GetClassEvidence([Parent(nameof(Member.ClassEvidence))] Member member, Caller caller) =>
        caller.Scope.IsEverything ? MemberClassChange.Read(member.ClassEvidence) : null;

    [Authorize(Policies.Read)]
    [Cost(5)]
    [GraphQLDescription("What each rule says of the member now, with what it asks and what they have; null: nobody has set the rules, or the caller sees some groups only. The class itself follows within seconds.")]
    public static Task<ClassExplanation?> GetClassExplanationAsync(
        [Parent(nameof(Member.Id))] Member member, ClassExplanationDataLoader explanations, CancellationToken cancellationToken) =>
        explanations.LoadAsync(member.Id, cancellationToken);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseSorting<MemberClassChangeSortInput>]
    [GraphQLDescription("Every change of their class.")]
    public static IQueryable<MemberClassChange> GetClassChanges([Parent(nameof(Member.Id))] Member member, CommunityDbContext db) =>
        db.MemberClassChanges.Where(c => c.MemberId == member.Id);
}

/// <summary>What a change of class rested on.</summary>
[ExtendObjectType<MemberClassChange>]
public sealed class MemberClassChangeNode
{
    [GraphQLDescription("What it rested on at that time; null for who sees some groups only.")]
    public static ClassEvidence? GetEvidence([Parent(nameof(MemberClassChange.Evidence))] MemberClassChange change, Caller caller) =>
        caller.Scope.IsEverything ? MemberClassChange.Read(change.Evidence) : null;

    [ListSize(AssumedSize = 4)]
    [GraphQLDescription("The other rules that matched.")]
    public static IReadOnlyList<MemberClass> GetConflicts([Parent(nameof(MemberClassChange.Conflicts))] MemberClassChange change) =>
        [.. MemberClassifier.Order.Where(rule => change.Conflicts.HasFlag(MemberClassifier.FlagOf(rule)))];
}

/// <summary>The classes of a group's members.</summary>
[ExtendObjectType<Group>]
public sealed class ClassMixOfGroup
{
    [Authorize(Policies.ReadMetrics)]
    [Cost(1)]
    [GraphQLDescription("The classes of the customers who are members now. For many groups at once it is one statement.")]
    public static async Task<ClassMix> GetClassMixAsync([Parent(nameof(Group.Id))] Group group, ClassMixDataLoader mixes, CancellationToken cancellationToken) =>
        (await mixes.LoadAsync(group.Id, cancellationToken))!;

    [Authorize(Policies.ReadMetrics)]
    [Cost(1)]
    [GraphQLDescription("What the organisation does for the class that most of the members are in; null: there is no rule for it, or no such class.")]
    public static async Task<string?> GetRecommendedStrategyAsync(
        [Parent(nameof(Group.Id))] Group group, ClassMixDataLoader mixes, ClassStrategyDataLoader strategies, CancellationToken cancellationToken) =>
        (await mixes.LoadAsync(group.Id, cancellationToken))!.Dominant is { } dominant ? await strategies.LoadAsync(dominant, cancellationToken) : null;
}

/// <summary>The orders that speak for a member.</summary>
[ExtendObjectType<ClassEvidence>]
public sealed class ClassEvidenceEdges
{
    [Cost(1)]
    [ListSize(AssumedSize = 5)]
    [GraphQLDescription("The newest orders of friends whom they brought, at most five, of those that the caller may see.")]
    public static async Task<IReadOnlyList<Order>> GetReferralOrdersAsync(
        [Parent] ClassEvidence evidence, ByIdDataLoader<Order> orders, CancellationToken cancellationToken)
    {
        var found = await Task.WhenAll(evidence.ReferralOrderIds.Select(id => orders.LoadAsync(id, cancellationToken)));
        return [.. found.OfType<Order>()];
    }
}
