namespace Headless.Server.Features.Segments;

/// <summary><c>type Segment</c>.</summary>
public sealed class SegmentObjectType : ObjectType<Segment>
{
    protected override void Configure(IObjectTypeDescriptor<Segment> descriptor)
    {
        descriptor.Description("Members who fulfil a condition. It belongs to the whole organisation: whether somebody is in it is decided by everything that is known, whoever reads it.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(s => s.Id).ResolveNodeWith<SegmentNode>(n => SegmentNode.GetSegmentAsync(default, default!, default));
        descriptor.Field(s => s.Id).Description("The global id, stable for the life of the segment: use it as cache key.");
        descriptor.Field(s => s.Name).Description("The name; unique.");
        descriptor.Field(s => s.Description).Description("What it is for.");
        descriptor.Field(s => s.Mode).Description("Whether it follows its condition.");
        descriptor.Field(s => s.UsesPersonalData)
            .Description("Whether it asks for personal data, itself or through another segment. Without READ_PERSONAL_DATA memberCount is then null and members is empty.");
        descriptor.Field(s => s.FrozenAt).Description("When it was frozen; null while it is live.");
        descriptor.Field(s => s.RefreshedAt).Description("Up to when its members are known to be right; null until it has been computed for the first time.");
        descriptor.Field(s => s.CreatedAt).Description("When it was entered here.");
        descriptor.Field(s => s.UpdatedAt).Description("When its definition was last changed here.");
        descriptor.Field(s => s.Version).Description("Goes up with every change of the definition. Send it back with an update to be told when somebody else was faster.");
    }
}

/// <summary><c>enum SegmentMode</c>.</summary>
public sealed class SegmentModeEnumType : EnumType<SegmentMode>
{
    protected override void Configure(IEnumTypeDescriptor<SegmentMode> descriptor)
    {
        descriptor.Description("Whether a segment follows its condition.");
        descriptor.Value(SegmentMode.Live).Description("Members enter and leave as they come to fulfil the condition and cease to.");
        descriptor.Value(SegmentMode.Frozen).Description("The members are those of the moment at which it was frozen; only by hand do they change.");
    }
}
