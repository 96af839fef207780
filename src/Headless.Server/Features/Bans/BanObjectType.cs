using Headless.Server.Access;

namespace Headless.Server.Features.Bans;

/// <summary><c>type Ban</c>.</summary>
public sealed class BanObjectType : ObjectType<Ban>
{
    protected override void Configure(IObjectTypeDescriptor<Ban> descriptor)
    {
        descriptor.Description("Somebody is kept out, of all groups or of some. It holds for every account of its member.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(b => b.Id).ResolveNodeWith<BanNode>(n => BanNode.GetBanAsync(default, default!, default));
        descriptor.Field(b => b.Id).Description("The global id, stable for the life of the ban: use it as cache key.");
        descriptor.Field(b => b.Status).Description("Whether it holds.");
        descriptor.Field(b => b.Platform).Description("The platform of the account, where an account was banned; null where a member was.");
        descriptor.Field(b => b.ExternalId).Authorize(Policies.ReadPersonalData)
            .Description("The id of the account, where an account was banned. Personal data: needs READ_PERSONAL_DATA.");
        descriptor.Field(b => b.IsForAllGroups).Description("Whether it holds for every group, also those to come; otherwise groups has them.");
        descriptor.Field(b => b.Reason).Authorize(Policies.ReadPersonalData).Description("Why. Personal data: needs READ_PERSONAL_DATA.");
        descriptor.Field(b => b.Since).Description("Since when.");
        descriptor.Field(b => b.Until).Description("Until when; null: for good.");
        descriptor.Field(b => b.LiftedAt).Description("When somebody ended it; null while nobody has.");
        descriptor.Field(b => b.LiftReason).Authorize(Policies.ReadPersonalData).Description("Why it was ended. Personal data: needs READ_PERSONAL_DATA.");
        descriptor.Field(b => b.CreatedAt).Description("When it was entered here.");
        descriptor.Field(b => b.UpdatedAt).Description("When it was last changed here.");
        descriptor.Field(b => b.Version).Description("Goes up with every change. Send it back with liftBan to be told when somebody else was faster.");
    }
}

/// <summary><c>enum BanStatus</c>.</summary>
public sealed class BanStatusEnumType : EnumType<BanStatus>
{
    protected override void Configure(IEnumTypeDescriptor<BanStatus> descriptor)
    {
        descriptor.Description("Whether a ban holds.");
        descriptor.Value(BanStatus.Active).Description("It holds.");
        descriptor.Value(BanStatus.Expired).Description("Its time is over.");
        descriptor.Value(BanStatus.Lifted).Description("Somebody ended it.");
    }
}
