using Headless.Server.Reading;

namespace Headless.Server.Features.EntryPoints;

/// <summary><c>type EntryResolution</c>.</summary>
public sealed class EntryResolutionObjectType : ObjectType<EntryResolution>
{
    protected override void Configure(IObjectTypeDescriptor<EntryResolution> descriptor)
    {
        descriptor.Description("Where an entry point leads now, and why.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(r => r.Outcome).Description("Whether it leads to a target, to the fallback or nowhere.");
    }
}

/// <summary><c>type EntryTarget</c>.</summary>
public sealed class EntryTargetObjectType : ObjectType<EntryTargetState>
{
    protected override void Configure(IObjectTypeDescriptor<EntryTargetState> descriptor)
    {
        descriptor.Name("EntryTarget");
        descriptor.Description("A group or an account of staff that an entry point leads to, and whether it can take somebody now.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(s => s.Availability).Description("Whether it can.");
        descriptor.Field(s => s.Count).Description("Accounts in the group now, or friends made through this target.");
        descriptor.Field(s => s.Limit).Description("How many it takes; null: no limit is known.");
        descriptor.Field(s => s.LimitSource).Description("Where the limit comes from.");
    }
}

/// <summary><c>enum EntryOutcome</c>.</summary>
public sealed class EntryOutcomeEnumType : EnumType<EntryOutcome>
{
    protected override void Configure(IEnumTypeDescriptor<EntryOutcome> descriptor)
    {
        descriptor.Description("Where an entry point leads.");
        descriptor.Value(EntryOutcome.Target).Description("To the first of its targets that can take somebody.");
        descriptor.Value(EntryOutcome.Fallback).Description("No target can take anybody: to the account of staff that stands in.");
        descriptor.Value(EntryOutcome.Full).Description("Nowhere: no target can take anybody, and nothing stands in. Add a group.");
        descriptor.Value(EntryOutcome.Off).Description("Nowhere: the entry point is paused or retired.");
    }
}

/// <summary><c>enum EntryAvailability</c>.</summary>
public sealed class EntryAvailabilityEnumType : EnumType<EntryAvailability>
{
    protected override void Configure(IEnumTypeDescriptor<EntryAvailability> descriptor)
    {
        descriptor.Description("Whether a target can take somebody.");
        descriptor.Value(EntryAvailability.Open).Description("It can.");
        descriptor.Value(EntryAvailability.Full).Description("It has reached its limit.");
        descriptor.Value(EntryAvailability.Closed).Description("The group does not run.");
    }
}

/// <summary><c>enum EntryLimitSource</c>.</summary>
public sealed class EntryLimitSourceEnumType : EnumType<EntryLimitSource>
{
    protected override void Configure(IEnumTypeDescriptor<EntryLimitSource> descriptor)
    {
        descriptor.Description("Where the limit of a target comes from.");
        descriptor.Value(EntryLimitSource.None).Description("No limit is known.");
        descriptor.Value(EntryLimitSource.Own).Description("The target's own.");
        descriptor.Value(EntryLimitSource.PlatformPolicy).Description("What the platform's policy says of codes: GROUP_QR_MAX_MEMBERS.");
        descriptor.Value(EntryLimitSource.GroupCapacity).Description("What the group takes at all.");
    }
}

/// <summary>What a resolution leads to.</summary>
[ExtendObjectType<EntryResolution>]
public sealed class EntryResolutionNode
{
    [Cost(1)]
    [GraphQLDescription("The group to send people to; null: an account of staff, nowhere, or one that the caller may not see.")]
    public static Task<Group?> GetGroupAsync([Parent] EntryResolution resolution, ByIdDataLoader<Group> groups, CancellationToken cancellationToken) =>
        groups.LoadAsync(resolution.Target?.GroupId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The account of staff to send people to; null: a group, nowhere, or one that the caller may not see.")]
    public static Task<Identity?> GetAccountAsync([Parent] EntryResolution resolution, ByIdDataLoader<Identity> identities, CancellationToken cancellationToken) =>
        identities.LoadAsync(resolution.IdentityId, cancellationToken);

    [Cost(1)]
    [ListSize(AssumedSize = 5)]
    [GraphQLDescription("What each target answered, in their order; those that the caller may not see are left out.")]
    public static async Task<IReadOnlyList<EntryTargetState>> GetTargetsAsync(
        [Parent] EntryResolution resolution, ByIdDataLoader<Group> groups, ByIdDataLoader<Identity> identities, CancellationToken cancellationToken)
    {
        var seen = await Task.WhenAll(resolution.Targets.Select(async t =>
            t.Target.GroupId is { } groupId ? await groups.LoadAsync(groupId, cancellationToken) is not null
            : await identities.LoadAsync(t.Target.IdentityId!.Value, cancellationToken) is not null));
        return [.. resolution.Targets.Where((_, index) => seen[index])];
    }
}

/// <summary>What a target leads to.</summary>
[ExtendObjectType<EntryTargetState>]
public sealed class EntryTargetNode
{
    [GraphQLDescription("Its place, from 0.")]
    public static int GetPosition([Parent] EntryTargetState state) => state.Target.Position;

    [GraphQLDescription("How many scans it was the answer to.")]
    public static long GetScanCount([Parent] EntryTargetState state) => state.Target.ScanCount;

    [Cost(1)]
    [GraphQLDescription("The group; null for an account.")]
    public static Task<Group?> GetGroupAsync([Parent] EntryTargetState state, ByIdDataLoader<Group> groups, CancellationToken cancellationToken) =>
        groups.LoadAsync(state.Target.GroupId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The account of staff; null for a group.")]
    public static Task<Identity?> GetAccountAsync([Parent] EntryTargetState state, ByIdDataLoader<Identity> identities, CancellationToken cancellationToken) =>
        identities.LoadAsync(state.Target.IdentityId, cancellationToken);
}
