namespace Headless.Server.Features.Platforms;

/// <summary><c>type PlatformPolicy</c>.</summary>
public sealed class PlatformPolicyObjectType : ObjectType<PlatformPolicy>
{
    protected override void Configure(IObjectTypeDescriptor<PlatformPolicy> descriptor)
    {
        descriptor.Description(
            "A limit of a platform from a time on, with where that is known from. The organisation's own rows go before the shipped ones, then the newest that has begun.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(p => p.Id).ResolveNodeWith<PlatformPolicyNode>(n => PlatformPolicyNode.GetPlatformPolicyAsync(default, default!, default));
        descriptor.Field(p => p.Id).Description("The global id, stable for the life of the row: use it as cache key.");
        descriptor.Field(p => p.Platform).Description("The platform.");
        descriptor.Field(p => p.Key).Description("Which limit.");
        descriptor.Field(p => p.Value).Description("The limit, in the unit of its key.");
        descriptor.Field(p => p.EffectiveFrom).Description("Since when it holds; in the future for what has been announced.");
        descriptor.Field(p => p.AsOf).Description("The day on which that was known to be so.");
        descriptor.Field(p => p.Source).Description("Where it is known from.");
        descriptor.Field(p => p.Origin).Description("Who says it.");
        descriptor.Field(p => p.CreatedAt).Description("When it was entered here.");
        descriptor.Field(p => p.UpdatedAt).Description("When it was last changed here.");
        descriptor.Field(p => p.Version).Description("Goes up with every change. Send it back with a change to be told when somebody else was faster.");
    }
}

/// <summary><c>enum PlatformPolicyKey</c>.</summary>
public sealed class PlatformPolicyKeyEnumType : EnumType<PlatformPolicyKey>
{
    protected override void Configure(IEnumTypeDescriptor<PlatformPolicyKey> descriptor)
    {
        descriptor.Description("A limit that a platform sets.");
        descriptor.Value(PlatformPolicyKey.GroupQrMaxMembers).Description("Accounts in a group above which its QR code lets nobody in any more.");
        descriptor.Value(PlatformPolicyKey.GroupMaxMembers).Description("Accounts that a group can have. The capacity of groups that have none of their own.");
        descriptor.Value(PlatformPolicyKey.MassSendPerMonth).Description("Mass messages that one account may send to a customer in a calendar month.");
        descriptor.Value(PlatformPolicyKey.GroupQrValidDays).Description("Days for which a group's QR code is valid.");
    }
}

/// <summary><c>enum PlatformRowOrigin</c>.</summary>
public sealed class PlatformRowOriginEnumType : EnumType<PlatformRowOrigin>
{
    protected override void Configure(IEnumTypeDescriptor<PlatformRowOrigin> descriptor)
    {
        descriptor.Description("Who says it.");
        descriptor.Value(PlatformRowOrigin.Shipped).Description("Came with the product; an upgrade may bring newer rows.");
        descriptor.Value(PlatformRowOrigin.Organisation).Description("Set here; goes before what was shipped, and no upgrade changes it.");
    }
}

/// <summary><c>input PlatformPolicyFilterInput</c>.</summary>
public sealed class PlatformPolicyFilterInput : FilterInputType<PlatformPolicy>
{
    protected override void Configure(IFilterInputTypeDescriptor<PlatformPolicy> descriptor)
    {
        descriptor.Description("Conditions on limits of platforms; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(p => p.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(p => p.Platform).Description("The platform.");
        descriptor.Field(p => p.Key).Description("Which limit.");
        descriptor.Field(p => p.Origin).Description("Who says it.");
        descriptor.Field(p => p.EffectiveFrom).Description("Since when it holds.");
        descriptor.Field(p => p.AsOf).Description("The day on which it was known.");
    }
}

/// <summary><c>input PlatformPolicySortInput</c>.</summary>
public sealed class PlatformPolicySortInput : SortInputType<PlatformPolicy>
{
    protected override void Configure(ISortInputTypeDescriptor<PlatformPolicy> descriptor)
    {
        descriptor.Description("The order of limits of platforms. Rows that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(p => p.Platform).Description("By platform.");
        descriptor.Field(p => p.Key).Description("By limit.");
        descriptor.Field(p => p.EffectiveFrom).Description("By the time since when it holds.");
        descriptor.Field(p => p.AsOf).Description("By the day on which it was known.");
    }
}
