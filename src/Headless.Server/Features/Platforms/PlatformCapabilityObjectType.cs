namespace Headless.Server.Features.Platforms;

/// <summary><c>type PlatformCapability</c>.</summary>
public sealed class PlatformCapabilityObjectType : ObjectType<PlatformCapability>
{
    protected override void Configure(IObjectTypeDescriptor<PlatformCapability> descriptor)
    {
        descriptor.Description(
            "Whether a platform's groups can do something, with where that is known from. The organisation's own row goes before the shipped one; without either nothing is known.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(c => c.Id)
            .ResolveNodeWith<PlatformCapabilityNode>(n => PlatformCapabilityNode.GetPlatformCapabilityAsync(default, default!, default));
        descriptor.Field(c => c.Id).Description("The global id, stable for the life of the row: use it as cache key.");
        descriptor.Field(c => c.Platform).Description("The platform.");
        descriptor.Field(c => c.Capability).Description("What its groups can do, or not.");
        descriptor.Field(c => c.IsAvailable).Description("Whether they can. What is known to be missing is refused with CAPABILITY_NOT_AVAILABLE.");
        descriptor.Field(c => c.AsOf).Description("The day on which that was known to be so.");
        descriptor.Field(c => c.Source).Description("Where it is known from.");
        descriptor.Field(c => c.Origin).Description("Who says it.");
        descriptor.Field(c => c.CreatedAt).Description("When it was entered here.");
        descriptor.Field(c => c.UpdatedAt).Description("When it was last changed here.");
        descriptor.Field(c => c.Version).Description("Goes up with every change. Send it back with a change to be told when somebody else was faster.");
    }
}

/// <summary><c>enum PlatformCapabilityKind</c>.</summary>
public sealed class PlatformCapabilityKindEnumType : EnumType<PlatformCapabilityKind>
{
    protected override void Configure(IEnumTypeDescriptor<PlatformCapabilityKind> descriptor)
    {
        descriptor.Description("Something that a platform's groups can do, or not.");
        descriptor.Value(PlatformCapabilityKind.Mute).Description("Staff can silence a member or the whole group.");
        descriptor.Value(PlatformCapabilityKind.PasswordRedPacket).Description("口令红包: red packets that a password opens.");
        descriptor.Value(PlatformCapabilityKind.Board).Description("A board of the group beside its messages.");
        descriptor.Value(PlatformCapabilityKind.CheckIn).Description("Members can check in.");
        descriptor.Value(PlatformCapabilityKind.Poll).Description("Votes.");
        descriptor.Value(PlatformCapabilityKind.Voice).Description("Voice rooms.");
        descriptor.Value(PlatformCapabilityKind.Live).Description("Live broadcasts.");
        descriptor.Value(PlatformCapabilityKind.ReadReceipt).Description("The platform says who read a message; only there is there a read rate.");
        descriptor.Value(PlatformCapabilityKind.NotifyPhone).Description("A notice can ring members up.");
        descriptor.Value(PlatformCapabilityKind.NotifySms).Description("A notice can go out as a text message.");
        descriptor.Value(PlatformCapabilityKind.NotifyInApp).Description("A notice can be marked within the application.");
        descriptor.Value(PlatformCapabilityKind.Announcement).Description("Groups have announcements.");
        descriptor.Value(PlatformCapabilityKind.OwnerAnnouncement).Description("Only the owner can post an announcement.");
        descriptor.Value(PlatformCapabilityKind.PinnedAnnouncement).Description("An announcement can be pinned above the messages.");
        descriptor.Value(PlatformCapabilityKind.PrivateChat).Description("Members of a group can be written to privately.");
        descriptor.Value(PlatformCapabilityKind.BulkJoin).Description("A risk: accounts can join in bulk, which advertisers do.");
    }
}

/// <summary><c>input PlatformCapabilityFilterInput</c>.</summary>
public sealed class PlatformCapabilityFilterInput : FilterInputType<PlatformCapability>
{
    protected override void Configure(IFilterInputTypeDescriptor<PlatformCapability> descriptor)
    {
        descriptor.Description("Conditions on capabilities of platforms; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(c => c.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(c => c.Platform).Description("The platform.");
        descriptor.Field(c => c.Capability).Description("What its groups can do, or not.");
        descriptor.Field(c => c.IsAvailable).Description("Whether they can.");
        descriptor.Field(c => c.Origin).Description("Who says it.");
        descriptor.Field(c => c.AsOf).Description("The day on which it was known.");
    }
}

/// <summary><c>input PlatformCapabilitySortInput</c>.</summary>
public sealed class PlatformCapabilitySortInput : SortInputType<PlatformCapability>
{
    protected override void Configure(ISortInputTypeDescriptor<PlatformCapability> descriptor)
    {
        descriptor.Description("The order of capabilities of platforms. Rows that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(c => c.Platform).Description("By platform.");
        descriptor.Field(c => c.Capability).Description("By capability.");
        descriptor.Field(c => c.AsOf).Description("By the day on which it was known.");
    }
}
