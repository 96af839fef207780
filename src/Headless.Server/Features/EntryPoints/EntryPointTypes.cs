using Headless.Server.Features.Campaigns;
using Headless.Server.Features.JoinChannels;

namespace Headless.Server.Features.EntryPoints;

/// <summary><c>type EntryPoint</c>.</summary>
public sealed class EntryPointObjectType : ObjectType<EntryPoint>
{
    protected override void Configure(IObjectTypeDescriptor<EntryPoint> descriptor)
    {
        descriptor.Description(
            "活码, a live code: one code or link in the world that leads to the first of its targets that can still take somebody, and to an account of staff when none can. The counts are of what was reported; they are no edits, so version stays.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(e => e.Id).ResolveNodeWith<EntryPointNode>(n => EntryPointNode.GetEntryPointAsync(default, default!, default));
        descriptor.Field(e => e.Id).Description("The global id.");
        descriptor.Field(e => e.Code).Description("What stands in the code or link; unique, and never given again.");
        descriptor.Field(e => e.Name).Description("What staff call it.");
        descriptor.Field(e => e.Status).Description("Whether it leads anywhere.");
        descriptor.Field(e => e.ExposureCount).Description("How often it was shown, as far as that was reported.");
        descriptor.Field(e => e.ScanCount).Description("How often it was scanned or followed.");
        descriptor.Field(e => e.FriendCount).Description("How many made friends with the account of staff that it led to.");
        descriptor.Field(e => e.InviteCount).Description("How many were invited into a group.");
        descriptor.Field(e => e.JoinCount).Description("How many came into a group through it.");
        descriptor.Field(e => e.CreatedAt).Description("When it was entered here.");
        descriptor.Field(e => e.UpdatedAt).Description("When it was last changed here.");
        descriptor.Field(e => e.Version).Description("Goes up with every change. Send it back with an update to be told when somebody else was faster.");
    }
}

/// <summary><c>enum EntryPointStatus</c>.</summary>
public sealed class EntryPointStatusEnumType : EnumType<EntryPointStatus>
{
    protected override void Configure(IEnumTypeDescriptor<EntryPointStatus> descriptor)
    {
        descriptor.Description("Whether an entry point leads anywhere.");
        descriptor.Value(EntryPointStatus.Active).Description("It does.");
        descriptor.Value(EntryPointStatus.Paused).Description("Not for now.");
        descriptor.Value(EntryPointStatus.Retired).Description("Not any more, for good.");
    }
}

/// <summary><c>input EntryPointFilterInput</c>.</summary>
public sealed class EntryPointFilterInput : FilterInputType<EntryPoint>
{
    protected override void Configure(IFilterInputTypeDescriptor<EntryPoint> descriptor)
    {
        descriptor.Description("Conditions on entry points; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(e => e.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(e => e.Code).Description("What stands in the code or link.");
        descriptor.Field(e => e.Name).Description("What staff call it.");
        descriptor.Field(e => e.Status).Description("Whether it leads anywhere.");
        descriptor.Field(e => e.JoinChannel).Type<JoinChannelFilterInput>().Description("The channel that it stands for.");
        descriptor.Field(e => e.Campaign).Type<CampaignFilterInput>().Description("The campaign that it is part of.");
        descriptor.Field(e => e.CreatedAt).Description("When it was entered here.");
        descriptor.Field(e => e.UpdatedAt).Description("When it was last changed here.");
    }
}

/// <summary><c>input EntryPointSortInput</c>.</summary>
public sealed class EntryPointSortInput : SortInputType<EntryPoint>
{
    protected override void Configure(ISortInputTypeDescriptor<EntryPoint> descriptor)
    {
        descriptor.Description("The order of entry points. Entry points that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(e => e.Code).Description("By code.");
        descriptor.Field(e => e.Name).Description("By name.");
        descriptor.Field(e => e.Status).Description("By status.");
        descriptor.Field(e => e.ScanCount).Description("By scans.");
        descriptor.Field(e => e.JoinCount).Description("By joins.");
        descriptor.Field(e => e.CreatedAt).Description("By time of entry.");
        descriptor.Field(e => e.UpdatedAt).Description("By time of the last change.");
    }
}
