namespace Headless.Community;

/// <summary>
/// How full a group is: the accounts in it, those of staff and machines included, because the platform counts them, against what it
/// may have: its own capacity, or that of its platform at the time.
/// </summary>
/// <param name="Accounts">Accounts in the group.</param>
/// <param name="Limit">How many it may have; null: nobody knows.</param>
/// <param name="IsOwnLimit">Whether the limit is the group's own.</param>
/// <param name="QrLimit">The accounts from which on its QR code lets nobody in; null: nobody knows of such a limit.</param>
public sealed record GroupCapacity(int Accounts, int? Limit, bool IsOwnLimit, int? QrLimit)
{
    /// <summary>Whether nobody can come in any more; false where no limit is known.</summary>
    public bool IsFull => Accounts >= Limit;

    /// <summary>The accounts that can still come in; null where no limit is known.</summary>
    public int? Free => Limit is { } limit ? Math.Max(0, limit - Accounts) : null;

    /// <summary>The accounts for each that it may have, above 1 where there are too many; null where no limit is known.</summary>
    public decimal? Share => Limit is { } limit ? decimal.Round((decimal)Accounts / limit, 4) : null;

    /// <summary>Whether somebody can still come in by its QR code; null where no limit of it is known.</summary>
    public bool? IsQrCodeValid => QrLimit is { } limit ? Accounts < limit && !IsFull : null;

    /// <param name="platform">The group's platform.</param>
    /// <param name="own">The group's own capacity.</param>
    /// <param name="accounts">Accounts in the group.</param>
    /// <param name="policies">The limits of the platforms.</param>
    /// <param name="at">The time, UTC.</param>
    public static GroupCapacity Of(Platform platform, int? own, int accounts, PlatformPolicies policies, DateTime at) => new(
        accounts,
        own ?? policies.ValueAt(platform, PlatformPolicyKey.GroupMaxMembers, at),
        own is not null,
        policies.ValueAt(platform, PlatformPolicyKey.GroupQrMaxMembers, at));
}
