using Headless.Server.Access;
using Headless.Server.Features.Groups;
using Headless.Server.Features.RuleSets;
using Headless.Server.Reading;

namespace Headless.Server.Features.StrikePolicies;

/// <summary><c>type StrikePolicy</c>.</summary>
public sealed class StrikePolicyObjectType : ObjectType<StrikePolicy>
{
    protected override void Configure(IObjectTypeDescriptor<StrikePolicy> descriptor)
    {
        descriptor.Description(
            "What strikes lead to: of a group, of a rule set, or of the organisation; the first of them that there is decides. Without any, the second strike removes, strikes do not expire, and severe rules remove at once.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(p => p.Id).ResolveNodeWith<StrikePolicyNode>(n => StrikePolicyNode.GetStrikePolicyAsync(default, default!, default));
        descriptor.Field(p => p.Id).Description("The global id, stable for the life of the policy: use it as cache key.");
        descriptor.Field(p => p.Limit).Description("Which strike leads to action, as each one after it does.");
        descriptor.Field(p => p.WindowDays).Description("Strikes older than so many days do not count; null: they do not expire.");
        descriptor.Field(p => p.Action).Description("What the limit leads to.");
        descriptor.Field(p => p.SevereAction).Description("What breaking an IMMEDIATE_REMOVAL rule leads to at once.");
        descriptor.Field(p => p.BlacklistsEverywhere).Description("Whether BLACKLIST keeps them out of all groups; otherwise of the group alone.");
        descriptor.Field(p => p.BlacklistDays).Description("For how many days BLACKLIST keeps them out; null: for good.");
        descriptor.Field(p => p.NoticeTemplate).Description("What the group is told: {member}, {group}, {rule}, {penalty}, {strikes} and {limit} are filled in. null: nothing.");
        descriptor.Field(p => p.CreatedAt).Description("When it was entered here.");
        descriptor.Field(p => p.UpdatedAt).Description("When it was last changed here.");
        descriptor.Field(p => p.Version).Description("Goes up with every change. Send it back with setStrikePolicy to be told when somebody else was faster.");
    }
}

/// <summary><c>type PenaltyStep</c>.</summary>
public sealed class PenaltyStepObjectType : ObjectType<PenaltyStep>
{
    protected override void Configure(IObjectTypeDescriptor<PenaltyStep> descriptor)
    {
        descriptor.Description("What a strike before the limit leads to.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(s => s.Strike).Description("Which strike, from 1.");
        descriptor.Field(s => s.Kind).Description("What it leads to.");
        descriptor.Field(s => s.MuteMinutes).Description("MUTE: for how many minutes.");
    }
}

/// <summary><c>input StrikePolicyFilterInput</c>.</summary>
public sealed class StrikePolicyFilterInput : FilterInputType<StrikePolicy>
{
    protected override void Configure(IFilterInputTypeDescriptor<StrikePolicy> descriptor)
    {
        descriptor.Description("Conditions on strike policies; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(p => p.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(p => p.Group).Type<GroupFilterInput>().Description("The group that it is for.");
        descriptor.Field(p => p.RuleSet).Type<RuleSetFilterInput>().Description("The rule set that it is for.");
        descriptor.Field(p => p.UpdatedAt).Description("When it was last changed here.");
    }
}

/// <summary><c>input StrikePolicySortInput</c>.</summary>
public sealed class StrikePolicySortInput : SortInputType<StrikePolicy>
{
    protected override void Configure(ISortInputTypeDescriptor<StrikePolicy> descriptor)
    {
        descriptor.Description("The order of strike policies.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(p => p.CreatedAt).Description("By time of entry.");
        descriptor.Field(p => p.UpdatedAt).Description("By time of the last change.");
    }
}

/// <summary>What a strike policy leads to.</summary>
[ExtendObjectType<StrikePolicy>]
public sealed class StrikePolicyNode
{
    [GraphQLIgnore]
    public static Task<StrikePolicy?> GetStrikePolicyAsync(long id, ByIdDataLoader<StrikePolicy> policies, CancellationToken cancellationToken) =>
        policies.LoadAsync(id, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The group that it is for; null: any.")]
    public static Task<Group?> GetGroupAsync(
        [Parent(nameof(StrikePolicy.GroupId))] StrikePolicy policy, ByIdDataLoader<Group> groups, CancellationToken cancellationToken) =>
        groups.LoadAsync(policy.GroupId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The rule set that it is for; null: any.")]
    public static Task<RuleSet?> GetRuleSetAsync(
        [Parent(nameof(StrikePolicy.RuleSetId))] StrikePolicy policy, ByIdDataLoader<RuleSet> ruleSets, CancellationToken cancellationToken) =>
        ruleSets.LoadAsync(policy.RuleSetId, cancellationToken);

    [Cost(1)]
    [ListSize(AssumedSize = 5)]
    [GraphQLDescription("What strikes before the limit lead to, the first one first.")]
    public static async Task<IReadOnlyList<PenaltyStep>> GetStepsAsync(
        [Parent(nameof(StrikePolicy.Id))] StrikePolicy policy, PenaltyStepsByPolicyIdDataLoader steps, CancellationToken cancellationToken) =>
        await steps.LoadAsync(policy.Id, cancellationToken) ?? [];
}

/// <summary>The steps of policies: one statement for a whole list.</summary>
public sealed class PenaltyStepsByPolicyIdDataLoader(CommunityDatabase database, Caller caller, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : GroupedDataLoader<long, PenaltyStep>(batchScheduler, options)
{
    protected override async Task<ILookup<long, PenaltyStep>> LoadGroupedBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = database.Create(caller.May(Policies.Read) ? caller.Scope : AccessScope.Nothing);
        var steps = await db.PenaltySteps.AsNoTracking().Where(s => keys.Contains(s.StrikePolicyId)).OrderBy(s => s.Strike).ToListAsync(cancellationToken);
        return steps.ToLookup(s => s.StrikePolicyId);
    }
}

/// <summary>Strike policies as a list and by id.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class StrikePolicyQueries
{
    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<StrikePolicyFilterInput>]
    [UseSorting<StrikePolicySortInput>]
    [GraphQLDescription("The strike policies that were set. Without any, the second strike removes.")]
    public static IQueryable<StrikePolicy> GetStrikePolicies(CommunityDbContext db) => db.StrikePolicies;
}
