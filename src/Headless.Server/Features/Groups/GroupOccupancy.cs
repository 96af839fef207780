using Headless.Server.Access;

namespace Headless.Server.Features.Groups;

/// <summary><c>type GroupCapacity</c>.</summary>
public sealed class GroupCapacityObjectType : ObjectType<GroupCapacity>
{
    protected override void Configure(IObjectTypeDescriptor<GroupCapacity> descriptor)
    {
        descriptor.Description("How full a group is now. The platform counts every account, so these are all of them: those of staff and machines included.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(c => c.Accounts).Description("Accounts in the group.");
        descriptor.Field(c => c.Limit).Description("How many it may have: its own capacity, or GROUP_MAX_MEMBERS of its platform; null: nobody knows.");
        descriptor.Field(c => c.IsOwnLimit).Description("Whether the limit is the group's own capacity.");
        descriptor.Field(c => c.Free).Description("How many can still come in; null where no limit is known.");
        descriptor.Field(c => c.Share).Description("accounts ÷ limit, above 1 where there are too many; null where no limit is known.");
        descriptor.Field(c => c.IsFull).Description("Whether nobody can come in any more; false where no limit is known.");
        descriptor.Field(c => c.QrLimit).Description("The accounts from which on its QR code lets nobody in, GROUP_QR_MAX_MEMBERS of its platform; null: nobody knows of such a limit.");
        descriptor.Field(c => c.IsQrCodeValid).Description("Whether somebody can still come in by its QR code; null where no limit of it is known.");
    }
}

/// <summary>How full a group is.</summary>
[ExtendObjectType<Group>]
public sealed class GroupOccupancy
{
    [Authorize(Policies.Read)]
    [Cost(1)]
    [GraphQLDescription("How full the group is. Two statements answer it for a whole list of groups.")]
    public static Task<GroupCapacity?> GetOccupancyAsync(
        [Parent(nameof(Group.Id))] Group group, GroupCapacityDataLoader capacities, CancellationToken cancellationToken) => capacities.LoadAsync(group.Id, cancellationToken);
}

/// <summary>How full groups are: one statement for the groups and one for the limits of the platforms.</summary>
public sealed class GroupCapacityDataLoader(
    CommunityDatabase database, Caller caller, TimeProvider clock, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : BatchDataLoader<long, GroupCapacity>(batchScheduler, options)
{
    protected override async Task<IReadOnlyDictionary<long, GroupCapacity>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = database.Create(caller.Scope);
        var policies = await PlatformPolicies.LoadAsync(db, cancellationToken);
        var groups = await db.Groups.AsNoTracking()
            .Where(g => keys.Contains(g.Id))
            .Select(g => new { g.Id, g.Platform, g.Capacity, Accounts = g.Memberships.Count(m => m.LeftAt == null) })
            .ToListAsync(cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        return groups.ToDictionary(g => g.Id, g => GroupCapacity.Of(g.Platform, g.Capacity, g.Accounts, policies, now));
    }
}
