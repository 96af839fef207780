namespace Headless.Server.Features.Groups;

/// <summary><c>type Group</c>.</summary>
public sealed class GroupObjectType : ObjectType<Group>
{
    protected override void Configure(IObjectTypeDescriptor<Group> descriptor)
    {
        descriptor.Description("A chat group on one platform, run for a purpose by its staff.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(g => g.Id).ResolveNodeWith<GroupNode>(n => GroupNode.GetGroupAsync(default, default!, default));
        descriptor.Field(g => g.Id).Description("The global id, stable for the life of the group: use it as cache key.");
        descriptor.Field(g => g.Platform).Description("The chat platform that the group lives on.");
        descriptor.Field(g => g.ExternalId).Description("The group's id on its platform; unique there.");
        descriptor.Field(g => g.Name).Description("The name that its members see.");
        descriptor.Field(g => g.Type).Description("The kind of group, which suggests its purposes, its key metrics and its staffing.");
        descriptor.Field(g => g.Purposes).ParentRequires(nameof(Group.PurposeFlags))
            .Description("What the group is for. Conversion is measured only for groups that are there to CONVERT.");
        descriptor.Field(g => g.BusinessModel).Description("What the community is to the product.");
        descriptor.Field(g => g.ValueOffers).ParentRequires(nameof(Group.ValueOfferFlags)).Description("What the group gives its members so that they stay.");
        descriptor.Field(g => g.City).Description("The city that it is for, which its name may have.");
        descriptor.Field(g => g.Topic).Description("The topic that it is about, which its name may have.");
        descriptor.Field(g => g.TimeZone).Description("The IANA time zone in which its people live and what playbooks plan for it is meant; null: the reporting time zone.");
        descriptor.Field(g => g.SeriesNumber).Description("Its number in its series; null where it is in none. No number is given twice.");
        descriptor.Field(g => g.IsOnBrand).Description("Whether its name, picture and tagline are as its series says; null where it is in none. brandingCompliance says what differs.");
        descriptor.Field(g => g.LineageDepth).Description("How many replications lie between it and the beginning of its lineage: 0 for a group that was not replicated from another.");
        descriptor.Field(g => g.Phase).Description("Its stage of life. Changed by changeGroupPhase; phaseChanges has the history.");
        descriptor.Field(g => g.Status).Description("Whether it runs.");
        descriptor.Field(g => g.Capacity).Description("How many accounts it may have, where that was said; occupancy has what counts.");
        descriptor.Field(g => g.OpensAt).Description("When it opens or opened. A draft whose positioning is complete opens by itself then.");
        descriptor.Field(g => g.ClosesAt).Description("When it closes or closed: it closes by itself then. A FLASH group cannot open without one.");
        descriptor.Field(g => g.Positioning).Description("Six answers that say what the group is, and its tone. A group opens once all six are there.");
        descriptor.Field(g => g.Branding).Description("What makes it recognisable as one of the brand's groups.");
        descriptor.Field(g => g.NicknameRule).Description("What its members should call themselves.");
        descriptor.Field(g => g.JoinPolicy).Description("How people get in.");
        descriptor.Field(g => g.CreatedAt).Description("When it was entered here.");
        descriptor.Field(g => g.UpdatedAt).Description("When it was last changed here.");
        descriptor.Field(g => g.Version).Description("Goes up with every change. Send it back with an update to be told when somebody else was faster.");
    }
}

/// <summary><c>type GroupPositioning</c>.</summary>
public sealed class GroupPositioningObjectType : ObjectType<GroupPositioning>
{
    protected override void Configure(IObjectTypeDescriptor<GroupPositioning> descriptor)
    {
        descriptor.Description("The positioning of a group: why, what, who, where, when and how, which it needs before it opens, and its tone.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(p => p.Why).Description("Why the group exists.");
        descriptor.Field(p => p.What).Description("What it offers.");
        descriptor.Field(p => p.Who).Description("For whom it is.");
        descriptor.Field(p => p.Where).Description("Where it lives and where its people come from.");
        descriptor.Field(p => p.When).Description("When things happen in it.");
        descriptor.Field(p => p.How).Description("How it is run.");
        descriptor.Field(p => p.Tone).Description("How one talks in it. Good to have; a group opens without it.");
    }
}

/// <summary><c>type GroupBranding</c>.</summary>
public sealed class GroupBrandingObjectType : ObjectType<GroupBranding>
{
    protected override void Configure(IObjectTypeDescriptor<GroupBranding> descriptor)
    {
        descriptor.Description("How the group looks on its platform. How the groups of a series should look is said by the series.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(b => b.AvatarUrl).Description("The address of the group's picture.");
        descriptor.Field(b => b.Tagline).Description("One line under the name.");
    }
}

/// <summary><c>type NicknameRule</c>.</summary>
public sealed class NicknameRuleObjectType : ObjectType<NicknameRule>
{
    protected override void Configure(IObjectTypeDescriptor<NicknameRule> descriptor)
    {
        descriptor.Description("The form of a member's nickname in a group.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(r => r.Template).Description("The form in words, for example 「所属地区 药店名称」.");
        descriptor.Field(r => r.Pattern).Description("A regular expression that a nickname of that form matches.");
    }
}

/// <summary><c>type GroupPhaseChange</c>.</summary>
public sealed class GroupPhaseChangeObjectType : ObjectType<GroupPhaseChange>
{
    protected override void Configure(IObjectTypeDescriptor<GroupPhaseChange> descriptor)
    {
        descriptor.Description("A step of a group from one phase to another.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(c => c.From).Description("The phase before; null for the first.");
        descriptor.Field(c => c.To).Description("The phase since.");
        descriptor.Field(c => c.ChangedAt).Description("When.");
        descriptor.Field(c => c.Reason).Description("Why, in the words of whoever changed it.");
    }
}
