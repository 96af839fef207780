using Headless.Server.Access;
using Headless.Server.Features.EntryPoints;
using Headless.Server.Features.Groups;

namespace Headless.Server.Features.JoinPaths;

/// <summary><c>type JoinPath</c>.</summary>
public sealed class JoinPathObjectType : ObjectType<JoinPath>
{
    protected override void Configure(IObjectTypeDescriptor<JoinPath> descriptor)
    {
        descriptor.Description("One account on its way into a group through an entry point: scanned, made friends with an account of staff, was invited, joined.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(p => p.Id).ResolveNodeWith<JoinPathNode>(n => JoinPathNode.GetJoinPathAsync(default, default!, default));
        descriptor.Field(p => p.Id).Description("The global id.");
        descriptor.Field(p => p.Platform).Description("The platform of the account.");
        descriptor.Field(p => p.AccountExternalId).Authorize(Policies.ReadPersonalData).Description("The account's id there. Personal data: needs READ_PERSONAL_DATA.");
        descriptor.Field(p => p.DisplayName).Authorize(Policies.ReadPersonalData).Description("What the account calls itself. Personal data: needs READ_PERSONAL_DATA.");
        descriptor.Field(p => p.Step).Description("The furthest step.");
        descriptor.Field(p => p.StepAt).Description("The time of the furthest step: how long somebody has been waiting for the next.");
        descriptor.Field(p => p.StartedAt).Description("The time of the first step that was reported.");
        descriptor.Field(p => p.ScannedAt).Description("When the code was scanned; null: not reported.");
        descriptor.Field(p => p.FriendedAt).Description("When they made friends with the account of staff; null: not reported.");
        descriptor.Field(p => p.InvitedAt).Description("When they were invited; null: not reported.");
        descriptor.Field(p => p.JoinedAt).Description("When they came into a group; null: not yet.");
    }
}

/// <summary><c>enum JoinStep</c>.</summary>
public sealed class JoinStepEnumType : EnumType<JoinStep>
{
    protected override void Configure(IEnumTypeDescriptor<JoinStep> descriptor)
    {
        descriptor.Description("A step on the way into a group.");
        descriptor.Value(JoinStep.Scanned).Description("Scanned a code or followed a link.");
        descriptor.Value(JoinStep.Friended).Description("Made friends with an account of staff.");
        descriptor.Value(JoinStep.Invited).Description("Was invited by it.");
        descriptor.Value(JoinStep.Joined).Description("Came into the group.");
    }
}

/// <summary><c>input JoinPathFilterInput</c>: neither the account nor its name, which could be guessed by filtering.</summary>
public sealed class JoinPathFilterInput : FilterInputType<JoinPath>
{
    protected override void Configure(IFilterInputTypeDescriptor<JoinPath> descriptor)
    {
        descriptor.Description("Conditions on paths; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(p => p.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(p => p.Step).Description("The furthest step: { eq: FRIENDED } finds those who wait for an invitation.");
        descriptor.Field(p => p.StepAt).Description("The time of the furthest step.");
        descriptor.Field(p => p.StartedAt).Description("The time of the first step.");
        descriptor.Field(p => p.EntryPoint).Type<EntryPointFilterInput>().Description("The entry point.");
        descriptor.Field(p => p.Group).Type<GroupFilterInput>().Description("The group that it leads to.");
    }
}

/// <summary><c>input JoinPathSortInput</c>.</summary>
public sealed class JoinPathSortInput : SortInputType<JoinPath>
{
    protected override void Configure(ISortInputTypeDescriptor<JoinPath> descriptor)
    {
        descriptor.Description("The order of paths. Paths that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(p => p.StepAt).Description("By the time of the furthest step.");
        descriptor.Field(p => p.StartedAt).Description("By the time of the first step.");
    }
}
